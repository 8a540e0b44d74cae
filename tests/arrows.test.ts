import { describe, expect, test } from 'vitest';
import { type Import, importsOf, sourceFiles, surroundingsOf } from './support/imports.ts';

interface Room {
  /** Other rooms, or files of them, that it may import; with `type` before one whose types alone it may import. */
  rooms: string[];
  /** Packages and built-in modules. */
  packages: RegExp;
}

const NOTHING = /^$/;

// The arrows of CONTRIBUTING.md: cli → bench → build → {pages, search} → site → {content, formats, markdown} → archive → schema, and cli → import → {archive, schema}.
const ROOMS: Record<string, Room> = {
  'errors.ts': { rooms: [], packages: NOTHING },
  schema: { rooms: [], packages: /^(astro\/zod|date-fns\/\w+|fastest-levenshtein)$/ },
  archive: { rooms: ['type schema'], packages: NOTHING },
  ledger: { rooms: ['archive'], packages: NOTHING },
  formats: { rooms: ['archive', 'type schema'], packages: /^(node:(crypto|zlib)|schema-dts)$/ },
  markdown: {
    rooms: ['archive/cut.ts', 'archive/web-address.ts'],
    packages: /^(node:crypto|unified|github-slugger|(remark|rehype|hast|mdast|unist|micromark)(-[\w-]+)?)$/,
  },
  content: { rooms: ['ledger', 'archive', 'schema', 'errors.ts'], packages: /^(node:(fs|path|crypto|buffer)|yaml|js-yaml|astro\/(zod|loaders))$/ },
  'content.config.ts': { rooms: ['content', 'markdown', 'site'], packages: /^astro:content$/ },
  search: { rooms: ['archive', 'search/query'], packages: /^(node:(fs|fs\/promises|path|os|zlib|url|crypto)|pagefind|@orama\/stemmers\/\w+)$/ },
  'search/query': { rooms: ['search/words.ts'], packages: NOTHING },
  'search/engine': {
    rooms: [
      'search/engine.ts',
      'search/query',
      'search/words.ts',
      'search/stem.ts',
      'search/record.ts',
      'search/table.ts',
      'search/chunk.ts',
      'search/lexicon.ts',
      'search/catalogue.ts',
    ],
    packages: /^fastest-levenshtein$/,
  },
  'search/client': {
    rooms: [
      'search/engine.ts',
      'search/engine',
      'search/query',
      'search/address.ts',
      'search/catalogue.ts',
      'search/record.ts',
      'search/words.ts',
      'search/stem.ts',
      'quote/client/page-text.ts',
      'archive',
      'formats',
    ],
    packages: NOTHING,
  },
  cite: { rooms: ['formats', 'archive'], packages: NOTHING },
  site: {
    rooms: ['content', 'formats', 'markdown', 'ledger', 'archive', 'type schema', 'errors.ts'],
    packages: /^(astro|astro:content|node:(fs|path|url|crypto)|yaml|fontkitten|@fontsource\/source-serif-4\/files\/[\w-]+\.woff2\?inline)$/,
  },
  quote: { rooms: [], packages: NOTHING },
  'quote/client': { rooms: ['quote'], packages: NOTHING },
  styles: { rooms: [], packages: NOTHING },
  components: {
    rooms: ['site', 'archive', 'formats', 'cite', 'quote/bootstrap.ts', 'quote/client/quoting.ts', 'search/client/found.ts'],
    packages: /^(astro|(quote\/client\/quoting|search\/client\/found)\.ts\?worker&url)$/,
  },
  layouts: { rooms: ['components', 'site', 'archive', 'formats', 'cite/bootstrap.ts', 'quote/bootstrap.ts', 'styles'], packages: /^astro$/ },
  pages: {
    rooms: ['components', 'layouts', 'styles', 'site', 'archive', 'formats', 'search/client/main.ts', 'search/client/offline.ts'],
    packages: /^(astro|search\/client\/offline\.ts\?worker&url)$/,
  },
  build: {
    rooms: ['search', 'site', 'content', 'formats', 'markdown', 'ledger', 'archive', 'type schema', 'errors.ts'],
    packages: /^(node:[\w/]+|astro|sirv|\(pathToFileURL\(join\(server, name\)\)\.href\))$/,
  },
  // Publishing and importing meet in archive, schema and errors alone.
  import: {
    rooms: ['import/extract', 'import/date', 'archive', 'schema', 'errors.ts'],
    packages:
      /^(node:[\w/]+|yaml|smol-toml|astro\/zod|entities|htmlparser2|parse5|warcio|yauzl|css-(?:select|what)|csv-parse(\/sync)?|@streamparser\/json|postal-mime|chardet|iconv-lite|eld\/extrasmall|tldts|ipaddr\.js|robots-parser|unified|@mozilla\/readability|defuddle|linkedom|(remark|rehype|hast|mdast|unist|micromark)(-[\w-]+)?)$/,
  },
  'import/date': { rooms: ['schema'], packages: NOTHING },
  // What a page says, and nothing of where it comes from or goes.
  'import/extract': {
    rooms: ['import/found.ts', 'import/date'],
    packages:
      /^(@mozilla\/readability|css-(?:select|what)|defuddle|linkedom|parse5|eld\/extrasmall|unified|remark-(gfm|stringify)|rehype-remark|(hast|mdast|unist)(-[\w-]+)?)$/,
  },
  bench: { rooms: ['build', 'site/counted.ts'], packages: /^(node:[\w/]+|yaml)$/ },
  cli: {
    rooms: ['bench', 'build', 'import', 'search', 'site', 'content', 'formats', 'markdown', 'ledger', 'archive', 'errors.ts'],
    packages: /^(node:[\w/]+|astro)$/,
  },
};

/** The room of a file: the longest name in the table that it lies under. */
function roomOf(file: string): string {
  return (
    Object.keys(ROOMS)
      .filter((room) => lies(file, room))
      .sort((a, b) => b.length - a.length)[0] ?? 'no room'
  );
}

function lies(file: string, room: string): boolean {
  return file === room || file.startsWith(`${room}/`);
}

/** Imports that go against the arrows, as `file → target`. */
function againstArrows(imports: readonly Import[], files: ReadonlySet<string>): string[] {
  return imports
    .filter(({ file, target, typeOnly }) => {
      const own = roomOf(file);
      const room = ROOMS[own];
      if (room === undefined) return true;
      if (!files.has(target) && !/^styles\/[\w-]+\.css$/.test(target)) return !room.packages.test(target);
      return (
        roomOf(target) !== own &&
        !room.rooms.some(
          (allowed) =>
            lies(target, allowed.replace('type ', '')) && roomOf(target) === roomOf(allowed.replace('type ', '')) && (typeOnly || !allowed.startsWith('type ')),
        )
      );
    })
    .map(({ file, target }) => `${file} → ${target}`);
}

const sources = sourceFiles();
const files = new Set(sources.keys());
const imports = [...sources].flatMap(([file, text]) => importsOf(file, text));

describe('imports', () => {
  test('go the way of the arrows', () => {
    expect(againstArrows(imports, files)).toEqual([]);
  });

  test('lead in no circle', () => {
    const targets = Map.groupBy(
      imports.filter(({ target, typeOnly }) => files.has(target) && !typeOnly),
      ({ file }) => file,
    );
    const done = new Set<string>();
    const walk = (file: string, path: string[]): void => {
      if (path.includes(file)) expect.fail([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file)) return;
      for (const { target } of targets.get(file) ?? []) walk(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(done.size).toBe(files.size);
  });

  test('nothing imports a page', () => {
    expect(imports.filter(({ target }) => lies(target, 'pages')).map(({ file }) => file)).toEqual([]);
  });

  test('every file has a room', () => {
    expect([...files].filter((file) => ROOMS[roomOf(file)] === undefined)).toEqual([]);
  });
});

test.each([
  'search/client/main.ts',
  'search/client/worker.ts',
  'search/client/offline.ts',
  'search/client/found.ts',
  'cite/main.ts',
  'quote/client/quoting.ts',
])('a browser that runs %s loads nothing that only Node has', (entry) => {
  const reached = new Set([entry]);
  for (const file of reached) {
    for (const { target } of imports.filter((each) => each.file === file && !each.typeOnly)) reached.add(target);
  }
  expect([...reached].filter((target) => !files.has(target) && !/^(@orama\/stemmers\/\w+|fastest-levenshtein)$/.test(target))).toEqual([]);
  expect([...reached].filter((file) => /\bBuffer\b/.test(sources.get(file) ?? ''))).toEqual([]);
  expect(reached.size).toBeGreaterThan(1);
});

const PURE = [
  'schema',
  'archive',
  'ledger',
  'quote',
  'formats',
  'markdown',
  'import/extract',
  'search/query',
  'search/engine',
  'search/address.ts',
  'search/words.ts',
  'search/lexicon.ts',
  'search/chunk.ts',
  'errors.ts',
];

test('the pure rooms know no clock, no chance, no network and no process', () => {
  const pure = [...sources].filter(([file]) => PURE.some((room) => lies(file, room)));
  expect(pure.length).toBeGreaterThan(30);
  expect(pure.flatMap(([file, text]) => surroundingsOf(file, text).map((found) => `${file}: ${found}`))).toEqual([]);
});

describe('what this test would say', () => {
  const against = (file: string, text: string) => againstArrows(importsOf(file, text), files).map((each) => each.split(' → ')[1]);

  test.each([
    ['schema/article.ts', "import { compare } from '../archive/article.ts';", 'archive/article.ts'],
    ['schema/article.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
    ['archive/archive.ts', "import { articleSchema } from '../schema/article.ts';", 'schema/article.ts'],
    ['archive/archive.ts', "import type { Fault } from '../errors.ts';", 'errors.ts'],
    ['archive/archive.ts', "export { renderBody } from '../markdown/processor.ts';", 'markdown/processor.ts'],
    ['formats/feed.ts', "import { renderBody } from '../markdown/processor.ts';", 'markdown/processor.ts'],
    ['formats/feed.ts', "const { writeFile } = await import('node:fs/promises');", 'node:fs/promises'],
    ['markdown/excerpt.ts', "import { dayOf } from '../archive/dates.ts';", 'archive/dates.ts'],
    ['content/loader.ts', "import { excerpt } from '../markdown/excerpt.ts';", 'markdown/excerpt.ts'],
    ['search/client/main.ts', "import '../index.ts';", 'search/index.ts'],
    ['search/client/main.ts', "import { init } from 'pagefind';", 'pagefind'],
    ['search/index.ts', "import { getSite } from '../site/site.ts';", 'site/site.ts'],
    ['pages/about.astro', "---\nimport { openFolder } from '../content/files.ts';\n---\n<p>x</p>", 'content/files.ts'],
    ['pages/about.astro', "---\nconst a = 1;\n---\n<script>\nimport '../search/client/page.ts';\n</script>", 'search/client/page.ts'],
    ['components/Counts.astro', "---\nimport Page from '../layouts/Page.astro';\n---", 'layouts/Page.astro'],
    ['build/build-site.ts', "import '../cli/flags.ts';", 'cli/flags.ts'],
    ['utils/things.ts', "import { compare } from '../archive/article.ts';", 'archive/article.ts'],
  ])('%s may not have %s', (file, text, target) => {
    expect(against(file, text)).toEqual([target]);
  });

  test.each([
    ['archive/archive.ts', "import { type ArticleFields } from '../schema/article.ts';"],
    ['archive/archive.ts', "import './dates.ts';"],
    ['content/loader.ts', "import { ContentError } from '../errors.ts';"],
    ['pages/about.astro', "---\nimport '../styles/stet.css';\n---"],
  ])('%s may have %s', (file, text) => {
    expect(against(file, text)).toEqual([]);
  });

  test.each([
    ['new Date()', ['new Date()']],
    ['new Date', ['new Date()']],
    ['Date.now() + performance.now()', ['Date.now', 'performance.now']],
    ['await fetch("/x"); globalThis.fetch("/x")', ['fetch', 'fetch']],
    ['process.env.TZ', ['process']],
    ['Math.random()', ['Math.random']],
    ['new Date(2020, 1, 1); Date.parse("2020"); pages.process; "fetch"', []],
  ])('%s asks for %j', (text, expected) => {
    expect(surroundingsOf('archive/x.ts', text)).toEqual(expected);
  });
});
