/** Slots for a start; a power of two. */
const FIRST_SLOTS = 1024;

/** Share of slots from which on there are made twice as many. */
const FULL = 0.6;

/**
 * Numbers by a hash of 32 bits, several to a hash. A `Map` takes four times the memory for each, and an import keeps
 * ten of them for each article that was ever imported. Whoever asks must see for himself whether what he gets is meant:
 * unlike things may have one hash.
 */
export class HashIndex {
  /** Pairs of a hash and a value, which is one more than was put in: 0 is a free slot. */
  #slots = new Uint32Array(2 * FIRST_SLOTS);
  #count = 0;

  /** Puts a value in, from 0 to 2^32 - 2. */
  add(hash: number, value: number): void {
    if (this.#count >= (this.#slots.length / 2) * FULL) this.#grow();
    this.#put(hash >>> 0, value + 1);
    this.#count += 1;
  }

  /** Values of a hash, in the order in which they were put in; at most so many. */
  get(hash: number, most = Number.POSITIVE_INFINITY): number[] {
    const found: number[] = [];
    const mask = this.#slots.length / 2 - 1;
    for (let slot = spread(hash) & mask; found.length < most && this.#slots[2 * slot + 1] !== 0; slot = (slot + 1) & mask)
      if (this.#slots[2 * slot] === hash >>> 0) found.push((this.#slots[2 * slot + 1] ?? 0) - 1);
    return found;
  }

  #put(hash: number, stored: number): void {
    const mask = this.#slots.length / 2 - 1;
    let slot = spread(hash) & mask;
    while (this.#slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
    this.#slots[2 * slot] = hash;
    this.#slots[2 * slot + 1] = stored;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(2 * old.length);
    // What is full begins somewhere in a run: from a free slot on, values of one hash are met in their order.
    const slots = old.length / 2;
    let start = 0;
    while (old[2 * start + 1] !== 0) start += 1;
    for (let at = 0; at < slots; at += 1) {
      const slot = (start + at) % slots;
      if (old[2 * slot + 1] !== 0) this.#put(old[2 * slot] ?? 0, old[2 * slot + 1] ?? 0);
    }
  }
}

// The smallest hashes of a text all begin with zeros; what they have in common must not send them to one place.
function spread(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 7;
}

/** FNV-1a over the code units of a text. */
export function hashOf(text: string): number {
  let made = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) made = Math.imul(made ^ text.charCodeAt(at), 0x01000193);
  return made >>> 0;
}
