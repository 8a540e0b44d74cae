import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { inMiB, MOST_BYTES, Refusal, refuseBomb } from '../limits.ts';

/** Something to be imported: a file on disk, which may stand for standard input or for what was fetched. */
export interface Input {
  /** As the person would write it. */
  name: string;
  /** Where its bytes lie. */
  path: string;
  size: number;
  /** When it was saved, an ISO 8601 date-time; undefined where only the moment of the import is known. */
  captured?: string;
  /** Address that it was fetched from. */
  url?: string;
  /** What the server said of it. */
  contentType?: string;
  /** Whether the person named it, rather than a folder or a glob that it lies in. */
  named: boolean;
  /** The folder that was named, where it lies in one. */
  root?: string;
  /** Whether it is packed by gzip, as a whole or, as web archives are, record by record. */
  gzip: boolean;
}

/** An input cannot be unpacked to its end; what comes before is as good as any. */
export class Damaged extends Refusal {
  override name = 'Damaged';
}

/** The bytes of an input, unpacked. Throws a `Refusal` where they unpack to far more than they are, and {@link Damaged} where they break off. */
export async function* bytesOf(input: Pick<Input, 'path' | 'gzip' | 'size'>): AsyncGenerator<Uint8Array> {
  const file = createReadStream(input.path, { highWaterMark: 256 * 1024 });
  if (!input.gzip) {
    yield* file;
    return;
  }
  const unpacked = createGunzip();
  file.on('error', (error) => unpacked.destroy(error));
  let total = 0;
  try {
    for await (const chunk of file.pipe(unpacked) as AsyncIterable<Uint8Array>) {
      total += chunk.length;
      refuseBomb(total, input.size);
      yield chunk;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_'))
      throw new Damaged(`The gzip data is damaged after ${inMiB(total)} (${(error as Error).message}).`);
    throw error;
  } finally {
    file.destroy();
  }
}

/** All bytes of an input that holds one thing. Throws a `Refusal` where it is too large for one. */
export async function allBytes(input: Pick<Input, 'path' | 'gzip' | 'size'>): Promise<Uint8Array> {
  return await gather(bytesOf(input), 'It');
}

/** Puts chunks together, up to what one thing may have. `what` is the subject of the refusal. */
export async function gather(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, what: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of chunks) {
    total += chunk.length;
    if (total > MOST_BYTES) throw new Refusal(`${what} has more than ${inMiB(MOST_BYTES)}, which no article has.`);
    parts.push(chunk);
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
}

/** The first bytes of a file, as they lie on disk. */
export function firstBytes(path: string, most: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(most);
    let filled = 0;
    for (let got = -1; got !== 0 && filled < most; filled += got) got = readSync(file, buffer, filled, most - filled, null);
    return buffer.subarray(0, filled);
  } finally {
    closeSync(file);
  }
}
