import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { options } from '../../tests/support/content-folder.ts';
import { feedItem, filesBelow, importInto, inputFolder, longText, rss } from '../../tests/support/import.ts';
import { makeRandom, seed } from '../../tests/support/random.ts';
import { readContent } from '../content/read-content.ts';

let content: string;

beforeEach(() => {
  content = join(inputFolder({}), 'content');
});

describe('an import', () => {
  test('makes entries, source and topics that stet check accepts, and an archive.yml', async () => {
    const dir = inputFolder({ 'feed.xml': rss(feedItem(1), feedItem(2)) });
    const { items } = await importInto(content, [dir]);
    expect(items.map(({ entry }) => entry)).toEqual(['articles/2020/03/05/story-1.md', 'articles/2020/03/05/story-2.md']);
    expect(readContent(content, options).faults).toEqual([]);
    const files = filesBelow(content);
    expect(Object.keys(files)).toEqual([
      'archive.yml',
      'articles/2020/03/05/story-1.md',
      'articles/2020/03/05/story-2.md',
      'imports/ledger.jsonl',
      'sources/the-herald.yml',
      'topics/syria.yml',
    ]);
    expect(files['articles/2020/03/05/story-1.md']).toContain('title: Story 1\nsource: the-herald\ndate: 2020-03-05T18:20:00Z\ntopics:\n  - syria\n');
  });

  test('that is run again changes nothing', async () => {
    const dir = inputFolder({ 'feed.xml': rss(feedItem(1), feedItem(2)), 'a.txt': `A headline\n\n${longText('plain')}` });
    await importInto(content, [dir]);
    const before = filesBelow(content);
    const { items } = await importInto(content, [dir]);
    expect(items.map(({ status }) => status)).toEqual(['already-there', 'already-there', 'already-there']);
    expect(filesBelow(content)).toEqual(before);
  });

  test('that is stopped anywhere comes to the same end when it is run again', async () => {
    const dir = inputFolder({ 'feed.xml': rss(...Array.from({ length: 12 }, (_, at) => feedItem(at)), feedItem(3, ' Corrected.')) });
    await importInto(content, [dir]);
    const whole = filesBelow(content);
    const random = makeRandom(seed);
    for (let times = 0; times < 3; times += 1) {
      const other = join(inputFolder({}), 'content');
      for (const stop of [random.pick([1, 2, 3]), random.pick([4, 7, 11])]) {
        let count = 0;
        const onOutcome = () => {
          count += 1;
          if (count === stop) throw new Error('stopped');
        };
        await expect(importInto(other, [dir], { onOutcome })).rejects.toThrow('stopped');
      }
      await importInto(other, [dir]);
      expect(filesBelow(other)).toEqual(whole);
    }
  });

  test('with --dry-run shows all of it and writes nothing', async () => {
    const dir = inputFolder({ 'feed.xml': rss(feedItem(1), feedItem(1, ' Corrected.')) });
    const { items } = await importInto(content, [dir], { dryRun: true });
    expect(items.map(({ status, entry }) => [status, entry])).toEqual([
      ['taken', 'articles/2020/03/05/story-1.md'],
      ['doubtful', 'inbox/story-1.md'],
    ]);
    expect(filesBelow(join(content, '..'))).toEqual({});
  });

  test('with --dry-run comes out as the import does, also where one item is like another of it', async () => {
    const page = (more: string) => `A headline\n\n${longText('plain')}${more}`;
    const dir = inputFolder({ 'a.txt': page(''), 'b.txt': page(' corrected'), 'c.txt': page(''), 'd.jsonl': '{"title": "NUL", "text": "a\\u0000b"}' });
    for (const [input, options] of [
      [dir, {}],
      [dir, { source: 'The Herald' }],
      [join(content, 'inbox'), { mapping: join(inputFolder({ 'm.yml': 'set: { date: 2020-03-05 }' }), 'm.yml') }],
    ] as const) {
      const dry = await importInto(content, [input], { ...options, dryRun: true });
      expect(dry.items.length).toBeGreaterThan(1);
      expect(dry).toEqual(await importInto(content, [input], options));
    }
  });

  test('finds what the archive has, and names versions and siblings', async () => {
    const wire = rss(feedItem(1)).replaceAll('herald', 'post').replace('The Herald', 'The Post');
    const { items } = await importInto(content, [
      inputFolder({
        'a.xml': rss(feedItem(1)),
        'b.xml': rss(feedItem(1).replace('<category>', '<category>x ')),
        'c.xml': rss(feedItem(1, ' Corrected.')),
        'd.xml': wire,
      }),
    ]);
    expect(items.map(({ status, reasons }) => `${status} ${reasons?.find((each) => /version|sibling|same/.test(each)) ?? ''}`)).toEqual([
      'taken ',
      'already-there It has the same address and the same text.',
      expect.stringContaining('doubtful It is a new version of articles/2020/03/05/story-1.md.'),
      expect.stringContaining('doubtful It is a sibling of articles/2020/03/05/story-1.md.'),
    ]);
  });

  test('lets another headline, date or byline wait as a new version beside what is there, and says what differs', async () => {
    const feed = (change: (item: string) => string) =>
      inputFolder({ 'a.xml': rss(change(feedItem(1).replace('<category>', '<dc:creator>Jane Doe</dc:creator><category>'))) });
    const inputs = [
      (each: string) => each,
      (each: string) => each.replace('Story 1', 'STORY — 1 | The Herald'),
      (each: string) => each.replace('Story 1', 'Another'),
      (each: string) => each.replace('05 Mar', '09 Mar').replace('Jane Doe', 'John Roe'),
    ].map(feed);
    const { items } = await importInto(content, inputs);
    const there = 'It is a new version of articles/2020/03/05/story-1.md. It has the same address and the same text, and';
    expect(items.map(({ status, entry, reasons }) => [status, entry, reasons?.[0]])).toEqual([
      ['taken', 'articles/2020/03/05/story-1.md', undefined],
      ['already-there', 'articles/2020/03/05/story-1.md', 'It has the same address and the same text.'],
      ['doubtful', 'inbox/another.md', `${there} another headline (“Story 1”).`],
      ['doubtful', 'inbox/story-1.md', `${there} another date (2020-03-05T18:20:00Z) and other authors (Jane Doe).`],
    ]);
    const before = filesBelow(content);
    expect((await importInto(content, inputs)).items.every(({ status }) => status === 'already-there')).toBe(true);
    expect(filesBelow(content)).toEqual(before);
  });

  test('takes what waited for its source, though a newer version of it waits as well', async () => {
    const [old, newer] = ['A headline', 'Another'].map((headline) => `${headline}\n\nhttps://a.example/1\n5 March 2020\n\n${longText('plain')}`);
    const dir = inputFolder({ 'a.txt': old ?? '', 'b.txt': newer ?? '' });
    const mapping = join(inputFolder({ 'm.yml': 'overrule: { source: The Herald }' }), 'm.yml');
    expect((await importInto(content, [dir])).items.map(({ entry }) => entry)).toEqual(['articles/2020/03/05/a-headline.md', 'inbox/another.md']);
    expect((await importInto(content, [dir], { mapping })).items.map(({ entry }) => entry)).toEqual(['articles/2020/03/05/a-headline.md', 'inbox/another.md']);
  });

  test('lets wait what lacks a date or a source, until --source completes it', async () => {
    const dir = inputFolder({ 'a.txt': `A headline\n\n5 March 2020\n\n${longText('plain')}` });
    const [waiting] = (await importInto(content, [dir])).items;
    expect(waiting).toMatchObject({ status: 'doubtful', entry: 'inbox/a-headline.md', reasons: ['Its source is not known.'] });
    const [complete] = (await importInto(content, [dir], { source: 'The Herald' })).items;
    expect(complete).toMatchObject({ status: 'taken', entry: 'articles/2020/03/05/a-headline.md' });
    expect(Object.keys(filesBelow(content))).not.toContain('inbox/a-headline.md');
  });

  test('leaves alone what a person has changed', async () => {
    const dir = inputFolder({ 'a.txt': `A headline\n\n5 March 2020\n\n${longText('plain')}` });
    await importInto(content, [dir]);
    writeFileSync(join(content, 'inbox/a-headline.md'), '---\ntitle: Mine\n---\nMine');
    const [item] = (await importInto(content, [dir], { source: 'The Herald' })).items;
    expect(item).toMatchObject({ status: 'already-there', entry: 'inbox/a-headline.md' });
    expect(filesBelow(content)['inbox/a-headline.md']).toContain('Mine');
  });

  test('reads standard input, and says of what is not there that it is not', async () => {
    const { items } = await importInto(content, ['-', 'nowhere.xml', 'ftp://x.example/'], { stdin: Readable.from([rss(feedItem(1))]) });
    expect(items.map(({ input, status, reasons }) => [input, status, reasons?.[0]])).toEqual([
      ['-', 'taken', undefined],
      ['nowhere.xml', 'refused', 'There is no such file or folder.'],
      ['ftp://x.example/', 'refused', 'Only http and https addresses are fetched.'],
    ]);
  });

  test('takes what lies there twice once, by its first place', async () => {
    const same = `A headline\n\n5 March 2020\n\n${longText('plain')}`;
    const dir = inputFolder({ 'a.txt': same, 'b.txt': same, 'c.txt': same });
    utimesSync(join(dir, 'a.txt'), 1_600_000_000, 1_600_000_000);
    const { items } = await importInto(content, [dir]);
    expect(items.map(({ status }) => status)).toEqual(['doubtful', 'already-there', 'already-there']);
    expect(filesBelow(content)['inbox/a-headline.md']).toContain('captured: 2020-09-13T');
  });

  test('takes what a bag of files holds, and not what speaks of the bag', async () => {
    const files = { 'bagit.txt': 'BagIt-Version: 1.0\n', 'bag-info.txt': 'Source-Organization: X\n', 'manifest-sha256.txt': '0 data/a.txt\n' };
    const { items, passedOver } = await importInto(content, [inputFolder({ ...files, 'data/a.txt': `A headline\n\n${longText('plain')}` })]);
    expect(items.map(({ entry }) => entry)).toEqual(['inbox/a-headline.md']);
    expect(passedOver).toHaveLength(3);
  });

  test('refuses what no page can show, and takes the rest', async () => {
    const lines = [
      { title: 'NUL', text: 'a\0b' },
      { title: 'Half', text: 'a\ud800b' },
      { title: 'Fine', text: longText('fine'), date: '2020-03-05', source: 'The Herald' },
    ].map((each) => JSON.stringify(each));
    const { items } = await importInto(content, [inputFolder({ 'a.jsonl': lines.join('\n') })]);
    expect(items.map(({ status, reasons }) => `${status} ${reasons ?? ''}`)).toEqual([
      'refused It holds a NUL byte, which no text has.',
      'refused It holds half of a character (a lone surrogate).',
      'taken ',
    ]);
  });
});
