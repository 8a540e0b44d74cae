/**
 * Holds the search of a built site against a plain reading of its articles: generated queries through the
 * engine, and some of them through the search page in headless Chromium, which saves all it found.
 *
 *     npx node tests/measure-equality.ts CONTENT DIST [QUERIES] [IN THE BROWSER]
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { chromium } from 'playwright-core';
import { makeArchive } from '../src/archive/archive.ts';
import { openFolder } from '../src/content/files.ts';
import { readBody } from '../src/content/read-article.ts';
import { requireContent } from '../src/content/read-content.ts';
import { toPlainText } from '../src/markdown/plain-text.ts';
import { makeEngine } from '../src/search/engine/search.ts';
import { FileMissing } from '../src/search/engine/store.ts';
import { CHROMIUM_FLAGS, findChromium } from './e2e/setup/chromium.ts';
import { plainly } from './support/conformance.ts';
import { makeQueries } from './support/queries.ts';
import { makeRandom } from './support/random.ts';
import { makeScan } from './support/scan.ts';
import { servePacked } from './support/static-server.ts';

const [content = 'content', dist = 'dist', queries = '2000', inBrowser = '200'] = process.argv.slice(2);
const archive = makeArchive(requireContent(content, { excerpt: () => '', paragraphIds: () => [] }).content);
const folder = openFolder(content);
const articles = archive.articles.map((article) => ({ article, text: toPlainText(readBody(folder, article.file, article.digest)) }));
const names = {
  sources: new Map([...archive.sources.values()].map(({ id, name }) => [id, name])),
  topics: new Map([...archive.topics.values()].map(({ id, title }) => [id, title])),
};
const scan = await makeScan(articles, names);
const next = makeQueries(articles, names, makeRandom(7));
const engine = makeEngine(async (path) => {
  const file = join(dist, 'pagefind', path.replace(/\?.*/, ''));
  if (!existsSync(file)) throw new FileMissing(path);
  return Uint8Array.from(readFileSync(file));
}, '/');

let equal = 0;
const texts = Array.from({ length: Number(queries) }, next);
for (const query of texts) {
  const answer = await engine.search(plainly(query), true);
  const found = (await answer.fragments(0, answer.total)).map(({ path }) => decodeURI(path).slice(1, -1)).sort();
  if (answer.exact && JSON.stringify(found) === JSON.stringify(scan.find(query))) equal += 1;
  else console.log(`not equal: ${query}`);
}
console.log(`engine: ${equal} of ${queries} equal to a reading of ${articles.length} articles`);

const server = await servePacked(dist);
const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS });
let same = 0;
const page = await browser.newPage();
// All hits of a query are loaded to be saved, and of the broadest that is every article.
page.setDefaultTimeout(300_000);
for (const query of texts.slice(0, Number(inBrowser))) {
  await page.goto(`${server.origin}search/?q=${encodeURIComponent(query)}`);
  await page.locator('[data-search-state=done]').waitFor();
  const truth = scan.find(query);
  let found: string[] = [];
  const count = Number.parseInt(((await page.textContent('[data-search-count]')) ?? '').replaceAll(',', ''), 10) || 0;
  if (count > 0) {
    await page.locator('[data-search-take] summary').click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'JSON Lines' }).click()]);
    const lines = (await text(await download.createReadStream())).trimEnd().split('\n');
    found = lines.map((line) => decodeURI(new URL((JSON.parse(line) as { url: string }).url).pathname).slice(1, -1)).sort();
  }
  if (JSON.stringify(found) === JSON.stringify(truth)) same += 1;
  else console.log(`not equal in the browser: ${query}`);
}
console.log(`search page: ${same} of ${Math.min(Number(inBrowser), texts.length)} equal`);
await browser.close();
await server.close();
