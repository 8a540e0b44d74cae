import type { Content } from '../archive/archive.ts';
import { aliasPath, articlePath, lastingPath } from '../archive/permalink.ts';
import { addAliases } from '../content/add-aliases.ts';
import { type Listing, listContent, openFolder } from '../content/files.ts';
import { requireWritable } from '../content/ledger-files.ts';
import { type ReadOptions, requireContent } from '../content/read-content.ts';
import { isEmpty, type Ledger } from '../ledger/ledger.ts';
import { type Additions, additionsOf, needsIds } from '../ledger/release.ts';
import { formatCount } from '../site/counted.ts';
import type { PlannedProduct } from './products.ts';

type Reading = ReturnType<typeof requireContent> & { listing: Listing };

/**
 * Reads content for a release. Articles that moved since the last one get their old address among their
 * aliases: that is written into their files, and said.
 */
export function readForRelease(dir: string, options: ReadOptions & { listing: Listing }, say: (line: string) => void): Reading {
  const reading = requireContent(dir, options);
  if (reading.moves.length === 0) return { ...reading, listing: options.listing };
  addAliases(openFolder(dir), reading.moves);
  for (const { article, from } of reading.moves) say(`articles/${article}.md moved: added ${from.join(' and ')} to its “aliases”.`);
  const listing = listContent(dir);
  const again = requireContent(dir, { ...options, listing });
  if (again.moves.length > 0) throw new Error(`Aliases were added, and still ${again.moves[0]?.article} does not have them.`);
  return { ...again, listing };
}

/** Pages of articles that must be made because the ledger does not know their paragraphs yet. */
export function pagesForLedger({ articles }: Content, ledger: Ledger): Set<string> {
  return new Set(articles.filter((article) => needsIds({ ...article, released: ledger.at(lastingPath(article)) })).map(({ id }) => articlePath(id)));
}

/** What a release is made from. */
export interface ReleaseOptions {
  contentDir: string;
  content: Content;
  ledger: Ledger;
  planned: readonly PlannedProduct[];
  /** Ids of the paragraphs of articles that were rendered, joined by spaces, by the articles' ids. */
  ids: ReadonlyMap<string, string>;
  /** Day of the release, `2026-11-25`. */
  today: string;
  say(line: string): void;
}

/** What a release adds to the ledger. Throws a `ContentError` where that could not be written. */
export function recordRelease({ contentDir, content, ledger, planned, ids, today, say }: ReleaseOptions): Additions {
  const additions = additionsOf(ledger, {
    date: today,
    feedIds: content.facts.id ?? content.facts.title,
    site: planned.filter(isLasting).map(({ name }) => name),
    articles: content.articles.map((article) => ({
      ...article,
      aliases: article.aliases.map(aliasPath),
      released: ledger.at(lastingPath(article)),
      ids: ids
        .get(article.id)
        ?.split(' ')
        .filter((id) => id !== ''),
    })),
  });
  const lines = [...additions.values()].reduce((sum, each) => sum + each.length, 0);
  if (lines > 0) {
    requireWritable(contentDir);
    say(
      isEmpty(ledger)
        ? 'This is the first release: its addresses are recorded in ledger/, beside the articles, and kept from now on. Commit that folder.'
        : `${formatCount(lines)} ${lines === 1 ? 'line' : 'lines'} added to ledger/. Commit them with the articles.`,
    );
  }
  return additions;
}

/** Throws where the program no longer makes a page or feed that was released: its fault, and not the content's. */
export function requireReleased({ site }: Ledger, planned: readonly PlannedProduct[]): void {
  const names = new Set(planned.map(({ name }) => name));
  const lost = [...site.keys()].filter((path) => !names.has(path));
  if (lost.length > 0)
    throw new Error(`This version of Stet has nothing at ${lost.slice(0, 10).join(', ')}${lost.length > 10 ? ' …' : ''}, which was released.`);
}

/** Whether an address is for readers and their programs to keep: a list, a page of the archive's own or a feed. Articles have lines of their own. */
function isLasting({ name, recipe }: PlannedProduct): boolean {
  return recipe.kind === 'page' && !OF_ARTICLES.test(recipe.page.route) && LASTING.test(name);
}

const OF_ARTICLES = /\/\[slug\]$|^\/\[\.\.\.|^\/404$/;
// Archived feed documents come and go with the articles of their month or year; no reader subscribes to one.
const LASTING = /\/$|^\/(?:(?:sources|topics)\/[^/]+\/)?(?:feed\.(?:xml|json)|rss\.xml)$/;
