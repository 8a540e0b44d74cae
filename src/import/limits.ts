/**
 * How much of an input is read at once. An article is a few thousand bytes; what is a thousand times larger has
 * something else in it, or is meant to fill memory.
 */

const MiB = 1024 * 1024;

/** The most bytes of one page, line, record, entry or value. */
export const MOST_BYTES = 16 * MiB;

/** Elements or values within one another. Browsers stop at 512; no article needs fifty. */
export const MOST_DEPTH = 512;

/** Beyond so many bytes, what unpacks to more than {@link MOST_RATIO} times its size is taken for a bomb. */
const FREE_UNPACKED = 64 * MiB;

/** Text packs to a tenth, crawls of one site to a fiftieth; a bomb to a thousandth. */
export const MOST_RATIO = 200;

/** Refusal worded for a person. The reader that throws it gives up one item, or the rest of its input. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/** Whether what is packed in `size` bytes unpacks to so many that it was made to fill memory or disk. */
export function isBomb(unpacked: number, size: number): boolean {
  return unpacked > FREE_UNPACKED && unpacked > size * MOST_RATIO;
}

/** Throws a `Refusal` where what has been unpacked so far is a bomb. */
export function refuseBomb(unpacked: number, size: number): void {
  if (isBomb(unpacked, size)) throw new Refusal(`It unpacks to more than ${MOST_RATIO} times its ${inMiB(size)}: a zip bomb.`);
}

/** Number of bytes as a person reads it. */
export function inMiB(bytes: number): string {
  return `${(bytes / MiB).toFixed(bytes < 10 * MiB ? 1 : 0)} MiB`;
}
