import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { found, itemsIn } from '../../../tests/support/import.ts';

/** A record, a character a byte. */
function record(number: number, contentType: string, content: string, more = ''): string {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: ${contentType}\r\n${more}\r\n${content}`;
  const facts = `WARC-Type: response\r\nWARC-Target-URI: https://herald.example/${number}\r\nWARC-Date: 2020-03-05T18:20:00Z\r\nWARC-Record-ID: <urn:uuid:${number}>`;
  return `WARC/1.0\r\n${facts}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length}\r\n\r\n${http}\r\n\r\n`;
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
