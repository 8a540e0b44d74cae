/** Program: measures the ledger of an archive of 100,000 articles of 20 paragraphs: its size, and what it costs a build. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolder } from '../src/content/files.ts';
import { appendToLedger, readLedger } from '../src/content/ledger-files.ts';
import { hold } from '../src/ledger/hold.ts';
import { LedgerBuilder } from '../src/ledger/ledger.ts';
import { additionsOf } from '../src/ledger/release.ts';
import { idOf } from '../src/markdown/paragraph-ids.ts';

const [ARTICLES, PARAGRAPHS, YEARS] = [100_000, 20, 30];

function measure<Value>(what: string, run: () => Value): Value {
  const before = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(before);
  console.log(`${what}: ${((user + system) / 1e6).toFixed(2)} s of CPU time`);
  return value;
}

const articles = Array.from({ length: ARTICLES }, (_, at) => {
  const day = new Date(Date.UTC(1995, 0, 1) + Math.floor((at * YEARS * 365) / ARTICLES) * 86_400_000).toISOString().slice(0, 10);
  return {
    id: `${day.replaceAll('-', '/')}/what-was-said-on-that-day-${at}`,
    textDigest: createHash('sha256').update(String(at)).digest('base64url').slice(0, 22),
    aliases: [],
    released: undefined,
    ids: Array.from({ length: PARAGRAPHS }, (_, nth) => idOf(`${at} ${nth}`)),
  };
});
const site = new Set(articles.map(({ id }) => `/${id.slice(0, 10)}/`));
const dir = mkdtempSync(join(tmpdir(), 'stet-measure-'));
try {
  const additions = additionsOf(new LedgerBuilder().build(), { date: '2026-11-25', articles, site, feedIds: 'x' });
  measure('written', () => appendToLedger(dir, additions));
  console.log(`${([...additions.values()].flat().join('\n').length / 1e6).toFixed(1)} MB in ${additions.size} files`);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const { ledger } = measure('read', () => readLedger(openFolder(dir)));
  globalThis.gc?.();
  console.log(`${((process.memoryUsage().heapUsed - before) / 1e6).toFixed(0)} MB in memory`);
  const standing = articles.map((article) => ({ ...article, ids: () => new Set(article.ids) }));
  measure('held against the same archive', () => hold(ledger, { articles: standing, gone: new Set() }));
} finally {
  rmSync(dir, { recursive: true });
}
