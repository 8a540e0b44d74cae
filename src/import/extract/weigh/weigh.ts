import type { Finding } from '../../found.ts';

/**
 * Where a witness has its word from. Fields of one content system feed metas, JSON-LD and microdata alike (`system`);
 * what is printed for readers (`print`) and the address are made by other hands or at another time.
 */
export type Origin = 'system' | 'print' | 'address' | 'engine' | 'input';

/** What one witness says. */
export interface Testimony<Value> {
  value: Value;
  /** As the reader of a report knows it: `json-ld`, `meta article:published_time`. */
  witness: string;
  origin: Origin;
  /** How often such a witness is right, between 0 and 1. */
  trust: number;
}

interface Side<Value> {
  value: Value;
  weight: number;
  best: number;
  origins: number;
  witnesses: string[];
}

/** From here on one witness alone is sure, if none disputes it. */
const SURE_ALONE = 0.98;
/** Log-odds by which what two origins agree on must lead what disputes it. */
const CLEAR_LEAD = 1.5;
/** What a further witness of an origin that has spoken counts: it may only be a copy. */
const ECHO = 0.35;

/**
 * Weighs what witnesses say: to the value it stands for each adds the log-odds of its trust, in full where it is the
 * most trusted of its origin. The heaviest value is taken; of equals, the one named first.
 * `choose` picks how the value is written from the testimonies that stand for it, the most trusted first.
 */
export function weigh<Value>(
  testimonies: readonly Testimony<Value>[],
  keyOf: (value: Value) => string,
  choose: (sides: readonly Testimony<Value>[]) => Value | undefined = (side) => side[0]?.value,
): Finding<Value> | undefined {
  const sides = [...Map.groupBy(testimonies, ({ value }) => keyOf(value)).values()]
    .map((side) => sideOf(side, choose))
    .filter((side) => side !== undefined)
    .sort((a, b) => b.weight - a.weight);
  const [first, second] = sides;
  if (first === undefined) return undefined;
  const lead = first.weight - Math.max(second?.weight ?? 0, 0);
  return {
    value: first.value,
    sure: first.origins > 1 ? lead >= CLEAR_LEAD : first.best >= SURE_ALONE && second === undefined,
    witnesses: first.witnesses,
    disputed: sides.slice(1).map(({ value, witnesses }) => ({ value, witnesses })),
  };
}

function sideOf<Value>(testimonies: readonly Testimony<Value>[], choose: (side: readonly Testimony<Value>[]) => Value | undefined): Side<Value> | undefined {
  const trusted = testimonies.toSorted((a, b) => b.trust - a.trust);
  const value = choose(trusted);
  if (value === undefined) return undefined;
  const spoken = new Set<Origin>();
  const heard = new Set<string>();
  let weight = 0;
  for (const { origin, witness, trust } of trusted) {
    if (heard.has(witness)) continue;
    weight += logOdds(trust) * (spoken.has(origin) ? ECHO : 1);
    spoken.add(origin);
    heard.add(witness);
  }
  return { value, weight, best: trusted[0]?.trust ?? 0, origins: spoken.size, witnesses: [...heard] };
}

function logOdds(trust: number): number {
  return Math.log(trust / (1 - trust));
}
