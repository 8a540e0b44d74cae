import { constants, gunzipSync, type inflateRawSync } from 'node:zlib';

/** What each member of gzip data begins with: its magic number, and that it is deflated. */
export const MEMBER = Uint8Array.of(0x1f, 0x8b, 0x08);

/**
 * As much as the first bytes of a member unpack to, at most so many; undefined where they are damaged, or unpack to more.
 * `unpack` is another function where they have no header.
 */
export function unpackStart(packed: Uint8Array, most: number, unpack: typeof inflateRawSync = gunzipSync): Buffer | undefined {
  try {
    return unpack(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: most });
  } catch {
    return undefined;
  }
}
