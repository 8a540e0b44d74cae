import { join } from 'node:path';
import iconv from 'iconv-lite';
import { beforeEach, describe, expect, test } from 'vitest';
import { filesBelow, importInto, inputFolder, rss } from '../../tests/support/import.ts';

let content: string;

beforeEach(() => {
  content = join(inputFolder({}), 'content');
});

const text = (word: string) => Array.from({ length: 120 }, (_, at) => `${word}${at}`).join(' ');

describe('an encoding that was guessed', () => {
  test('is a doubt of each entry that has other letters than those of ASCII', async () => {
    const story = (title: string, words: string) =>
      `<item><title>${title}</title><link>https://herald.example/${title.length}</link><pubDate>Thu, 05 Mar 2020 18:20:00 GMT</pubDate><content:encoded>${words}</content:encoded></item>`;
    const feed = rss(story('Plain', text('plain')), story('Žádný most', `${text('most')} ${'Příliš žluťoučký kůň úpěl ďábelské ódy. '.repeat(5)}`)).replace(
      /<\?xml.*?\?>/,
      '',
    );
    const { items } = await importInto(content, [inputFolder({ 'feed.xml': iconv.encode(feed, 'windows-1250') })]);
    const doubt = 'Its encoding is not declared and was guessed: windows-1250. If letters are wrong, save the input as UTF-8 and import it again.';
    expect(items.map(({ status }) => status)).toEqual(['taken', 'doubtful']);
    expect(items[1]?.reasons).toContain(doubt);
    expect(filesBelow(content)['articles/2020/03/05/žádný-most.md']).toContain(`# ${doubt}\n`);
  });
});
