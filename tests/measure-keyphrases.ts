/**
 * Measures how often an article is found by its own keyphrases: among the first five of what the search page shows,
 * articles that have all words first, then those that have most.
 *
 *     npx node tests/measure-keyphrases.ts CONTENT DIST KEYPHRASES
 *
 * KEYPHRASES has a line for each document, `44839.html TAB phrase;phrase;…`, as the WikinewsKeyphraseCorpus has. Which
 * article a document became is read from the ledger of the import, `CONTENT/imports/ledger.jsonl`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { makeEngine } from '../src/search/engine/search.ts';
import { FileMissing } from '../src/search/engine/store.ts';
import { plainly } from './support/conformance.ts';

const FIRST = 5;
const [content = 'content', dist = 'dist', keyphrases = ''] = process.argv.slice(2);
const lines = (file: string) => readFileSync(file, 'utf8').split('\n').filter(Boolean);
const deeds = lines(join(content, 'imports/ledger.jsonl')).map((line) => JSON.parse(line) as { input: string; entry?: string });
const entries = new Map(deeds.map(({ input, entry = '' }) => [basename(input), entry]));
const engine = makeEngine(async (path) => {
  const file = join(dist, 'pagefind', path.replace(/\?.*/, ''));
  if (!existsSync(file)) throw new FileMissing(path);
  return Uint8Array.from(readFileSync(file));
}, '/');

/** Ways in which keyphrases become a query. */
const WAYS: Record<string, (phrases: readonly string[]) => string> = {
  'all, as words': (phrases) => phrases.join(' '),
  'all, as phrases': (phrases) => phrases.map((each) => `"${each}"`).join(' '),
  'the first three, as words': (phrases) => phrases.slice(0, 3).join(' '),
  'all, any of them': (phrases) => phrases.map((each) => `(${each})`).join(' OR '),
};

for (const [name, queryOf] of Object.entries(WAYS)) {
  let [count, found, whole] = [0, 0, 0];
  const missed: string[] = [];
  for (const line of lines(keyphrases)) {
    const [document = '', phrases = ''] = line.split('\t');
    const entry = entries.get(document);
    // What waits in the inbox is not published.
    if (!entry?.startsWith('articles/')) continue;
    const query = plainly(queryOf(phrases.split(';')));
    const answer = await engine.search(query);
    const hits = answer.total === 0 ? await engine.most(query, FIRST) : await answer.hits(0, FIRST);
    const isFound = hits.some(({ href }) => decodeURI(href) === entry.replace(/^articles(.*)\.md$/, '$1/'));
    count += 1;
    if (isFound) found += 1;
    else missed.push(document);
    if (isFound && answer.total > 0) whole += 1;
  }
  console.log(`${name}: ${found} of ${count} among the first ${FIRST}, ${whole} of them with all words; missed: ${missed.join(' ') || 'none'}`);
}
