import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { feedItem, filesBelow, importInto, inputFolder, longText, rss } from '../../../tests/support/import.ts';
import type { Transport } from './transport.ts';

let content: string;

beforeEach(() => {
  content = join(inputFolder({}), 'content');
});

test('an import tells of what is fetched when its server gave it', async () => {
  const transport = async ({ pathname }: URL) => {
    const body =
      pathname === '/feed.xml' ? rss(feedItem(1), feedItem(2).replace(/<content.*?content:encoded>/, '<description>In short …</description>')) : page;
    return {
      status: pathname === '/robots.txt' ? 404 : 200,
      headers: { date: 'Fri, 06 Mar 2020 07:00:00 GMT' },
      body: Readable.from([Buffer.from(body)]),
      close: () => undefined,
    };
  };
  const page = `<!doctype html><title>Story 2</title><article><h1>Story 2</h1>${[1, 2, 3].map((at) => `<p>${longText(`p${at}y`)}.</p>`).join('')}</article>`;
  const { items } = await importInto(content, ['https://herald.example/feed.xml', 'https://herald.example/page'], { transport, fetch: true });
  const files = filesBelow(content);
  expect(items.map(({ entry = '' }) => /^captured: (.*)$/m.exec(files[entry] ?? '')?.[1])).toEqual(Array(3).fill('2020-03-06T07:00:00Z'));
});

describe('a page that a feed gives a summary of', () => {
  const entry = (name: string, more = '<description>Just a teaser …</description>') =>
    `<item><title>${name}</title><link>https://herald.example/${name}</link><pubDate>Thu, 05 Mar 2020 18:20:00 GMT</pubDate>${more}</item>`;
  const transport: Transport = async ({ pathname }) => {
    const body = { '/robots.txt': 'User-agent: *\nDisallow: /private', '/empty': '<title>Nothing</title>' }[pathname];
    return {
      status: body === undefined ? 404 : 200,
      headers: { 'content-type': 'text/html' },
      body: Readable.from([Buffer.from(body ?? '')]),
      close: () => undefined,
    };
  };

  test('and that is not read, leaves the entry with the reason', async () => {
    const dir = inputFolder({ 'feed.xml': rss(entry('private'), entry('gone'), entry('empty'), entry('bare', '')) });
    const { items } = await importInto(content, [dir], { fetch: true, transport });
    expect(items.map(({ status, reasons }) => [status, reasons?.at(-1)])).toEqual([
      ['doubtful', 'Its page was not read. robots.txt of herald.example asks not to fetch it.'],
      ['doubtful', 'Its page was not read. The server answers 404.'],
      ['doubtful', 'Its page was not read. It holds no text of an article.'],
      ['refused', 'The entry has a headline (“bare”) and no text. Its page was not read. The server answers 404.'],
    ]);
    expect(filesBelow(content)['articles/2020/03/05/gone.md']).toContain('# Its page was not read. The server answers 404.\n');
  });
});
