import { aliasPath, lastingPath } from '../archive/permalink.ts';
import { readArticleLine } from './line.ts';

/** Where in the ledger something is written, to point a person to it. */
export interface Place {
  /** Path below the content folder. */
  file: string;
  /** 1-based. */
  line: number;
}

/** An article as the ledger knows it: everything that was ever released of it. */
export interface Released {
  /** Path under which it was first released; feed ids are made of it. */
  first: string;
  /** Day of its first release. */
  since: string;
  place: Place;
  /** Lines about it, from old to new, as they are written: a hundred thousand taken apart would fill the memory. */
  lines: readonly string[];
  /** Digest of its text in the last release. */
  digest: string;
  /** Its path in the last release. */
  path: string;
  /** Every path that ever led to it, the first one first. */
  addresses: readonly string[];
}

/** Every public address that was ever released. */
export interface Ledger {
  articles: ReadonlyMap<string, Released>;
  /** What was released at a path. */
  at(path: string): Released | undefined;
  /** Lists, pages and feeds, with the day of their first release. */
  site: ReadonlyMap<string, { since: string; place: Place }>;
  /** What feed ids are made of. */
  feedIds: { value: string; since: string; place: Place } | undefined;
}

/** Puts the lines of a ledger together, in whatever order they come. */
export class LedgerBuilder {
  readonly #articles = new Map<string, Released & { lines: string[]; addresses: string[] }>();
  /** By all addresses but the first ones, by which articles are known. */
  readonly #addresses = new Map<string, Released>();
  readonly #site = new Map<string, { since: string; place: Place }>();
  #feedIds: Ledger['feedIds'];

  /** Takes a line about an article. */
  addArticle(line: string, place: Place): void {
    // Most lines are of an article that never moved; those need not be taken apart.
    const end = line.indexOf(' ', 11);
    const first = line.slice(11, end);
    const { path, aliases } = line.includes('/', end) ? readArticleLine(line) : { path: first, aliases: [] };
    const known = this.#articles.get(first);
    if (known === undefined) {
      const made = { first, since: line.slice(0, 10), place, lines: [line], digest: line.slice(end + 1, end + 23), path, addresses: [first] };
      this.#articles.set(first, made);
      this.#lead(made, [first, path, ...aliases]);
      return;
    }
    const day = line.slice(0, 10);
    const at = known.lines.findLastIndex((other) => other.slice(0, 10) <= day) + 1;
    known.lines.splice(at, 0, line);
    if (at === 0) known.since = day;
    if (at === known.lines.length - 1) {
      known.digest = line.slice(end + 1, end + 23);
      known.path = path;
    }
    this.#lead(known, [path, ...aliases]);
  }

  /** Takes a line about a list, a page or a feed. */
  addPath(path: string, since: string, place: Place): void {
    const known = this.#site.get(path);
    if (known === undefined || since < known.since) this.#site.set(path, { since, place });
  }

  /** Takes a line about what feed ids are made of; the first release decides. */
  addFeedIds(value: string, since: string, place: Place): void {
    if (this.#feedIds === undefined || since < this.#feedIds.since) this.#feedIds = { value, since, place };
  }

  /** The ledger. */
  build(): Ledger {
    return { articles: this.#articles, at: (path) => this.#articles.get(path) ?? this.#addresses.get(path), site: this.#site, feedIds: this.#feedIds };
  }

  #lead(to: Released & { addresses: string[] }, paths: readonly string[]): void {
    for (const path of paths) {
      if (!to.addresses.includes(path)) to.addresses.push(path);
      // Where an address passed from one article to another, the newer claim is the one that releases have kept since.
      if (path !== to.first) this.#addresses.set(path, to);
    }
  }
}

/** Whether anything was released. */
export function isEmpty({ articles, site }: Ledger): boolean {
  return articles.size === 0 && site.size === 0;
}

/** Ids that an article's text had, release by release, from old to new. */
function versionsOf(released: Released): string[][] {
  return released.lines.map((line) => readArticleLine(line).ids).filter((ids) => ids !== undefined) as string[][];
}

/** Ids that an article's text had in the last release. */
export function lastIdsOf(released: Released): Set<string> {
  return new Set(versionsOf(released).at(-1));
}

/** What was released of other articles whose addresses lead to one now, because it took them in. */
function takenIn(ledger: Ledger, { aliases, ...article }: Claims): Released[] {
  const own = ledger.at(lastingPath(article));
  return [...new Set(aliases.map((alias) => ledger.at(aliasPath(alias))))].filter((other) => other !== undefined && other !== own) as Released[];
}

/** What tells which released addresses are an article's. */
export interface Claims {
  id: string;
  first?: string;
  /** As its publisher wrote them. */
  aliases: readonly string[];
}

/** Ids that an article's page must have, version by version, from old to new: those of its own text, and of articles that it took in. */
export function versionsFor(ledger: Ledger, article: Claims): string[][] {
  const own = ledger.at(lastingPath(article));
  return [...takenIn(ledger, article).flatMap(versionsOf), ...(own === undefined ? [] : versionsOf(own))];
}

/** Every id that an article's text ever had. */
export function idsOf(released: Released): Set<string> {
  return new Set(versionsOf(released).flat());
}

/**
 * The versions that decide which former ids an article's page shows: all but the one that the text
 * itself is. The same before and after the release that adds that one, so that a page need not be made
 * again because it was released.
 */
export function formerVersions(ledger: Ledger, article: Claims & { textDigest: string }): string[][] {
  const own = ledger.at(lastingPath(article));
  const isSame = own?.digest === article.textDigest;
  // Most articles: they were released once, and stay.
  if (isSame && own.lines.length === 1 && article.aliases.length === 0) return [];
  const versions = versionsFor(ledger, article);
  return isSame ? versions.slice(0, -1) : versions;
}
