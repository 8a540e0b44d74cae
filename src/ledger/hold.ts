import { addressKey, articlePath } from '../archive/permalink.ts';
import { findAgain, nameOf, share } from './find-again.ts';
import { idsOf, type Ledger, type Place, type Released } from './ledger.ts';

/** An article that a release is to have. */
export interface Standing {
  id: string;
  /** Digest of its text. */
  textDigest: string;
  /** Paths of its earlier addresses. */
  aliases: readonly string[];
  /** Ids in its text; asked for only where an article may have moved. */
  ids(): ReadonlySet<string>;
}

/** What a release is to have. */
export interface Plan {
  articles: readonly Standing[];
  /** Paths of which the publisher says why nothing stands there any more. */
  gone: ReadonlySet<string>;
}

/** An address that a release would break. */
export type Broken = { place: Place; since: string; path: string } & (
  | { kind: 'lost'; candidates: readonly string[] }
  /** An article still stands, but no longer lists one of its earlier addresses. */
  | { kind: 'alias'; article: string }
  /** An article has another spelling, in capitals or accents, of an address that it had: hosts and disks may not tell them apart. */
  | { kind: 'spelling'; article: string }
  /** Another article was put where this one was released. `now` is where its own text is, where that is known. */
  | { kind: 'taken'; article: string; now: string | undefined }
);

/** An article that moved, and the addresses that must lead to it from now on. */
export interface Move {
  article: string;
  from: readonly string[];
}

/** How a release stands to what was released before. */
export interface Holding {
  broken: readonly Broken[];
  moves: readonly Move[];
  /** What was released of an article, by its id; articles that are new have nothing. */
  released: ReadonlyMap<string, Released>;
}

/** Holds a release against everything that was released before it. */
export function hold(ledger: Ledger, { articles, gone }: Plan): Holding {
  const byPath = new Map(articles.map((article) => [articlePath(article.id), article]));
  const aliases = new Map(articles.flatMap((article) => article.aliases.map((alias) => [alias, article] as const)));
  const { owners, released, taken } = findOwners(ledger, articles, byPath);
  const broken: Broken[] = taken;
  const moves = new Map<Standing, string[]>();
  const lost = new Map<Released, string[]>();
  const move = (article: Standing, { place, since }: Released, from: readonly string[]) => {
    const isSpelling = (path: string) => addressKey(path) === addressKey(articlePath(article.id));
    for (const path of from.filter(isSpelling)) broken.push({ kind: 'spelling', path, article: article.id, place, since });
    moves.set(article, [...(moves.get(article) ?? []), ...from.filter((path) => !isSpelling(path))]);
  };
  // A word about where an article stood last is one about all that led to it.
  const buried = new Set([...gone].flatMap((path) => [path, ...(ledger.at(path)?.path === path ? (ledger.at(path)?.addresses ?? []) : [])]));
  for (const known of ledger.articles.values()) {
    const missing = known.addresses.filter((path) => !byPath.has(path) && !aliases.has(path) && !buried.has(path));
    if (missing.length === 0) continue;
    const owner = owners.get(known) ?? known.addresses.map((path) => aliases.get(path)).find((article) => article !== undefined);
    if (owner === undefined) {
      lost.set(known, missing);
      continue;
    }
    // Where it stood last, it did not leave by anybody's word; an earlier address was taken from its list.
    if (missing.includes(known.path)) move(owner, known, [known.path]);
    for (const path of missing) {
      if (path !== known.path) broken.push({ kind: 'alias', path, article: owner.id, place: known.place, since: known.since });
    }
  }
  const found = findAgain([...lost.keys()], () => articles.filter((article) => ledger.at(articlePath(article.id)) === undefined));
  for (const [known, candidates] of found) {
    const [only] = candidates;
    if (only !== undefined && candidates.length === 1) {
      move(only, known, lost.get(known) ?? []);
      // An alias may be that of an article that it took in; its text tells which it is itself.
      if (released.get(only.id)?.digest !== only.textDigest) released.set(only.id, known);
    } else {
      const isLike = ({ id, textDigest }: Standing) => textDigest === known.digest || nameOf(id) === nameOf(known.path.slice(1, -1));
      const alike = candidates.length > 0 ? candidates : articles.filter(isLike);
      broken.push({ kind: 'lost', path: known.path, candidates: alike.map(({ id }) => id), place: known.place, since: known.since });
    }
  }
  return { broken, moves: [...moves].filter(([, from]) => from.length > 0).map(([{ id }, from]) => ({ article: id, from })), released };
}

/** Which article is which in the ledger, and which stand where another one was released. */
function findOwners(ledger: Ledger, articles: readonly Standing[], byPath: ReadonlyMap<string, Standing>) {
  const owners = new Map<Released, Standing>();
  const released = new Map<string, Released>();
  const taken: Broken[] = [];
  const changed = new Map<Released, Standing>();
  for (const article of articles) {
    const path = articlePath(article.id);
    const here = ledger.at(path);
    const known = here ?? leadingTo(ledger, article.aliases);
    if (known === undefined) continue;
    const current = known.path === path ? article : byPath.get(known.path);
    // Where it was released last another article stands, which has more right to be it.
    if (current !== undefined && current !== article) {
      if (here === known) taken.push({ kind: 'taken', path, article: article.id, now: current.id, place: known.place, since: known.since });
      continue;
    }
    const other = owners.get(known);
    if (other !== undefined && here === known) {
      taken.push({ kind: 'taken', path, article: article.id, now: other.id, place: known.place, since: known.since });
      continue;
    }
    owners.set(known, article);
    released.set(article.id, known);
    if (known.digest !== article.textDigest && here === known) changed.set(known, article);
  }
  const unknown = () => articles.filter((article) => released.get(article.id)?.digest !== article.textDigest);
  for (const [known, alike] of findAgain([...changed.keys()], unknown)) {
    const article = changed.get(known);
    const now = alike.find((other) => other !== article);
    // Both may be versions of it; then it still stands where it stood.
    if (article === undefined || now === undefined || share(article.ids(), idsOf(known)) > 0) continue;
    taken.push({ kind: 'taken', path: articlePath(article.id), article: article.id, now: now.id, place: known.place, since: known.since });
  }
  return { owners, released, taken };
}

/** What was released at the aliases of an article: where it took others in, the one that had most of them already. */
function leadingTo(ledger: Ledger, aliases: readonly string[]): Released | undefined {
  let best: { known: Released; count: number } | undefined;
  for (const alias of aliases) {
    const known = ledger.at(alias);
    if (known === undefined) continue;
    const count = aliases.filter((each) => known.addresses.includes(each)).length;
    if (best === undefined || count > best.count) best = { known, count };
  }
  return best?.known;
}
