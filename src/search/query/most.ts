import type { Query } from './nodes.ts';

/** Fewest parts of which some can be most. */
const FEWEST = 3;

/**
 * What is looked for where no article has all that was asked for: more than half of the words and phrases, under the same
 * exclusions, dates and values. Undefined where a query is not three such parts or more that must all be there.
 */
export function mostOf(query: Query | undefined): Query | undefined {
  if (query?.kind !== 'all') return undefined;
  const parts = query.parts.flatMap((part) => (part.kind === 'all' ? part.parts : [part]));
  const { loose = [], strict = [] } = Object.groupBy(parts, isStrict);
  if (loose.length < FEWEST) return undefined;
  const most = { kind: 'most', parts: loose, least: Math.floor(loose.length / 2) + 1 } as const;
  return strict.length === 0 ? most : { kind: 'all', parts: [most, ...strict] };
}

function isStrict({ kind }: Query): 'loose' | 'strict' {
  return kind === 'not' || kind === 'value' || kind === 'date' ? 'strict' : 'loose';
}
