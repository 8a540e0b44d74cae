import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { found, itemsIn } from '../../../tests/support/import.ts';

/** A record, a character a byte. */
function recordOf(url: string, http: string, id = 1): string {
  const facts = `WARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2020-03-05T18:20:00Z\r\nWARC-Record-ID: <urn:uuid:${id}>`;
  return `WARC/1.0\r\n${facts}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length}\r\n\r\n${http}\r\n\r\n`;
}

function record(number: number, contentType: string, content: string, more = ''): string {
  return recordOf(`https://herald.example/${number}`, `HTTP/1.1 200 OK\r\nContent-Type: ${contentType}\r\n${more}\r\n${content}`, number);
}

const page = (number: number) => record(number, 'text/html', `<!doctype html><p>${`Story ${number}. `.repeat(20)}`);
const records = [page(1), record(2, 'image/jpeg', '\u00ff'.repeat(900)), page(3)];

test('a web archive gives its pages, packed or not, with the day of the crawl', async () => {
  const bytes = records.map((each) => Buffer.from(each, 'latin1'));
  for (const archive of [Buffer.concat(bytes), Buffer.concat(bytes.map((each) => gzipSync(each)))]) {
    const items = await itemsIn(archive);
    expect(items.map(({ part, captured }) => [part, captured])).toEqual([
      ['https://herald.example/1', '2020-03-05T18:20:00Z'],
      ['https://herald.example/3', '2020-03-05T18:20:00Z'],
      [undefined, '2026-01-02T03:04:05Z'],
    ]);
  }
});

test('a web archive gives pages as they were sent packed, and those whose header alone says so', async () => {
  const html = `<!doctype html><p>${'Ein Märchen. '.repeat(20)}`;
  const sent: [string, Uint8Array][] = [
    ['br', brotliCompressSync(html)],
    ['zstd', zstdCompressSync(html)],
    ['gzip', gzipSync(html)],
    ['br', Buffer.from(html)],
    ['br', brotliCompressSync(Buffer.alloc(17 * 1024 * 1024))],
  ];
  const archive = sent.map(([name, bytes], at) =>
    record(at, 'text/html; charset=utf-8', Buffer.from(bytes).toString('latin1'), `Content-Encoding: ${name}\r\n`),
  );
  const contents = (await itemsIn(Buffer.from(archive.join(''), 'latin1'))).map(({ content }) => content);
  expect(contents.slice(0, 4).map((content) => content.kind === 'page' && content.html)).toEqual([html, html, html, html]);
  expect(contents[4]).toEqual({ kind: 'refused', reason: 'The page unpacks to more than 16 MiB, which no article has.' });
});

test('comments above a page do not hide it, and many above something else take no time', async () => {
  const comments = '<!-- x -->'.repeat(60);
  const archive = [record(1, 'text/plain', `${comments}<html><p>Story.`), record(2, 'text/plain', `${comments}Story.`)];
  expect(await found(Buffer.from(archive.join(''), 'latin1'))).toEqual([
    'page https://herald.example/1',
    'passed-over: Beside 1 pages it holds 1 files of type text/plain.',
  ]);
});

test('what fills up a packed web archive with zeros takes no time', async () => {
  const begun = performance.now();
  const archive = Buffer.concat([gzipSync(page(1)), Buffer.alloc(64 * 1024 * 1024), gzipSync(page(3))]);
  expect(await found(archive)).toEqual(['page https://herald.example/1', 'page https://herald.example/3']);
  expect(performance.now() - begun).toBeLessThan(4000);
});

test('types without number are not counted without end', async () => {
  const archive = Array.from({ length: 1200 }, (_, at) => record(at, `text/x-${at}`, 'x'));
  expect(await found(Buffer.from(archive.join(''), 'latin1'))).toEqual([expect.stringContaining('200 of other kinds, 1 files of type text/x-0')]);
});

test('a web archive that breaks off anywhere is read up to there, and said to be damaged', async () => {
  const whole = records.join('');
  const starts = records.map((_, at) => records.slice(0, at).join('').length);
  for (let end = 20; end < whole.length; end += 61) {
    const names = await found(Buffer.from(whole.slice(0, end), 'latin1'));
    const pages = names.filter((name) => name.startsWith('page'));
    const finished = records.filter((each, at) => each.includes('text/html') && end >= (starts[at] ?? 0) + each.length - '\r\n\r\n'.length);
    expect(pages).toHaveLength(finished.length);
    const last = starts.findLastIndex((start) => start < end);
    const headEnd = (starts[last] ?? 0) + (records[last]?.indexOf('\r\n\r\n') ?? 0);
    const bodyEnd = (starts[last] ?? 0) + (records[last]?.length ?? 0) - '\r\n\r\n'.length;
    if (end > headEnd + 80 && end < bodyEnd) expect(names.join('\n'), `cut at ${end - (starts[last] ?? 0)} of record ${last}`).toContain('breaks off');
  }
});

test('a member that is damaged anywhere costs its own record, which is named', async () => {
  // The library says of lengths that are wrong now that they are.
  const quiet = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  onTestFinished(() => quiet.mockRestore());
  const members = [page(1), page(2), record(3, 'image/jpeg', '\u00ff\u0001'.repeat(900)), page(4)].map((each) => gzipSync(Buffer.from(each, 'latin1')));
  const whole = Buffer.concat(members);
  const starts = members.map((_, at) => Buffer.concat(members.slice(0, at)).length);
  // In the last one, what runs on to the end cannot be told from data that only ends.
  for (let at = 3; at < (starts[3] ?? 0) - 1; at += 7) {
    const damaged = Buffer.from(whole);
    damaged.fill((damaged[at] ?? 0) ^ 0x5a, at, at + 1).fill((damaged[at + 1] ?? 0) ^ 0xff, at + 1, at + 2);
    const hit = new Set([at, at + 1].map((each) => starts.findLastIndex((start) => start <= each)));
    const items = await itemsIn(damaged);
    const pages = items.flatMap(({ content, part }) => (content.kind === 'page' ? [part] : []));
    const refused = items.flatMap(({ content }) => (content.kind === 'refused' ? [content.reason] : []));
    // A few bytes of a header hold what is not looked at: when it was packed, and by what.
    if (refused.length === 0) expect(pages, `damaged at ${at}`).toHaveLength(3);
    else expect(pages, `damaged at ${at}`).toEqual([0, 1, 3].filter((each) => !hit.has(each)).map((each) => `https://herald.example/${each + 1}`));
    expect(refused.length, `damaged at ${at}`).toBeLessThanOrEqual(hit.size);
  }
  const broken = Buffer.from(whole);
  broken.fill(0, (starts[2] ?? 0) - 20, starts[2]);
  expect((await itemsIn(broken)).map(({ part, content }) => [part, content.kind])).toContainEqual(['https://herald.example/2', 'refused']);
});

test('a page is told by its first bytes, whatever its type says, and a feed is named', async () => {
  const html = (number: number, type: string, start: string) => record(number, type, `${start}<html><p>${`Story ${number}. `.repeat(200)}</html>`);
  const archive = [
    html(1, 'text/plain', '\r\n<!-- saved --><!DOCTYPE html>'),
    html(2, 'application/octet-stream', ''),
    record(3, 'text/plain', 'A text that speaks of <html>. '.repeat(200)),
    record(4, 'text/html', '<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>'),
    page(5),
  ];
  expect(await found(Buffer.from(archive.join(''), 'latin1'))).toEqual([
    'page https://herald.example/1',
    'page https://herald.example/2',
    'page https://herald.example/5',
    'passed-over: Beside 3 pages it holds 1 files of type text/plain, 1 feeds, whose entries are not read.',
  ]);
});

test('a web archive that breaks off within a page says so once', async () => {
  const packed = gzipSync(Buffer.from(page(1).repeat(3), 'latin1'), { level: 0 });
  const refused = (await itemsIn(packed.subarray(0, packed.length - 200))).filter(({ content }) => content.kind === 'refused');
  expect(refused.map(({ part }) => part)).toEqual(['https://herald.example/1']);
});

test('headers without an end, and members without number, are not held or tried without end', async () => {
  const whole = Buffer.concat(records.map((each) => Buffer.from(each, 'latin1')));
  const endless = Buffer.from('WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 4\r\n\r\n0123\r\n\r\n');
  const reasons = async (bytes: Uint8Array) => (await itemsIn(bytes)).map(({ content }) => (content.kind === 'refused' ? content.reason : content.kind));
  expect(await reasons(Buffer.concat([whole, endless, Buffer.alloc(6 * 1024 * 1024, 'x')]))).toEqual([
    'page',
    'page',
    'A record has headers of more than 4.0 MiB; what follows is not read.',
    'passed-over',
  ]);
  const beginnings = Buffer.alloc(40_000, Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3));
  expect((await reasons(Buffer.concat([gzipSync(whole), beginnings]))).at(-2)).toBe(
    'The gzip data is damaged in more than 1000 places. What follows is not read.',
  );
});

describe('a web archive', () => {
  const pageAt = (url: string) => recordOf(url, 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>x</p></html>');
  const rest =
    recordOf('https://n.example/a.jpg', 'HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\nxx') +
    recordOf('https://n.example/gone', 'HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nxx');

  test('gives its pages, packed record by record, as a whole, or not at all', async () => {
    const expected = [
      'page https://n.example/1',
      'page https://n.example/2',
      'passed-over: Beside 2 pages it holds 1 files of type image/jpeg, 1 answers with status 404.',
    ];
    const records = [pageAt('https://n.example/1'), rest, pageAt('https://n.example/2')];
    expect(await found(records.join(''))).toEqual(expected);
    expect(await found(gzipSync(records.join('')))).toEqual(expected);
    expect(await found(Buffer.concat(records.map((each) => gzipSync(each))))).toEqual(expected);
  });

  test('that breaks off gives what comes before, and says so', async () => {
    const packed = gzipSync(pageAt('https://n.example/1') + rest);
    expect(await found(Buffer.concat([gzipSync(pageAt('https://n.example/0')), packed.subarray(0, packed.length - 40)]))).toEqual(
      expect.arrayContaining(['page https://n.example/0', expect.stringMatching(/^refused: The gzip data is damaged/)]),
    );
  });
});
