import type { Archive } from '../archive/archive.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** What `stet` hands to the pages it renders, in place of Astro's content store. */
export interface Given {
  archive: Archive;
  /** Paths of the pages that are to be rendered, decoded. */
  wanted: ReadonlySet<string>;
  /** All that was released before; read from disk where it was not handed over. */
  ledger?: Ledger;
  /** Called with the ids of each article's paragraphs as its text is rendered. */
  onText(id: string, ids: readonly string[]): void;
}

// Pages are rendered from a bundle, whose modules are not ours: what both know is the process.
const PLACE = Symbol.for('stet.given');
const places = globalThis as { [PLACE]?: Given };

/** Hands an archive to the pages that this process renders. */
export function give(given: Given): void {
  places[PLACE] = given;
}

/** What was handed over; undefined in Astro's own build and preview. */
export function given(): Given | undefined {
  return places[PLACE];
}
