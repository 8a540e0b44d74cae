import { hash } from 'node:crypto';

/**
 * Id of a feed or of an entry in it: a UUID of version 8 (RFC 9562) from the archive's own id and a path.
 * It does not depend on the host, so that readers' programs keep what they have when an archive moves.
 */
export function entryId(archiveId: string, path: string): string {
  const bytes = hash('sha256', `${archiveId}\n${path}`, 'buffer').subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}
