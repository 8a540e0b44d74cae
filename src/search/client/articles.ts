import type { FacetKind, FacetValue, SearchQuery } from '../engine.ts';
import { type ArticleTable, dayOfNumber, TABLE_FILE } from '../table.ts';

/** The tables of all bundles, ready for use. An article is its position: its rank by date, oldest first. */
export interface Articles {
  /**
   * Positions of the articles that go by an id in Pagefind. Ids are unique within a bundle; once in
   * millions two of different bundles have the same. None where the tables are not the index's own.
   */
  positions(id: string): readonly number[];
  day(at: number): string;
  source(at: number): string;
  language(at: number): string;
  /** Which of a list of articles keep within a query's limits, and the counts for every kind of limit. */
  limit(found: readonly number[], query: SearchQuery): { within: number[]; facets: Record<FacetKind, FacetValue[]> };
}

/** Fetches and unpacks the tables of some bundles. */
export async function loadArticles(folders: readonly string[]): Promise<Articles> {
  return articlesOf(await Promise.all(folders.map(loadTable)));
}

async function loadTable(folder: string): Promise<ArticleTable> {
  const response = await fetch(`${folder}${TABLE_FILE}`, { cache: 'no-cache' });
  if (!response.ok || response.body === null) throw new Error(`${response.status} ${response.url}`);
  const unpacked = response.body.pipeThrough(new DecompressionStream('deflate-raw'));
  return (await new Response(unpacked).json()) as ArticleTable;
}

/** See {@link Articles}. */
export function articlesOf(tables: readonly ArticleTable[]): Articles {
  const sources = merged(tables.map((table) => table.sources));
  const topics = merged(tables.map((table) => table.topics));
  const all = tables.flatMap((table) => {
    const { prefix, width, ids } = table;
    let day = 0;
    return table.source.map((source, at) => {
      day += table.days[at] ?? 0;
      return {
        id: prefix + ids.slice(at * width, (at + 1) * width).trimEnd(),
        number: day,
        day: dayOfNumber(day),
        source: sources.at.get(table.sources[source]?.[0] ?? '') ?? -1,
        topics: (table.topic[at] ?? []).map((topic) => topics.at.get(table.topics[topic]?.[0] ?? '') ?? -1),
        language: table.languages[table.language[at] ?? -1] ?? '',
      };
    });
  });
  // Stable: within a bundle, articles of one day keep the archive's order.
  all.sort((a, b) => a.number - b.number);
  const positions = new Map<string, number[]>();
  for (const [at, { id }] of all.entries()) {
    const same = positions.get(id);
    if (same === undefined) positions.set(id, [at]);
    else same.push(at);
  }
  // Ids are cut to what tells the articles of a bundle apart.
  const lengths = [...new Set(tables.map(({ prefix, width }) => prefix.length + width))];
  const allYears = [...new Set(all.map(({ day }) => day.slice(0, 4)))].reverse();
  const yearAt = new Map(allYears.map((year, at) => [year, at]));
  const kinds: Record<FacetKind, { values: readonly (readonly [string, string])[]; of(at: number): readonly number[] }> = {
    sources: { values: sources.values, of: (at) => [all[at]?.source ?? -1] },
    topics: { values: topics.values, of: (at) => all[at]?.topics ?? [] },
    years: { values: allYears.map((year) => [year, year]), of: (at) => [yearAt.get(all[at]?.day.slice(0, 4) ?? '') ?? -1] },
  };
  return {
    positions: (id) => lengths.flatMap((length) => positions.get(id.slice(0, length)) ?? []),
    day: (at) => all[at]?.day ?? '',
    source: (at) => sources.values[all[at]?.source ?? -1]?.[1] ?? '',
    language: (at) => all[at]?.language ?? '',
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

const collator = new Intl.Collator('en', { numeric: true });

/** Lists of ids and names as one, in the order of the names, and where each id stands in it. */
function merged(lists: readonly (readonly [string, string][])[]): { values: readonly [string, string][]; at: ReadonlyMap<string, number> } {
  const values = [...new Map(lists.flat())].sort(([, a], [, b]) => collator.compare(a, b));
  return { values, at: new Map(values.map(([id], at) => [id, at])) };
}
