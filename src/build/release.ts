import type { Content } from '../archive/archive.ts';
import { aliasPath, articlePath, lastingPath } from '../archive/permalink.ts';
import { addAliases } from '../content/add-aliases.ts';
import { type Listing, listContent, openFolder } from '../content/files.ts';
import { requireWritable } from '../content/ledger-files.ts';
import { type ReadOptions, requireContent } from '../content/read-content.ts';
import { isEmpty, type Ledger } from '../ledger/ledger.ts';
import { type Additions, additionsOf, needsIds } from '../ledger/release.ts';
import { formatCount } from '../site/counted.ts';

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
  return new Set(
    articles.filter((article) => needsIds({ textDigest: article.textDigest, released: ledger.at(lastingPath(article)) })).map(({ id }) => articlePath(id)),
  );
}

/** What a release is made from. */
export interface ReleaseOptions {
  contentDir: string;
  content: Content;
  ledger: Ledger;
  /** Paths of what is there for good; see `lastingPaths`. */
  lasting: readonly string[];
  /** Ids of the paragraphs of articles that were rendered, joined by spaces, by the articles' ids. */
  ids: ReadonlyMap<string, string>;
  /** Day of the release, `2026-11-25`. */
  today: string;
  say(line: string): void;
}

/** What a release adds to the ledger. Throws a `ContentError` where that could not be written. */
export function recordRelease({ contentDir, content, ledger, lasting, ids, today, say }: ReleaseOptions): Additions {
  const additions = additionsOf(ledger, {
    date: today,
    feedIds: content.facts.id ?? content.facts.title,
    site: lasting,
    articles: content.articles.map((article) => ({
      id: article.id,
      textDigest: article.textDigest,
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

/**
 * Throws where the program no longer makes a page or feed that was released: its fault, and not the content's.
 * @param elsewhere paths at which something tells where it went; asked for only where lists are missing.
 */
export function requireReleased({ site }: Ledger, lasting: readonly string[], elsewhere: () => Iterable<string>): void {
  const there = new Set(lasting);
  const missing = [...site.keys()].filter((path) => !there.has(path));
  if (missing.length === 0) return;
  const led = new Set(elsewhere());
  const lost = missing.filter((path) => !led.has(path));
  if (lost.length > 0)
    throw new Error(`This version of Stet has nothing at ${lost.slice(0, 10).join(', ')}${lost.length > 10 ? ' …' : ''}, which was released.`);
}
