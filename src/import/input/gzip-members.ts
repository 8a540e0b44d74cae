import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { inMiB, Refusal, refuseBomb } from '../limits.ts';
import { MEMBER, unpackStart } from './gzip-start.ts';

/** What is written to the library at once; it unpacks to a thousand times as much at most. */
const PIECE = 32 * 1024;

/** So much of a member is kept, to look in it for the next one should it be damaged. */
const MOST_KEPT = 1024 * 1024;

/** Enough to see what a member begins with. */
const START = 512;
const MOST_STARTED = 1024 * 1024;

/**
 * So many places are looked at that may be the beginning of a member. By chance there is one in 16 MB of damaged data; more
 * are made to keep whoever reads them busy.
 */
const MOST_TRIES = 1000;

/**
 * What is packed by gzip member by member (RFC 1952), as web archives are: runs of members that are whole. A run throws a
 * `Refusal` where a member is damaged; the next one begins at the next member that begins as `isStart` says. `size` is that
 * of the whole, packed.
 */
export async function* gzipRuns(
  packed: AsyncIterable<Uint8Array>,
  size: number,
  isStart: (text: string) => boolean,
): AsyncGenerator<AsyncGenerator<Uint8Array>> {
  const members = new Members(packed, size);
  do yield members.run();
  while (members.isDamaged && (await members.resume(isStart)));
}

class Members {
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #size: number;
  /** What has come and is not unpacked yet. */
  #ahead: Uint8Array = new Uint8Array();
  /** The end of what has been unpacked of the member. */
  #kept: Uint8Array[] = [];
  #total = 0;
  #tries = 0;
  isDamaged = false;

  constructor(packed: AsyncIterable<Uint8Array>, size: number) {
    this.#source = packed[Symbol.asyncIterator]();
    this.#size = size;
  }

  async *run(): AsyncGenerator<Uint8Array> {
    this.isDamaged = false;
    if (this.#tries > MOST_TRIES) throw new Refusal(`The gzip data is damaged in more than ${MOST_TRIES} places. What follows is not read.`);
    while (await this.#has(1)) {
      // Tapes and some tools fill up with zeros.
      const begins = this.#ahead.findIndex((byte) => byte !== 0);
      if (begins !== 0) this.#ahead = this.#ahead.subarray(begins < 0 ? this.#ahead.length : begins);
      else yield* this.#member();
    }
  }

  /** Goes to the next member after a damaged one that begins as it should; false where there is none. */
  async resume(isStart: (text: string) => boolean): Promise<boolean> {
    // One byte further on at least: the damaged member is not begun again.
    let left: Buffer = Buffer.concat([...this.#kept, this.#ahead]).subarray(1);
    for (;;) {
      const at = left.indexOf(MEMBER);
      this.#ahead = left.subarray(at < 0 ? Math.max(0, left.length - MEMBER.length + 1) : at);
      const came = await this.#has(at < 0 ? this.#ahead.length + 1 : START);
      if (at < 0 && !came) return false;
      if (at >= 0) this.#tries += 1;
      // The run that begins says so.
      if (this.#tries > MOST_TRIES) return true;
      if (at >= 0 && isStart(startOf(this.#ahead))) return true;
      left = Buffer.from(this.#ahead.buffer, this.#ahead.byteOffset, this.#ahead.length).subarray(at < 0 ? 0 : 1);
    }
  }

  async *#member(): AsyncGenerator<Uint8Array> {
    this.#kept = [];
    let header = headerLength(this.#ahead);
    while (header === undefined && this.#ahead.length < 2 * PIECE && (await this.#has(this.#ahead.length + 1))) header = headerLength(this.#ahead);
    if (header === undefined || header < 0) throw this.#damage(header === undefined ? ENDS : 'incorrect header');
    this.#take(header);
    let [sum, length] = [0, 0];
    // What has been unpacked last waits until it is known that more follows, or that the check sum is right.
    let held: Uint8Array | undefined;
    const inflater = new Inflater();
    try {
      while (!inflater.isDone) {
        if (!(await this.#has(1))) break;
        const piece = this.#ahead.subarray(0, PIECE);
        const { used, out } = await inflater.write(piece);
        if (inflater.error !== undefined && held === undefined) held = salvaged(piece);
        this.#take(used);
        for (const chunk of out) {
          if (held !== undefined) yield held;
          held = chunk;
          sum = crc32(chunk, sum);
          length += chunk.length;
          this.#total += chunk.length;
          refuseBomb(this.#total, this.#size);
        }
      }
    } finally {
      inflater.end();
    }
    const error = inflater.error?.message ?? (inflater.isDone && (await this.#has(8)) ? undefined : ENDS);
    if (error !== undefined) {
      // Data that only ends is good as far as it goes; what has been damaged unpacks to anything, and may run on into the next member.
      const isGood = error === ENDS && Buffer.concat(this.#kept).indexOf(MEMBER, 1) < 0;
      if (held !== undefined) yield isGood ? held : headersOf(held);
      throw this.#damage(error);
    }
    const trailer = Buffer.from(this.#ahead.subarray(0, 8));
    if (trailer.readUInt32LE(0) !== sum || trailer.readUInt32LE(4) !== length % 2 ** 32) {
      if (held !== undefined) yield headersOf(held);
      throw this.#damage('incorrect data check');
    }
    if (held !== undefined) yield held;
    this.#take(8);
  }

  #damage(reason: string): Refusal {
    this.isDamaged = true;
    return new Refusal(`The gzip data is damaged after ${inMiB(this.#total)} (${reason}).`);
  }

  #take(count: number): void {
    if (count === 0) return;
    this.#kept.push(this.#ahead.subarray(0, count));
    this.#ahead = this.#ahead.subarray(count);
    let length = this.#kept.reduce((sum, { length: each }) => sum + each, 0);
    for (; length > MOST_KEPT; length -= this.#kept.shift()?.length ?? 0);
  }

  /** Whether so many bytes are there; reads on until they are. */
  async #has(count: number): Promise<boolean> {
    while (this.#ahead.length < count) {
      const next = await this.#source.next();
      if (next.done) return false;
      this.#ahead = this.#ahead.length === 0 ? next.value : Buffer.concat([this.#ahead, next.value]);
    }
    return true;
  }
}

const ENDS = 'unexpected end of file';

/** Unpacks one member, and knows where it ends. */
class Inflater {
  readonly #inflate = createInflateRaw();
  #out: Uint8Array[] = [];
  #wake: () => void = () => undefined;
  isDone = false;
  error: Error | undefined;

  constructor() {
    const done = (error?: Error) => {
      [this.isDone, this.error] = [true, error];
      this.#wake();
    };
    this.#inflate
      .on('data', (chunk: Uint8Array) => this.#out.push(chunk))
      .on('end', () => done())
      .on('error', done);
  }

  /** Writes a piece; tells how much of it belonged to the member, and what it unpacked to. */
  async write(piece: Uint8Array): Promise<{ used: number; out: Uint8Array[] }> {
    const before = this.#inflate.bytesWritten;
    const used = () => this.#inflate.bytesWritten - before;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      // What is behind its end the library leaves, and says so by ending.
      this.#inflate.write(piece, () => used() === piece.length && resolve());
    });
    const out = this.#out;
    this.#out = [];
    return { used: this.error === undefined ? used() : 0, out };
  }

  end(): void {
    this.#inflate.destroy();
  }
}

/** Length of the header of a member, which may be longer than what is there: undefined; below 0 where it is none. */
function headerLength(bytes: Uint8Array): number | undefined {
  if (MEMBER.some((byte, at) => at < bytes.length && bytes[at] !== byte)) return -1;
  const flags = bytes[3] ?? 0;
  if ((flags & 0xe0) !== 0) return -1;
  let at = 10;
  if (flags & 4) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, at);
    if (end < 0) return undefined;
    at = end + 1;
  }
  if (flags & 2) at += 2;
  return at <= bytes.length ? at : undefined;
}

/** The headers of a record of the web, and what it is an answer with. What is damaged can be named by them, and not be taken for whole. */
function headersOf(chunk: Uint8Array): Uint8Array {
  const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
  const end = bytes.indexOf('\r\n\r\n', bytes.indexOf('\r\n\r\n') + 4);
  return bytes.subarray(0, Math.min(end < 0 ? bytes.length : end + 4, bytes.length >> 1));
}

/** As much as can be unpacked of the first bytes of a damaged member. */
function salvaged(piece: Uint8Array): Uint8Array | undefined {
  for (let size = piece.length >> 1; size > 16; size >>= 1) {
    const got = unpackStart(piece.subarray(0, size), MOST_STARTED, inflateRawSync);
    if (got !== undefined) return headersOf(got);
  }
  return undefined;
}

function startOf(member: Uint8Array): string {
  if (((member[3] ?? 0) & 0xe0) !== 0) return '';
  for (const size of [START, START / 4]) {
    const got = unpackStart(member.subarray(0, size), MOST_STARTED);
    if (got !== undefined) return got.subarray(0, START).toString('latin1');
  }
  return '';
}
