import type { FacetKind, FacetValue, SearchQuery } from '../engine.ts';
import { type ArticleTable, dayOfNumber, TABLE_FILE } from '../table.ts';

/** The table of articles, ready for use. An article is its position: its rank by date, oldest first. */
export interface Articles {
  /** Position of an article by its id in Pagefind; undefined where the table is not the index's own. */
  position(id: string): number | undefined;
  day(at: number): string;
  source(at: number): string;
  language(at: number): string;
  /** Which of a list of articles keep within a query's limits, and the counts for every kind of limit. */
  limit(found: readonly number[], query: SearchQuery): { within: number[]; facets: Record<FacetKind, FacetValue[]> };
}

/** Fetches and unpacks the table. */
export async function loadArticles(base: string): Promise<Articles> {
  const response = await fetch(`${base}pagefind/${TABLE_FILE}`, { cache: 'no-cache' });
  if (!response.ok || response.body === null) throw new Error(`${response.status} ${response.url}`);
  const unpacked = response.body.pipeThrough(new DecompressionStream('deflate-raw'));
  return articlesOf((await new Response(unpacked).json()) as ArticleTable);
}

/** See {@link Articles}. */
export function articlesOf(table: ArticleTable): Articles {
  const { prefix, width, ids } = table;
  const positions = new Map(table.source.map((_, at) => [ids.slice(at * width, (at + 1) * width).trimEnd(), at]));
  let day = 0;
  const days = table.days.map((since) => {
    day += since;
    return dayOfNumber(day);
  });
  const years = days.map((each) => each.slice(0, 4));
  const allYears = [...new Set(years)].reverse();
  const yearAt = new Map(allYears.map((year, at) => [year, at]));
  const kinds: Record<FacetKind, { values: readonly (readonly [string, string])[]; of(at: number): readonly number[] }> = {
    sources: { values: table.sources, of: (at) => [table.source[at] ?? -1] },
    topics: { values: table.topics, of: (at) => table.topic[at] ?? [] },
    years: { values: allYears.map((year) => [year, year]), of: (at) => [yearAt.get(years[at] ?? '') ?? -1] },
  };
  return {
    position: (id) => positions.get(id.slice(prefix.length, prefix.length + width)),
    day: (at) => days[at] ?? '',
    source: (at) => table.sources[table.source[at] ?? -1]?.[1] ?? '',
    language: (at) => table.languages[table.language[at] ?? -1] ?? '',
    limit(found, query) {
      const limits = Object.entries(kinds).map(([kind, { values, of }]) => {
        const chosen = new Set(query[kind as FacetKind]);
        const wanted = values.map(([id]) => chosen.has(id));
        return { of, counts: values.map(() => 0), free: chosen.size === 0, wanted };
      });
      const within: number[] = [];
      for (const at of found) {
        const failed = limits.filter(({ of, free, wanted }) => !free && !of(at).some((value) => wanted[value]));
        if (failed.length === 0) within.push(at);
        // Counted for a kind are those that every other kind lets through.
        if (failed.length > 1) continue;
        for (const limit of failed.length === 0 ? limits : failed) {
          for (const value of limit.of(at)) limit.counts[value] = (limit.counts[value] ?? 0) + 1;
        }
      }
      const facets = Object.entries(kinds).map(([kind, { values }], k) => [kind, listFacet(values, limits[k]?.counts ?? [], query[kind as FacetKind])]);
      return { within, facets: Object.fromEntries(facets) as Record<FacetKind, FacetValue[]> };
    },
  };
}

function listFacet(values: readonly (readonly [string, string])[], counts: readonly number[], chosen: readonly string[]): FacetValue[] {
  const listed = values.map(([id, label], at) => ({ id, label, count: counts[at] ?? 0 })).filter(({ id, count }) => count > 0 || chosen.includes(id));
  // A limit from the address that the archive does not know must be seen, to be taken off.
  const known = new Set(listed.map(({ id }) => id));
  return [...listed, ...chosen.filter((id) => !known.has(id)).map((id) => ({ id, label: id, count: 0 }))];
}
