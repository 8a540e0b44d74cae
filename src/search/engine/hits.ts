import type { ConcordanceLine, SearchAnswer, SearchHit } from '../engine.ts';
import type { Fragment } from '../record.ts';
import { dayOfNumber } from '../table.ts';
import { linesOf } from './concordance.ts';
import { nameOrder } from './limits.ts';
import { markSpace } from './marks.ts';
import { passagesOf, piecesOf } from './passages.ts';
import type { FoundIn, Ranked, Ranking } from './rank.ts';
import type { WordsTerm } from './resolve.ts';

/** What hits are read from. */
export interface HitsOptions {
  ranked: Ranking;
  found: readonly FoundIn[];
  /** Terms that are marked in a hit. */
  marking(hit: Ranked): readonly WordsTerm[];
  /** Path that the site is published under, with slashes at both ends. */
  base: string;
}

/** Reads hits from their fragments, in each form that an answer has them in. */
export function readHits({ ranked, found, marking, base }: HitsOptions): Pick<SearchAnswer, 'hits' | 'concordance' | 'fragments'> {
  const factsOf = new Map(found.map(({ bundle, facts }) => [bundle, facts]));
  const sourceOf = ({ bundle, page }: Ranked) => bundle.named.sources[factsOf.get(bundle)?.source(page) ?? -1]?.name ?? '';
  const topicsOf = ({ bundle, page }: Ranked) => (factsOf.get(bundle)?.topics(page) ?? []).map((own) => bundle.named.topics[own]?.name ?? '').sort(nameOrder());
  const hrefOf = ({ path }: Fragment) => base + path.slice(1);
  /** Makes something of each hit as soon as its fragment is there, while the others are on their way. */
  const read = <Value>(from: number, to: number, make: (hit: Ranked, fragment: Fragment) => Value): Promise<Value[]> =>
    Promise.all(ranked.slice(from, to).map(async (hit) => make(hit, await hit.bundle.fragment(hit.page))));
  return {
    hits: (from, to) =>
      read(from, to, (hit, fragment): SearchHit => {
        const text = markSpace(fragment, 'text', marking(hit));
        const title = piecesOf(markSpace(fragment, 'title', marking(hit)));
        return {
          href: hrefOf(fragment),
          title,
          source: sourceOf(hit),
          day: dayOfNumber(hit.day),
          language: fragment.language,
          passages: passagesOf(text),
          places: text.starts.length,
        };
      }),
    async concordance(from, to) {
      const lines = await read(from, to, (hit, fragment): ConcordanceLine[] => {
        const own = { href: hrefOf(fragment), title: fragment.title, source: sourceOf(hit), day: dayOfNumber(hit.day), language: fragment.language };
        return linesOf(markSpace(fragment, 'text', marking(hit))).map((line) => ({ ...own, ...line }));
      });
      return lines.flat();
    },
    fragments: (from, to) => read(from, to, (hit, fragment) => ({ ...fragment, href: hrefOf(fragment), sourceName: sourceOf(hit), topics: topicsOf(hit) })),
  };
}
