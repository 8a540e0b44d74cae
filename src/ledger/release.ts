import { articlePath } from '../archive/permalink.ts';
import { type Ledger, lastIdsOf, type Released } from './ledger.ts';
import { writeArticleLine, writeSiteLine } from './line.ts';

/** An article as a release shows it. */
export interface Shown {
  id: string;
  textDigest: string;
  aliases: readonly string[];
  /** What was released of it before. */
  released: Released | undefined;
  /** Ids that its text has by itself, in order; undefined where its page was not made again. */
  ids: readonly string[] | undefined;
}

/** What a release adds to the ledger: lines by file, below the ledger's folder. */
export type Additions = ReadonlyMap<string, readonly string[]>;

/** Name of the file for what is not an article. */
export const SITE_FILE = 'site.txt';

/** Whether a release must say which paragraphs an article has. */
export function needsIds({ textDigest, released }: Pick<Shown, 'textDigest' | 'released'>): boolean {
  return released?.digest !== textDigest;
}

/** What is new in a release, in the order of addresses. */
export function additionsOf(
  ledger: Ledger,
  { date, articles, site, feedIds }: { date: string; articles: Iterable<Shown>; site: Iterable<string>; feedIds: string },
): Additions {
  const lines = new Map<string, string[]>();
  const add = (file: string, line: string) => {
    const known = lines.get(file);
    if (known === undefined) lines.set(file, [line]);
    else known.push(line);
  };
  for (const article of articles) {
    const line = lineOf(article, date);
    if (line !== undefined) add(fileFor(line.first), writeArticleLine(line));
  }
  if (ledger.feedIds === undefined) add(SITE_FILE, writeSiteLine({ date, feedIds }));
  for (const path of [...site].sort()) if (!ledger.site.has(path)) add(SITE_FILE, writeSiteLine({ date, path }));
  return lines;
}

function lineOf({ id, textDigest, aliases, released, ids }: Shown, date: string) {
  const path = articlePath(id);
  const known = released?.addresses ?? [];
  const others = aliases.filter((alias) => !known.includes(alias) && alias !== path);
  const isSameText = released?.digest === textDigest;
  const isSameIds = isSameText && (ids === undefined || sameAs(ids, lastIdsOf(released)));
  if (released?.path === path && isSameIds && others.length === 0) return undefined;
  if (ids === undefined && !isSameText) throw new Error(`${path} is new or has changed, but nothing tells which paragraphs it has.`);
  return { date, first: released?.first ?? path, digest: textDigest, ids: isSameIds ? undefined : ids, path, aliases: others };
}

function sameAs(ids: readonly string[], known: ReadonlySet<string>): boolean {
  return ids.length === known.size && ids.every((id) => known.has(id));
}

/** Articles lie by the month under which they were first released: a release changes few files, and each stays small. */
function fileFor(first: string): string {
  const [, year, month] = first.split('/');
  return `${year}-${month}.txt`;
}
