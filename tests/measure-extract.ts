/**
 * Program: holds what is taken out of saved pages against what is known of them.
 *
 *     node tests/measure-extract.ts FOLDER [--each] [--engines]
 *
 * FOLDER holds pages, `NAME.html` in UTF-8, and what is true of each in `NAME.json`: `text` (lines of plain text without headline,
 * captions and credits), and where they are known `url`, `captured`, `headline`, `date` (its day) and `authors` (empty where the
 * page names nobody). `--each` tells what is wrong page by page; `--engines` measures Readability and Defuddle alone, too, and
 * the rule that takes Readability's lines where Defuddle has them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { extractPage } from '../src/import/extract/extract-page.ts';
import { parseHtml } from '../src/import/extract/page/parse-html.ts';
import { extracts } from '../src/import/extract/text/engines.ts';
import { evidenceOf } from '../src/import/extract/text/evidence.ts';
import { linesOf, wordsOf } from '../src/import/extract/text/lines.ts';
import type { Finding } from '../src/import/found.ts';
import { f1, type Overlap, overlap, Tally } from './support/scores.ts';

interface Truth {
  text: string;
  url?: string;
  captured?: string;
  headline?: string;
  date?: string;
  authors?: string[];
}

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { each: { type: 'boolean' }, engines: { type: 'boolean' } } });
const [folder] = positionals;
if (folder === undefined) throw new Error('Name the folder of pages to measure: node tests/measure-extract.ts FOLDER');

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).freeze();
const overlaps = new Map<string, Overlap[]>();
const tallies = new Map<string, Tally>();

for (const name of readdirSync(folder)
  .filter((each) => each.endsWith('.html'))
  .map((each) => each.slice(0, -5))
  .sort()) {
  const html = readFileSync(join(folder, `${name}.html`), 'utf8');
  const truth = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Truth;
  const found = extractPage({ html, url: truth.url, captured: truth.captured });
  const wrong = [
    scoreText(found?.text ?? '', truth.text),
    score('date', found?.date, truth.date, (date) => date.slice(0, 10)),
    score('headline', found?.headline, truth.headline, plainSpaces),
    score('authors', found?.authors, truth.authors, (names) => names.map(plainSpaces).sort().join('; ')),
  ].filter((each) => each !== undefined);
  if (truth.authors?.length === 0) tally('author invented').count(found?.authors !== undefined);
  if (options.engines) scoreEngines(html, truth);
  if (options.each) for (const each of wrong) console.log(`${name}  ${each}`);
}

for (const [method, pages] of overlaps) console.log(`text, ${method}: F1 ${f1(pages).toFixed(4)} of ${pages.length}`);
for (const [what, count] of tallies) console.log(`${what}: ${count}`);

function scoreText(text: string, truth: string): string | undefined {
  const lines = linesOf(markdown.runSync(markdown.parse(text))).join('\n');
  const { tooMuch, missed } = compare('Stet', lines, truth);
  return tooMuch + missed < 0.01 ? undefined : `text: ${percent(tooMuch)} too much, ${percent(missed)} missed`;
}

function score<Value>(what: string, finding: Finding<Value> | undefined, truth: Value | undefined, keyOf: (value: Value) => string): string | undefined {
  if (truth === undefined) return undefined;
  const [taken, known] = [finding === undefined ? '' : keyOf(finding.value), keyOf(truth)];
  tally(what).count(taken === known);
  if (finding?.sure) tally(`${what}, where sure`).count(taken === known);
  return taken === known
    ? undefined
    : `${what}${finding?.sure ? ' (sure)' : ''}: ${taken || 'none'} for ${known || 'none'} (${finding?.witnesses.join(', ') ?? ''})`;
}

/** The engines on the page as it is, compared line by line. */
function scoreEngines(html: string, truth: Truth): void {
  const { readability, defuddle } = extracts(parseHtml(html), truth.url);
  const [one, other] = [readability, defuddle].map((tree) => (tree === undefined ? [] : linesOf(tree))) as [string[], string[]];
  const { vouches } = evidenceOf(defuddle);
  const agreed = one.filter((line) => vouches(wordsOf(line)));
  const isMissed = lengthOf(agreed) < lengthOf(one) / 2;
  const rule = isMissed ? (lengthOf(other) < lengthOf(one) / 2 ? one : other) : agreed;
  compare('Readability', one.join('\n'), truth.text);
  compare('Defuddle', other.join('\n'), truth.text);
  compare('Readability’s lines that Defuddle has', rule.join('\n'), truth.text);
}

function compare(method: string, text: string, truth: string): Overlap {
  const result = overlap(text, truth);
  const pages = overlaps.get(method);
  if (pages === undefined) overlaps.set(method, [result]);
  else pages.push(result);
  return result;
}

function tally(what: string): Tally {
  const count = tallies.get(what) ?? new Tally();
  tallies.set(what, count);
  return count;
}

function lengthOf(lines: readonly string[]): number {
  return lines.flatMap(wordsOf).length;
}

function plainSpaces(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
