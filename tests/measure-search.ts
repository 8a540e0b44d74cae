/**
 * Measures the search of a built site as a reader has it: headless Chromium against a plain static server
 * that packs texts, as most do. Queries are made of the site's own words (`data/YYYY.jsonl`).
 *
 *     npx node tests/measure-search.ts DIST [SESSIONS] [SEED] [--line KBITS,MS]
 *
 * Each session is a browser that knows nothing yet: one first search, then some more. Bytes are all that the
 * server sent, pages, scripts and headers included; times are the page's own, from the navigation or the
 * submitted form until the hits stand in the page. `--line 1600,150` has all go over a line of so many kilobits a second,
 * on which an answer begins after so many milliseconds.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { foldWords } from '../src/search/words.ts';
import { CHROMIUM_FLAGS, findChromium } from './e2e/setup/chromium.ts';
import { makeRandom, type Random } from './support/random.ts';
import { servePacked } from './support/static-server.ts';

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { line: { type: 'string' } } });
const [dir = 'dist', sessions = '26', seed = '7'] = positionals;
const [kbits = 0, latency = 0] = (options.line ?? '').split(',').map(Number);
const LATER = 3;

interface Sample {
  kind: string;
  query: string;
  first: boolean;
  bytes: number;
  requests: number;
  ms: number;
  hits: number;
  count: string;
}

/** What the page tells of itself: when it was asked, when it was done, and what held it up. */
function watchPage(): void {
  const told = { asked: 0, done: 0, tasks: [] as number[] };
  Object.assign(globalThis, { told });
  new PerformanceObserver((list) => told.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: true });
  const look = () => {
    const state = document.querySelector<HTMLElement>('[data-search-state]')?.dataset.searchState;
    if (state === 'searching') told.done = 0;
    if ((state === 'done' || state === 'failed') && told.done === 0) told.done = performance.now();
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributeFilter: ['data-search-state'] });
  const ask = () => Object.assign(told, { asked: performance.now(), done: 0 });
  addEventListener('submit', ask, { capture: true });
  addEventListener('click', ask, { capture: true });
}

type Told = { told: { asked: number; done: number; tasks: number[] } };

const tellOf = (page: Page) => page.evaluate(() => (globalThis as unknown as Told).told);

async function answered(page: Page): Promise<number> {
  await page.waitForFunction(() => (globalThis as unknown as Told).told?.done > 0, null, { polling: 20, timeout: 60_000 });
  const { asked, done } = await tellOf(page);
  return done - asked;
}

/** Queries of the kinds that the issue names, of words that stand in the texts. */
function queryKinds(texts: readonly string[], years: readonly string[], random: Random): [string, () => string][] {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of foldWords(text)) if (/^\p{L}+$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const byCount = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  const frequent = byCount.slice(0, 12);
  const rare = byCount.slice(byCount.length >> 1);
  const middle = byCount.slice(12, byCount.length >> 1);
  const inRow = (length: number): string => {
    const words = foldWords(random.pick(random.pick(texts).split('\n').filter(Boolean)));
    const from = random.below(Math.max(1, words.length - length));
    return words.slice(from, from + length).join(' ');
  };
  const year = () => random.pick(years);
  return [
    ['rare', () => random.pick(rare)],
    ['frequent', () => random.pick(frequent)],
    ['word', () => random.pick(middle)],
    ['absent', () => `zz${random.pick(rare)}q`],
    ['two words', () => `${random.pick(middle)} ${random.pick(middle)}`],
    ['three words', () => inRow(3)],
    ['five words', () => inRow(5)],
    ['phrase', () => `"${inRow(2 + random.below(3))}"`],
    ['stop-word phrase', () => `"${random.pick(frequent)} ${random.pick(frequent)}"`],
    ['boolean', () => `${random.pick(middle)} (${random.pick(middle)} OR ${random.pick(rare)}) -${random.pick(frequent)}`],
    ['date range', () => `${random.pick(middle)} date:${[year(), year()].sort().join('..')}`],
    ['beginning', () => `${random.pick(middle).slice(0, 4)}*`],
    ['frequent, facets', () => `${random.pick(frequent)} ${random.pick(frequent)} after:${year()}`],
  ];
}

/** Some texts from all over the archive. */
function sampleTexts(years: readonly string[]): string[] {
  return years.flatMap((year) => {
    const lines = readFileSync(join(dir, 'data', `${year}.jsonl`), 'utf8')
      .split('\n')
      .filter(Boolean);
    return [0.2, 0.6, 0.9].flatMap(
      (part) => (JSON.parse(lines[Math.floor(lines.length * part)] ?? '{}') as { bodies?: { value: string }[] }).bodies?.[0]?.value ?? [],
    );
  });
}

/** Bytes of the index that are not Pagefind's own, for each article. */
function extraBytes(): number {
  const folder = join(dir, 'pagefind');
  const { bundles } = JSON.parse(readFileSync(join(folder, 'bundles.json'), 'utf8')) as { bundles: { articles: number }[] };
  const extra = (readdirSync(folder, { recursive: true }) as string[]).filter((file) => !/[/\\](fragment|index)[/\\]/.test(file));
  const bytes = extra.map((file) => statSync(join(folder, file))).reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
  return bytes / bundles.reduce((sum, { articles }) => sum + articles, 0);
}

const years = readdirSync(join(dir, 'data'))
  .flatMap((file) => /^(\d{4})\.jsonl$/.exec(file)?.[1] ?? [])
  .sort();
const random = makeRandom(Number(seed));
const kinds = queryKinds(sampleTexts(years), years, random);
const server = await servePacked(dir, options.line === undefined ? undefined : { kbits, latency });
const samples: Sample[] = [];
const tasks: number[] = [];
const facets: { first: number; whole: number; count: string }[] = [];

async function sessionOf(browser: Browser, at: number): Promise<void> {
  const [kind, make] = kinds[at % kinds.length] as [string, () => string];
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(watchPage);
  const take = async (sample: Omit<Sample, 'bytes' | 'requests' | 'ms' | 'hits' | 'count'>, ask: () => Promise<unknown>) => {
    const before = server.sent();
    await ask();
    const ms = await answered(page);
    await page.waitForTimeout(100);
    const { bytes, requests } = server.sent();
    const hits = await page.locator('[data-search-results] > li').count();
    samples.push({
      ...sample,
      bytes: bytes - before.bytes,
      requests: requests - before.requests,
      ms,
      hits,
      count: (await page.textContent('[data-search-count]')) ?? '',
    });
  };
  const query = make();
  await take({ kind, query, first: true }, () => page.goto(`${server.origin}search/?q=${encodeURIComponent(query)}`, { waitUntil: 'commit' }));
  for (let nth = 1; nth <= LATER; nth += 1) {
    const [name, next] = kinds[(at + nth * 4) % kinds.length] as [string, () => string];
    const text = next();
    await page.fill('input[type=search][name=q]', text);
    await take({ kind: name, query: text, first: false }, () => page.keyboard.press('Enter'));
  }
  tasks.push(...(await tellOf(page)).tasks);
  await context.close();
}

/** The query with the most hits, first as it comes and then over the whole archive. */
async function worstFacets(browser: Browser): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(watchPage);
  await page.goto(`${server.origin}search/?q=${encodeURIComponent('-zzzzzz')}`);
  await answered(page);
  for (const query of ['the', '"of the"', 'the OR of OR and']) {
    await page.fill('input[type=search][name=q]', query);
    await page.keyboard.press('Enter');
    const first = await answered(page);
    const rest = page.locator('[data-search-rest]');
    let whole = first;
    if (await rest.isVisible()) {
      await rest.click();
      whole = await answered(page);
    }
    facets.push({ first, whole, count: `${query}: ${await page.textContent('[data-search-count]')}` });
  }
  tasks.push(...(await tellOf(page)).tasks);
  await context.close();
}

const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS });
try {
  for (let at = 0; at < Number(sessions); at += 1) await sessionOf(browser, at);
  await worstFacets(browser);
} finally {
  await browser.close();
  await server.close();
}

const order = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
const median = (numbers: readonly number[]) => order(numbers)[numbers.length >> 1] ?? 0;
const kb = (bytes: number) => `${Math.round(bytes / 1000)} KB`;
const round = (ms: number) => `${Math.round(ms)} ms`;
for (const { kind, query, first, bytes, requests, ms, hits, count } of samples) {
  console.log([first ? 'first' : 'later', kind, query, kb(bytes), `${requests} requests`, round(ms), `${hits} shown`, count].join(' | '));
}
const of = (first: boolean, value: (sample: Sample) => number) => samples.filter((each) => each.first === first).map(value);
const bytesOf = ({ bytes }: Sample) => bytes;
const msOf = ({ ms }: Sample) => ms;
console.log(`
first search: ${kb(median(of(true, bytesOf)))} median, ${kb(Math.max(...of(true, bytesOf)))} worst; ${round(median(of(true, msOf)))} median, ${round(Math.max(...of(true, msOf)))} worst
later query: ${kb(median(of(false, bytesOf)))} median, ${kb(Math.max(...of(false, bytesOf)))} worst; ${round(median(of(false, msOf)))} median, ${round(Math.max(...of(false, msOf)))} worst
longest task on the main thread: ${round(Math.max(0, ...tasks))}; ${tasks.filter((ms) => ms > 50).length} above 50 ms in ${sessions} sessions
index beside Pagefind's: ${extraBytes().toFixed(1)} bytes an article`);
for (const { first, whole, count } of facets) console.log(`facets and histogram: ${round(first)} as asked, ${round(whole)} over all · ${count}`);
