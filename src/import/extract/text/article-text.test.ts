import { expect, test } from 'vitest';
import { extractPage } from '../extract-page.ts';

/** A paragraph of the text, of thirty words that no other has. */
function prose(name: string): string {
  return `<p>${Array.from({ length: 30 }, (_, at) => `${name}${at}`).join(' ')}.</p>`;
}

function taken(html: string, head = ''): { lines: string[]; doubts: readonly string[]; notes: readonly string[] } {
  const found = extractPage({
    html: `<head><title>Bridge shut</title>${head}</head><article><h1>Bridge shut</h1>${html}</article>`,
  });
  const lines = found?.text.split('\n\n').map((line) => (/^\w+0 /.test(line) ? line[0] : line)) as string[];
  return { lines, doubts: found?.doubts ?? [], notes: found?.notes ?? [] };
}

const ABOVE = ['a', 'b', 'c', 'd', 'e', 'f'].map(prose).join('');

test('a page without its address loses what leads nowhere without, and tells', () => {
  const html = `${ABOVE}<figure><img src="/i/one.jpg" alt=""></figure><p>He named <a href="/a">one</a> and <a href="/b">two</a>.</p>${prose('g')}`;
  const there = taken(html, '<link rel="canonical" href="https://news.example/bridge">');
  expect(there.lines.slice(6)).toEqual(['He named [one](https://news.example/a) and [two](https://news.example/b).', 'g']);
  expect([there.doubts, there.notes]).toEqual([[], []]);
  const gone = taken(html);
  expect(gone.lines.slice(6)).toEqual(['He named one and two.', 'g']);
  expect(gone.doubts).toEqual([expect.stringMatching(/^The page was saved without its address, so 1 picture and 2 links of its text could not be kept\. /)]);
  const linksAlone = taken(html.replace(/<figure>.*<\/figure>/, ''));
  expect([linksAlone.doubts, linksAlone.notes]).toEqual([[], [expect.stringContaining('so 2 links of')]]);
});

test('a call for another article is known without an address, too', () => {
  const { lines, notes } = taken(`${ABOVE}<p><strong>Read more:</strong> <a href="/a">Another article about ships that sail</a></p>${prose('g')}`);
  expect(lines).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  expect(notes).toEqual([]);
});
