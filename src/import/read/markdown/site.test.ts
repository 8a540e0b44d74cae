import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, importInto, inputFolder } from '../../../../tests/support/import.ts';
import { literals } from './script.ts';
import { makeSites } from './site.ts';

const article = (title: string, words = 'the council of the town met on the market in the morning and the mayor said that it was a good day') =>
  `---\ntitle: ${title}\ndate: 2020-03-05\n---\n\n${title}: ${words}.`;
const FRENCH = 'le conseil de la ville s’est réuni sur le marché dans la matinée et le maire a dit que c’était une bonne journée pour tous';

const SITES = {
  'hugo/hugo.toml': 'title = "Hugo Herald"\nbaseURL = "https://hugo.example/"\nlanguageCode = "en-us"\n',
  'hugo/content/fr/a.md': article('Un', FRENCH),
  'hugo/content/en/b.md': article('One'),
  'jekyll/_config.yml': 'title: Jekyll Journal\nurl: https://jekyll.example\n',
  'jekyll/_posts/2020-03-05-c.md': article('Two'),
  'astro/astro.config.mjs':
    "import sitemap from '@astrojs/sitemap';\n// site: 'https://old.example'\nexport default defineConfig({\n  integrations: [sitemap({ site: 'https://no.example' })],\n  site: 'https://astro.example',\n});\n",
  'astro/src/content/blog/d.md': article('Three'),
  'eleventy/eleventy.config.js': 'export default function (config) { config.addFilter("x", (y) => y); }\n',
  'eleventy/_data/metadata.js':
    'export default {\n\ttitle: "Eleventy Echo",\n\turl: "https://eleventy.example/",\n\tlanguage: "en",\n\tauthor: { name: "Me", url: "https://me.example/" },\n}\n',
  'eleventy/content/e.md': article('Four'),
  'none/package.json': '{ "name": "none" }',
  'none/posts/f.md': article('Five'),
};

test('the configuration nearest above a file says whose it is, in a tree of several sites; a folder’s name says nothing', async () => {
  const content = join(inputFolder({}), 'content');
  const { items } = await importInto(content, [inputFolder(SITES)]);
  const files = filesBelow(content);
  expect(Object.fromEntries(Object.entries(files).filter(([file]) => file.startsWith('sources/')))).toEqual({
    'sources/astro-example.yml': 'name: astro.example\nurl: https://astro.example/\n',
    'sources/eleventy-echo.yml': 'name: Eleventy Echo\nurl: https://eleventy.example/\nlanguage: en\n',
    'sources/hugo-herald.yml': 'name: Hugo Herald\nurl: https://hugo.example/\nlanguage: en-US\n',
    'sources/jekyll-journal.yml': 'name: Jekyll Journal\nurl: https://jekyll.example/\n',
  });
  expect(files['articles/2020/03/05/un.md']).toContain('language: fr\n');
  expect(items.filter(({ status }) => status !== 'taken')).toEqual([
    expect.objectContaining({ status: 'doubtful', entry: 'inbox/five.md', reasons: ['Its source is not known.'] }),
  ]);
});

test('a configuration above the folder or file that was named is looked at, up to where a repository ends', async () => {
  const dir = inputFolder({ ...SITES, 'hugo/content/own/.git/HEAD': '', 'hugo/content/own/posts/g.md': article('Six') });
  const site = makeSites();
  const name = (file: string, root?: string) => site(join(dir, file), root === undefined ? undefined : join(dir, root))?.name;
  expect(name('hugo/content/en/b.md', 'hugo/content/en')).toBe('Hugo Herald');
  expect(name('hugo/content/en/b.md')).toBe('Hugo Herald');
  expect(name('hugo/content/own/posts/g.md', 'hugo/content/own')).toBeUndefined();
});

test.each([
  ["module.exports = { url: 'https://a.example', env: process.env.URL || 'x', deep: { url: 'no' } };", { url: 'https://a.example' }],
  ['const config = { "site": `https://a.example` };\nexport default config;', { site: 'https://a.example' }],
  ['export default { site: `https://$\x7bhost}`, title: "It’s \'ours\'", test: /[\'"{]/, lang: "en" }', { title: "It’s 'ours'", lang: 'en' }],
  ['const a = { site: "https://a.example" };', {}],
  ['export default function (config) { return { dir: { input: "a" } }; }', {}],
])('of the script %s its words in quotes are read', (script, fields) => {
  expect(literals(script)).toEqual(fields);
});
