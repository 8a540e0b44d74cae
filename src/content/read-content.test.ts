import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { article, contentFolder, type Files, faultsIn, fields, minimal, options, place, required } from '../../tests/support/content-folder.ts';
import { ContentError } from '../errors.ts';
import { openFolder } from './files.ts';
import { readBody } from './read-article.ts';
import { type ArticleMemory, readContent, requireContent } from './read-content.ts';

const whole = article(required);

function contentOf(files: Files) {
  const dir = contentFolder({ ...minimal, ...files });
  const { faults, content } = readContent(dir, options);
  expect(faults).toEqual([]);
  return { dir, content: content ?? expect.fail('no content') };
}

describe('faults in many files', () => {
  test('all are found at once, in the order of files, lines and columns', () => {
    const dir = contentFolder({
      ...minimal,
      'archive.yml': 'title: A\ndescription: B\nurl: nowhere\nlanguage: en\n',
      'articles/2020/03/05/b.md': article(['date: 2020-02-30', 'title: 7', 'source: herald', 'topics: [A, B]'], ''),
      'articles/2020/03/05/a.md': 'No frontmatter.\n',
      'articles/readme.txt': 'x',
      'pages/terms.md': '---\ntitle: Terms\n',
      'topics/war.yml': 'title: [\n',
    });
    expect(faultsIn(dir).map((fault) => fault.split(' ')[0])).toEqual([
      'archive.yml:3:6',
      'articles/2020/03/05/a.md:1:1',
      'articles/2020/03/05/b.md:2:7',
      'articles/2020/03/05/b.md:3:8',
      'articles/2020/03/05/b.md:5:10',
      'articles/2020/03/05/b.md:5:13',
      'articles/2020/03/05/b.md:7:1',
      'articles/readme.txt:1:1',
      'pages/terms.md:1:1',
      'topics/war.yml:2:1',
    ]);
  });

  test('one error carries them all', () => {
    const dir = contentFolder({ ...minimal, 'articles/2020/03/05/a.md': 'x', 'topics/war.yml': 'title: 1\nname: 2\n' });
    expect(() => requireContent(dir, options)).toThrow(ContentError);
    expect(() => requireContent(dir, options)).toThrow(
      /^3 faults in 2 files; nothing was published\.\n.*a\.md:1:1: The file does not begin with frontmatter\.\n {4}Begin it/,
    );
  });

  test('where archive.yml is missing, it and all others are named', () => {
    expect(faultsIn(contentFolder({ [place]: article(fields('title: 1')), 'sources/herald.yml': 'name: The Herald\n' }))).toEqual([
      'archive.yml:1:1 There is no archive.yml. → Write one with title, description, url and language.',
      'articles/2020/03/05/headline.md:5:8 “title” must be text, not a number. → Put quotes around it.',
    ]);
  });

  test('an empty folder, or none', () => {
    const missing = ['archive.yml:1:1 There is no archive.yml. → Write one with title, description, url and language.'];
    expect(faultsIn(contentFolder({}))).toEqual(missing);
    expect(faultsIn(join(contentFolder({}), 'nowhere'))).toEqual(missing);
  });
});

describe('what lies in the folder and is no file', () => {
  test('a folder that is named like an article, empty or not', () => {
    const dir = contentFolder({ ...minimal, 'articles/2020/03/05/full.md/text.md': whole });
    mkdirSync(join(dir, 'articles/2020/03/05/empty.md'));
    mkdirSync(join(dir, 'sources/globe.yml'));
    expect(faultsIn(dir)).toEqual([
      'articles/2020/03/05/empty.md:1:1 This is a folder, not a file. → Rename it.',
      'articles/2020/03/05/full.md:1:1 This is a folder, not a file. → Rename it.',
      'articles/2020/03/05/full.md/text.md:1:1 This is not where an article can be. → Name it articles/YYYY/MM/DD/slug.md.',
      'sources/globe.yml:1:1 This is a folder, not a file. → Rename it.',
    ]);
  });

  test('a file in the place of a folder', () => {
    expect(faultsIn(contentFolder({ ...minimal, articles: 'x', topics: 'y' }))).toEqual([
      'articles:1:1 This is not where an article can be. → Name it articles/YYYY/MM/DD/slug.md.',
      expect.stringMatching(/^topics:1:1 /),
      expect.stringMatching(/^topics:1:1 /),
    ]);
  });

  test('a link that leads nowhere', () => {
    const dir = contentFolder({ ...minimal, [place]: whole });
    symlinkSync(join(dir, 'nowhere.md'), join(dir, 'articles/2020/03/05/link.md'));
    expect(faultsIn(dir)).toEqual(['articles/2020/03/05/link.md:1:1 The file was there and is gone. → Was it moved just now? Run the command again.']);
  });

  test('a file that vanishes between listing and reading is a fault, not an article less', () => {
    const dir = contentFolder({ ...minimal, 'articles/2020/03/05/a.md': whole, 'articles/2020/03/05/b.md': whole });
    const { content, faults } = readContent(dir, {
      ...options,
      excerpt: () => {
        rmSync(join(dir, 'articles/2020/03/05/b.md'), { force: true });
        return '';
      },
    });
    expect(content).toBeUndefined();
    expect(faults.map(({ message }) => message)).toEqual(['The file was there and is gone.']);
  });

  test('hidden files and what lies beside the collections are not read', () => {
    const { content } = contentOf({
      [place]: whole,
      'articles/2020/03/05/.headline.md.swp': 'x',
      'articles/.DS_Store': 'x',
      'sources/.git/x.yml': 'x',
      'inbox/doubtful.md': 'no frontmatter',
      'notes.txt': 'x',
    });
    expect(content.articles.map(({ id }) => id)).toEqual(['2020/03/05/headline']);
    expect(content.sources).toHaveLength(1);
  });
});

describe('accepted', () => {
  const text = 'First — “quoted” text.\n\nSecond.\n';

  test.each([
    ['a byte order mark', `\ufeff${article(required, text)}`],
    ['lines ending in CR LF', article(required, text).replaceAll('\n', '\r\n')],
    ['lines ending in CR', article(required, text).replaceAll('\n', '\r')],
    ['all of them', `\ufeff${article(required, text).replace('\n', '\r\n').replace('\n', '\r')}`],
    ['white space after the fences', article(required, text).replaceAll('---', '--- \t')],
  ])('%s: the text is the same', (_what, file) => {
    const { dir, content } = contentOf({ [place]: file });
    const [read] = content.articles;
    expect(read?.title).toBe('A headline');
    expect(readBody(openFolder(dir), place, read?.digest ?? '')).toBe(`\n${text}`);
  });

  test('a byte order mark and CR LF in every other kind of file', () => {
    const { content } = contentOf({
      'archive.yml': '\ufefftitle: Ä\r\ndescription: B\r\nurl: https://a.example/\r\nlanguage: en\r\n',
      'topics/war.yml': '\ufefftitle: War\r\n',
      'pages/about.md': '\ufeff---\r\ntitle: About\r\n---\r\nText.\r\n',
    });
    expect([content.facts.title, content.topics[0]?.title, content.pages[0]?.title]).toEqual(['Ä', 'War', 'About']);
  });

  test('a line of three hyphens in the text ends no frontmatter', () => {
    const { dir, content } = contentOf({ [place]: article(required, 'One.\n\n---\n\ntitle: Two\n') });
    expect(readBody(openFolder(dir), place, content.articles[0]?.digest ?? '')).toBe('\nOne.\n\n---\n\ntitle: Two\n');
  });

  test.each(['روسيا-وتركيا', 'پوتین-و-اردوغان', '伊德利卜', 'идлиб', 'इदलिब', 'κόσμος', 'ﬁn', '100-tage', 'a.b_c~d'])('the address %s', (slug) => {
    const { content } = contentOf({ [`articles/2020/03/05/${slug}.md`]: whole });
    expect(content.articles[0]?.id).toBe(`2020/03/05/${slug}`);
  });

  test('a name that the disk keeps decomposed has a composed address, and its file is found', () => {
    const file = 'articles/2020/03/05/cafe\u0301.md';
    const { dir, content } = contentOf({ [file]: whole });
    const [read] = content.articles;
    expect(read?.id).toBe('2020/03/05/caf\u00e9');
    expect(readBody(openFolder(dir), read?.file ?? '', read?.digest ?? '')).toContain('One paragraph');
  });

  test('a long line within the limit, and letters of every kind', () => {
    const long = `${'\u{1F30D}\u200c\u00ad\u00a0 '.repeat(100_000)}\n`;
    const { dir, content } = contentOf({ [place]: article(required, long) });
    expect(readBody(openFolder(dir), place, content.articles[0]?.digest ?? '')).toBe(`\n${long}`);
  });

  test('an article’s language is its own, else its source’s, else the archive’s', () => {
    const { content } = contentOf({
      'sources/globe.yml': 'name: Globe\nlanguage: fa\n',
      'articles/2020/03/05/a.md': article(fields('source: globe', 'language: ar')),
      'articles/2020/03/05/b.md': article(fields('source: globe')),
      'articles/2020/03/05/c.md': whole,
      'pages/terms.md': '---\ntitle: Terms\n---\nText.\n',
    });
    expect(content.articles.map(({ language }) => language)).toEqual(['ar', 'fa', 'en']);
    expect(content.pages[0]?.language).toBe('en');
  });

  test('an article’s own address among its aliases, and aliases as old sites wrote them', () => {
    const { content } = contentOf({ [place]: article([...required, 'aliases: [/2020/03/05/headline, /news/172997.html, /caf%C3%A9/, /news/index.html]']) });
    expect(content.articles[0]?.aliases).toHaveLength(4);
  });

  test('topics without a file, and an about page', () => {
    const { content } = contentOf({ [place]: article(fields('topics: [war, peace]')), 'pages/about.md': '---\ntitle: About\n---\nText.\n' });
    expect(content.articles[0]?.topics).toEqual(['war', 'peace']);
    expect(content.pages[0]?.id).toBe('about');
  });

  test('as many articles as files', () => {
    const files = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`articles/2020/03/05/a${at}.md`, whole]));
    const dir = contentFolder({ ...minimal, ...files });
    expect(readContent(dir, options).articleFiles).toBe(50);
    expect(requireContent(dir, options).content.articles).toHaveLength(50);
  });
});

describe('texts on disk', () => {
  test('a file that changes after it was checked is not rendered', () => {
    const { dir, content } = contentOf({ [place]: whole });
    writeFileSync(join(dir, place), article(required, 'Another text.\n'));
    expect(() => readBody(openFolder(dir), place, content.articles[0]?.digest ?? '')).toThrow(/has changed since it was checked/);
  });

  test('nor is one that is gone', () => {
    const { dir, content } = contentOf({ [place]: whole });
    rmSync(join(dir, place));
    expect(() => readBody(openFolder(dir), place, content.articles[0]?.digest ?? '')).toThrow(/The file was there and is gone/);
  });

  test('a digest is that of the bytes', () => {
    const [one, two] = [contentOf({ [place]: whole }), contentOf({ [place]: `\ufeff${whole}` })].map(({ content }) => content.articles[0]?.digest);
    expect(one).toMatch(/^sha256-[\w-]{43}$/);
    expect(two).not.toBe(one);
  });
});

test('a text that is nested deeper than can be shown is a fault', () => {
  const dir = contentFolder({ ...minimal, 'articles/2020/03/05/a.md': whole });
  const { faults } = readContent(dir, { ...options, excerpt: () => undefined });
  expect(faults.map(({ file, message }) => [basename(file), message])).toEqual([['a.md', 'The text is nested deeper than can be shown.']]);
});

test('a slug may be spelt with a joiner, as Persian is', () => {
  const dir = contentFolder({ ...minimal, 'articles/2020/03/05/می\u200cخواهم.md': whole });
  const { content, faults } = readContent(dir, options);
  expect(faults).toEqual([]);
  expect(content?.articles.map(({ id }) => id)).toEqual(['2020/03/05/می\u200cخواهم']);
});

describe('memory', () => {
  test('only files that have changed are read again', () => {
    const dir = contentFolder({ ...minimal, 'articles/2020/03/05/a.md': whole, 'articles/2020/03/05/b.md': whole });
    const memory: ArticleMemory = new Map();
    const read: string[] = [];
    const excerpt = (body: string) => {
      read.push(body.trim());
      return '';
    };
    const readAll = () => readContent(dir, { ...options, memory, excerpt });
    readAll();
    expect(read.splice(0)).toHaveLength(2);
    readAll();
    expect(read).toEqual([]);
    writeFileSync(join(dir, 'articles/2020/03/05/b.md'), article(fields('title: Changed'), 'Another, longer text.\n'));
    expect(readAll().content?.articles.map(({ title }) => title)).toEqual(['A headline', 'Changed']);
    expect(read).toEqual(['Another, longer text.']);
    rmSync(join(dir, 'articles/2020/03/05/a.md'));
    expect(readAll().content?.articles.map(({ title }) => title)).toEqual(['Changed']);
  });
});
