import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { found } from '../../../tests/support/import.ts';

const STORIES = Array.from({ length: 40 }, (_, at) => ({ title: `Story ${at}`, text: `What was said of it, ${at * 7919} times.` }));
const PACKED: [string, string][] = [
  [
    'a feed',
    `<rss><channel>${STORIES.map(({ title, text }) => `<item><title>${title}</title><description>${text}</description></item>`).join('\n')}</channel></rss>`,
  ],
  [
    'JSON Feed',
    JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: STORIES.map(({ title, text }, id) => ({ id, title, content_text: text })) }),
  ],
  ['JSON', JSON.stringify(STORIES)],
  ['JSON Lines', STORIES.map((story) => JSON.stringify(story)).join('\n')],
  ['a table', ['title,text', ...STORIES.map(({ title, text }) => `${title},"${text}"`)].join('\n')],
];

test.each(PACKED)('%s whose gzip data breaks off is read up to there, and said to be damaged', async (_, content) => {
  const packed = gzipSync(content);
  for (const part of [0.5, 0.7, 0.9]) {
    const items = await found(packed.subarray(0, Math.floor(packed.length * part)));
    const whole = items.slice(0, -1).filter((each) => /^Story \d+$/.test(each));
    expect(whole.length).toBeGreaterThan(3);
    expect(whole).toEqual(STORIES.slice(0, whole.length).map(({ title }) => title));
    expect(items.at(-1)).toMatch(/^refused: The gzip data is damaged/);
  }
});
