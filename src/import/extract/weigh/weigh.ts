import type { Finding } from '../../found.ts';

/** What one witness says. */
export interface Testimony<Value> {
  value: Value;
  /** As the reader of a report knows it: `json-ld`, `meta article:published_time`. */
  witness: string;
  /** Witnesses of one kind are fed from one place and count once. */
  kind: string;
  /** How often such a witness is right, 0 to 1. */
  trust: number;
}

interface Side<Value> {
  value: Value;
  weight: number;
  best: number;
  kinds: ReadonlySet<string>;
  witnesses: string[];
}

/** From here on one witness alone is sure. */
const SURE_ALONE = 0.98;
/** Log-odds by which a value that two kinds agree on must lead what disputes it to be sure. */
const CLEAR_LEAD = 2;

/**
 * Weighs what witnesses say: each kind adds the log-odds of its most trusted witness to the value it stands for,
 * and the heaviest value is taken. Of equal weight, the one named first.
 */
export function weigh<Value>(testimonies: readonly Testimony<Value>[], keyOf: (value: Value) => string): Finding<Value> | undefined {
  const sides = [...Map.groupBy(testimonies, ({ value }) => keyOf(value)).values()].map(sideOf).sort((a, b) => b.weight - a.weight);
  const [first, second] = sides;
  if (first === undefined) return undefined;
  const lead = first.weight - Math.max(second?.weight ?? 0, 0);
  return {
    value: first.value,
    sure: first.kinds.size > 1 ? lead >= CLEAR_LEAD : first.best >= SURE_ALONE && second === undefined,
    witnesses: first.witnesses,
    disputed: sides.slice(1).map(({ value, witnesses }) => ({ value, witnesses })),
  };
}

function sideOf<Value>(testimonies: readonly Testimony<Value>[]): Side<Value> {
  const trusted = testimonies.toSorted((a, b) => b.trust - a.trust);
  const kinds = new Map<string, number>();
  for (const { kind, trust } of trusted) if (!kinds.has(kind)) kinds.set(kind, logOdds(trust));
  return {
    // Array.groupBy never makes an empty group.
    value: (trusted[0] as Testimony<Value>).value,
    weight: [...kinds.values()].reduce((sum, each) => sum + each, 0),
    best: trusted[0]?.trust ?? 0,
    kinds: new Set(kinds.keys()),
    witnesses: [...new Set(trusted.map(({ witness }) => witness))],
  };
}

function logOdds(trust: number): number {
  return Math.log(trust / (1 - trust));
}
