const numbers = new Intl.NumberFormat('en');

/** A number as people read it: `1,204`. */
export function formatCount(count: number): string {
  return numbers.format(count);
}
