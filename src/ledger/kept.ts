import { idsOf, type Ledger } from './ledger.ts';

/** How many public addresses have been kept since a day. */
export interface KeptSince {
  /** Day of the release that first had them. */
  since: string;
  days: number;
  /** Paths of articles, lists, pages and feeds. */
  addresses: number;
  /** Ids of paragraphs. */
  paragraphs: number;
}

/** All that is kept, and since when. */
export interface Kept {
  addresses: number;
  paragraphs: number;
  /** Ids of articles in feeds. */
  feedIds: number;
  /** By release, from old to new; a paragraph counts from its article's first release. */
  releases: KeptSince[];
}

/** Counts what a ledger holds. */
export function countKept(ledger: Ledger, today: string): Kept {
  const releases = new Map<string, KeptSince>();
  const at = (since: string): KeptSince => {
    const known = releases.get(since) ?? { since, days: daysBetween(since, today), addresses: 0, paragraphs: 0 };
    releases.set(since, known);
    return known;
  };
  for (const released of ledger.articles.values()) {
    const kept = at(released.since);
    kept.addresses += released.addresses.length;
    kept.paragraphs += idsOf(released).size;
  }
  for (const { since } of ledger.site.values()) at(since).addresses += 1;
  const all = [...releases.values()].sort((a, b) => (a.since < b.since ? -1 : 1));
  const sum = (name: 'addresses' | 'paragraphs') => all.reduce((total, each) => total + each[name], 0);
  return { addresses: sum('addresses'), paragraphs: sum('paragraphs'), feedIds: ledger.articles.size, releases: all };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
