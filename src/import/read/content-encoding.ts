import { brotliDecompressSync, zstdDecompressSync } from 'node:zlib';
import { inMiB, MOST_BYTES, Refusal } from '../limits.ts';

const UNPACK: Record<string, (bytes: Uint8Array, options: { maxOutputLength: number }) => Uint8Array> = {
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
};

/**
 * What was sent in one of the content encodings that the library of web archives leaves as it is. Some crawlers unpack what
 * they keep and leave the header: what cannot be unpacked is taken as it is.
 */
export function unpacked(bytes: Uint8Array, encoding: string | undefined): Uint8Array {
  const unpack = UNPACK[encoding?.trim().toLowerCase() ?? ''];
  if (unpack === undefined) return bytes;
  try {
    return unpack(bytes, { maxOutputLength: MOST_BYTES });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new Refusal(`The page unpacks to more than ${inMiB(MOST_BYTES)}, which no article has.`);
    return bytes;
  }
}
