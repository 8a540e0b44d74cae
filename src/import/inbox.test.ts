import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { options } from '../../tests/support/content-folder.ts';
import { filesBelow, importInto, inputFolder } from '../../tests/support/import.ts';
import { readContent } from '../content/read-content.ts';

let content: string;
let inbox: string;

beforeEach(() => {
  content = join(inputFolder({}), 'content');
  inbox = join(content, 'inbox');
});

const text = (word: string) => Array.from({ length: 120 }, (_, at) => `${word}${at}`).join(' ');

async function waiting(files: Record<string, string>): Promise<string> {
  const dir = inputFolder(files);
  await importInto(content, [dir]);
  return dir;
}

/** Changes an entry that waits as a person would. */
function edit(name: string, change: (text: string) => string): void {
  const path = join(inbox, name);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

const outcomes = async (inputs: string[], more = {}) => (await importInto(content, inputs, more)).items.map(({ status, entry }) => [status, entry]);

describe('an entry that waits in the inbox', () => {
  test('is taken when its date and source have been written into it, and keeps every other byte', async () => {
    const dir = await waiting({ 'a.txt': `A headline\n\n${text('plain')}` });
    edit('a-headline.md', (entry) => entry.replace('topics: []', 'topics: [syria]\nsource: The Herald # as on the clipping\ndate: 5 March 2020'));
    const body = readFileSync(join(inbox, 'a-headline.md'), 'utf8').split('---\n')[2];
    expect(await outcomes([inbox])).toEqual([['taken', 'articles/2020/03/05/a-headline.md']]);
    expect(filesBelow(content)['articles/2020/03/05/a-headline.md']).toMatch(
      /^---\n(?:# [^W].*\n)*title: A headline\ntopics: \[syria\]\nsource: the-herald\ndate: 2020-03-05\n/,
    );
    expect(readFileSync(join(content, 'articles/2020/03/05/a-headline.md'), 'utf8').split('---\n')[2]).toBe(body);
    expect(existsSync(join(inbox, 'a-headline.md'))).toBe(false);
    expect(readContent(content, options).faults).toEqual([]);
    // What it was made from is known to be there.
    expect(await outcomes([dir])).toEqual([['already-there', 'articles/2020/03/05/a-headline.md']]);
  });

  test('is completed where a field has no value, or one of several lines', async () => {
    await waiting({ 'a.txt': `A headline\n\n${text('plain')}` });
    edit('a-headline.md', (entry) => entry.replace('topics: []', 'date:\nsource: >-\n  The\n  Herald\ntopics: []'));
    expect(await outcomes([inbox])).toEqual([['doubtful', 'inbox/a-headline.md']]);
    expect(filesBelow(inbox)['a-headline.md']).toContain('\ndate:\nsource: the-herald\ntopics: []\n');
    edit('a-headline.md', (entry) => entry.replace('date:', 'date: 5 March 2020'));
    expect(await outcomes([inbox])).toEqual([['taken', 'articles/2020/03/05/a-headline.md']]);
    expect(filesBelow(content)['articles/2020/03/05/a-headline.md']).toContain('\ndate: 2020-03-05\nsource: the-herald\ntopics: []\n');
  });

  test('is completed by --source and by what a mapping sets', async () => {
    await waiting({ 'a.txt': `One\n\n5 March 2020\n\n${text('first')}`, 'b.txt': `Two\n\n${text('second')}` });
    expect(await outcomes([inbox], { source: 'The Herald' })).toEqual([
      ['taken', 'articles/2020/03/05/one.md'],
      ['doubtful', 'inbox/two.md'],
    ]);
    // What is known of it by now need not be said again.
    expect(filesBelow(inbox)['two.md']).toMatch(/^---\n# Waits: Its date of publication is not known\.\ntitle: Two\n(?:.*\n)*source: the-herald\n/);
    const mapping = join(inputFolder({ 'm.yml': 'set: { date: 2020-03-06 }' }), 'm.yml');
    expect(await outcomes([join(inbox, 'two.md')], { mapping })).toEqual([['taken', 'articles/2020/03/06/two.md']]);
    expect(readContent(content, options).faults).toEqual([]);
  });

  test('waits until what says so is taken out, where it is a new version or a draft', async () => {
    const fields = '---\ntitle: A headline\ndate: 2020-03-05\nsource: The Herald\n---\n\n';
    await waiting({ 'a.md': `${fields}${text('plain')}`, 'b.md': `${fields}${text('plain')} and a correction.` });
    const [item] = (await importInto(content, [inbox])).items;
    expect(item).toMatchObject({ status: 'doubtful', reasons: [expect.stringContaining('It is a new version of articles/2020/03/05/a-headline.md.')] });
    edit('a-headline.md', (entry) => entry.replace(/^# Waits:.*\n/m, ''));
    expect(await outcomes([inbox])).toEqual([['taken', 'articles/2020/03/05/a-headline-2.md']]);
  });

  test('stays where it is when it would be at fault, or has no fields', async () => {
    await waiting({ 'a.txt': `One\n\n5 March 2020\n\n${text('first')}`, 'b.txt': `Two\n\n5 March 2020\n\n${text('second')}` });
    edit('one.md', (entry) => entry.replace('title: One', 'title: One\nauthors: 7\nupdated: never'));
    edit('two.md', () => 'no fields');
    const { items } = await importInto(content, [inbox], { source: 'The Herald' });
    expect(items.map(({ status }) => status)).toEqual(['refused', 'refused']);
    expect(Object.keys(filesBelow(inbox))).toEqual(['one.md', 'two.md']);
  });

  test('that an import was killed over is not there twice', async () => {
    await waiting({ 'a.txt': `One\n\n5 March 2020\n\n${text('first')}` });
    const before = readFileSync(join(inbox, 'one.md'), 'utf8');
    await importInto(content, [inbox], { source: 'The Herald' });
    const whole = filesBelow(content);
    writeFileSync(join(inbox, 'one.md'), before);
    await importInto(content, [inbox], { source: 'The Herald' });
    expect(filesBelow(content)).toEqual(whole);
  });

  test('is shown and left alone in a dry run', async () => {
    await waiting({ 'a.txt': `One\n\n5 March 2020\n\n${text('first')}` });
    const before = filesBelow(content);
    expect(await outcomes([inbox], { source: 'The Herald', dryRun: true })).toEqual([['taken', 'articles/2020/03/05/one.md']]);
    expect(filesBelow(content)).toEqual(before);
  });
});
