/** Numbers and choices that look random and are the same in every run with the same seed. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  unit(): number;
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** One of a list. */
  pick<Item>(items: readonly Item[]): Item;
  /** A list in another order; the given one stays as it is. */
  shuffle<Item>(items: readonly Item[]): Item[];
  /** A list of `length` made one by one. */
  list<Item>(length: number, make: (at: number) => Item): Item[];
}

/** A generator for a seed (mulberry32). */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (most: number) => Math.floor(unit() * most);
  const between = (low: number, high: number) => low + below(high - low + 1);
  const pick = <Item>(items: readonly Item[]) => items[below(items.length)] as Item;
  const list = <Item>(length: number, make: (at: number) => Item) => Array.from({ length }, (_, at) => make(at));
  const shuffle = <Item>(items: readonly Item[]) => {
    const mixed = [...items];
    for (let at = mixed.length - 1; at > 0; at -= 1) {
      const other = below(at + 1);
      [mixed[at], mixed[other]] = [mixed[other] as Item, mixed[at] as Item];
    }
    return mixed;
  };
  return { unit, below, between, pick, shuffle, list };
}
