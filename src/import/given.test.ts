import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { options } from '../../tests/support/content-folder.ts';
import { filesBelow, importInto, inputFolder, rss } from '../../tests/support/import.ts';
import { readContent } from '../content/read-content.ts';
import { ContentError } from '../errors.ts';

let content: string;

beforeEach(() => {
  content = join(inputFolder({}), 'content');
});

const SAYS = 'In the morning the council met in the old town hall, and the people of the town waited before it for the news of the day.';
const text = (word: string) => `${SAYS} ${Array.from({ length: 60 }, (_, at) => `${word}${at}`).join(' ')} ${SAYS}`;
const warc = (html: string) => {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`;
  return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://herald.example/council-meets-in-the-old-town-hall\r\nWARC-Date: 2021-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`;
};
const page = (word: string) =>
  `<!doctype html><title>Page ${word}</title><article><h1>Page ${word}</h1>${[1, 2, 3].map((at) => `<p>${text(word + at)}</p>`).join('')}</article>`;

/** Inputs in every kind of format that say no more than a headline and a text. */
const SILENT = {
  'a.txt': `Text\n\n${text('plain')}`,
  'b.html': page('saved'),
  'c.warc': warc(page('crawled')),
  'd.csv': `title,text\nRow one,"${text('first')}"\nRow two,"${text('second')}"\n`,
  'e.jsonl': JSON.stringify({ title: 'Line', text: text('line') }),
  'f.xml': `<rss version="2.0"><channel><item><title>Entry</title><description>${text('entry')}</description></item></channel></rss>`,
  'g.md': `---\ntitle: Markdown\n---\n\n${text('markdown')}`,
  'h.json': JSON.stringify({ uri: 'urn:x', versioncreated: 'unknown', headline: 'News item', body_text: text('ninjs') }),
};

const mapping = (yaml: string) => join(inputFolder({ 'm.yml': yaml }), 'm.yml');
const fieldsOf = (file: string) => parse(/^---\n([\s\S]*?)\n---\n/.exec(readFileSync(join(content, file), 'utf8'))?.[1] ?? '') as Record<string, unknown>;

describe('what a mapping file sets', () => {
  test.each(Object.entries(SILENT))('completes %s', async (name, input) => {
    const file = mapping(
      'set: { source: The Herald, date: 2020-03-05, language: en-GB, section: World, topics: [syria, turkey], authors: Jane Doe, dateline: Ankara, places: [Idlib], rights: CC BY 4.0 }',
    );
    const { items } = await importInto(content, [join(inputFolder({ [name]: input }), name)], { mapping: file });
    expect(items.length).toBeGreaterThan(0);
    for (const { entry, reasons } of items) expect(`${entry} ${reasons ?? ''}`).toMatch(/^articles/);
    for (const { entry = '' } of items) {
      const { title: _, captured: __, ...fields } = fieldsOf(entry);
      expect(fields).toMatchObject({
        source: 'the-herald',
        date: '2020-03-05',
        topics: ['world', 'syria', 'turkey'],
        authors: ['Jane Doe'],
        dateline: 'Ankara',
        places: ['Idlib'],
        rights: 'CC BY 4.0',
      });
    }
    expect(filesBelow(content)['sources/the-herald.yml']).toBe('name: The Herald\nlanguage: en-GB\n');
    expect(readContent(content, options).faults).toEqual([]);
  });

  const SAYING = rss(
    `<item><title>Story</title><link>https://herald.example/1</link><pubDate>Thu, 05 Mar 2020 18:20:00 GMT</pubDate><category>Weather</category><dc:creator>John Roe</dc:creator><content:encoded>${text('story')}</content:encoded></item>`,
  );

  test('gives way to what an article says', async () => {
    const file = mapping('set: { source: The Post, date: 2001-01-01, topics: [syria], authors: [Jane Doe] }');
    const { items } = await importInto(content, [join(inputFolder({ 'a.xml': SAYING }), 'a.xml')], { mapping: file });
    expect(fieldsOf(items[0]?.entry ?? '')).toMatchObject({ source: 'the-herald', date: '2020-03-05T18:20:00Z', topics: ['weather'], authors: ['John Roe'] });
  });

  test('stands whatever an article says where it overrules, and an empty list takes out', async () => {
    const file = mapping('overrule: { source: "The Post: London", date: 5 March 2001, topics: [syria], authors: [] }');
    const { items } = await importInto(content, [join(inputFolder({ 'a.xml': SAYING }), 'a.xml')], { mapping: file });
    const fields = fieldsOf(items[0]?.entry ?? '');
    expect(fields).toMatchObject({ source: 'the-post-london', date: '2001-03-05', topics: ['syria'] });
    expect(fields).not.toHaveProperty('authors');
  });

  test('is held against the words of a text where it is a language', async () => {
    const file = mapping('set: { language: fr, source: The Herald, date: 2020-03-05 }');
    const { items } = await importInto(content, [join(inputFolder({ 'a.txt': SILENT['a.txt'] }), 'a.txt')], { mapping: file });
    expect(items[0]).toMatchObject({ status: 'doubtful', reasons: ['It says that its language is fr; its words are en.'] });
  });

  test('goes after --source, and completes what an earlier import let wait; without it nothing leaves the archive', async () => {
    const input = join(inputFolder({ 'a.txt': SILENT['a.txt'] }), 'a.txt');
    const [waiting] = (await importInto(content, [input])).items;
    expect(waiting?.entry).toBe('inbox/text.md');
    const file = mapping('set: { source: The Post, date: 2020-03-05 }');
    const [taken] = (await importInto(content, [input], { mapping: file, source: 'The Herald' })).items;
    expect(taken).toMatchObject({ status: 'taken', entry: 'articles/2020/03/05/text.md' });
    expect(fieldsOf('articles/2020/03/05/text.md').source).toBe('the-herald');
    const before = filesBelow(content);
    expect((await importInto(content, [input])).items[0]).toMatchObject({ status: 'already-there', entry: 'articles/2020/03/05/text.md' });
    expect(filesBelow(content)).toEqual(before);
  });

  test('stands for the rows of one table alone in that table’s own file', async () => {
    const input = join(inputFolder({ 'd.csv': SILENT['d.csv'] }), 'd.csv');
    await importInto(content, [input]);
    const [own = ''] = Object.keys(filesBelow(content)).filter((each) => each.startsWith('imports/d-csv'));
    const written = filesBelow(content)[own] ?? '';
    expect(written).toContain('columns:\n  title: title\n  text: text\n');
    writeFileSync(join(content, own), written.replace('# set: { source: The Herald, language: en }', 'set: { source: The Herald, date: 2020-03-05 }'));
    expect((await importInto(content, [input])).items.map(({ entry }) => entry)).toEqual(['articles/2020/03/05/row-one.md', 'articles/2020/03/05/row-two.md']);
  });
});

describe('a table whose columns have names that say nothing', () => {
  const odd = (cell: (word: string) => string) => `k1,k2,k3\nRow one,2020-03-05,"${cell('first')}"\nRow two,2020-03-06,"${cell('second')}"\n`;

  test('is read by the columns that a mapping names', async () => {
    const file = mapping('columns: { title: k1, date: k2, text: k3 }\nset: { source: The Herald }');
    const { items } = await importInto(content, [join(inputFolder({ 'a.csv': odd(() => 'A word.') }), 'a.csv')], { mapping: file });
    expect(items.map(({ entry }) => entry)).toEqual(['articles/2020/03/05/row-one.md', 'articles/2020/03/06/row-two.md']);
  });

  test('waits for them to be named', async () => {
    const input = join(inputFolder({ 'a.csv': odd(() => 'A word.') }), 'a.csv');
    const { items, said } = await importInto(content, [input]);
    expect(items).toMatchObject([{ status: 'refused', reasons: [expect.stringContaining('No column of it is known to hold the text')] }]);
    const [own = ''] = Object.keys(filesBelow(content)).filter((each) => each.startsWith('imports/a-csv'));
    expect(said).toEqual([expect.stringContaining(`Name it in ${own}`)]);
    writeFileSync(
      join(content, own),
      (filesBelow(content)[own] ?? '').replace('columns: {}', 'columns: { title: k1, date: k2, text: k3 }\nset: { source: The Herald }'),
    );
    expect((await importInto(content, [input])).items.map(({ entry }) => entry)).toEqual(['articles/2020/03/05/row-one.md', 'articles/2020/03/06/row-two.md']);
  });
});

test.each([
  ['set: { colour: red }', 1, '“colour” cannot be given to all.'],
  ['set:\n  source: The Herald\n  language: klingonish-und-so', 3, '“klingonish-und-so” is no language.'],
  ['set: { date: someday }', 1, '“someday” is no date.'],
  ['set: { topics: [] }', 1, '“topics” has no value.'],
  ['set: { source: [A, B] }', 1, '“source” has more than one value.'],
  ['source: The Herald', 1, 'A mapping has no “source”.'],
  ['set: The Herald', 1, '“set” has no fields.'],
  ['columns: { title: [', 1, 'The mapping cannot be read'],
  ['', 1, 'The mapping says nothing.'],
])('a mapping file that says %j is at fault', async (yaml, line, message) => {
  const fault = await importInto(content, [], { mapping: mapping(yaml) }).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(ContentError);
  expect((fault as ContentError).faults).toEqual([expect.objectContaining({ line, message: expect.stringContaining(message) })]);
});

test('a mapping file that is not there is at fault', async () => {
  await expect(importInto(content, [], { mapping: join(content, 'nowhere.yml') })).rejects.toThrow('There is no such file.');
});
