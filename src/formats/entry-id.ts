import { hash } from 'node:crypto';

/**
 * Id of a feed or of an entry in it: a UUID of version 8 (RFC 9562) from the archive's own id and a path.
 * It does not depend on the host, so that readers' programs keep what they have when an archive moves.
 */
export function entryId(archiveId: string, path: string): string {
  const hex = hash('sha256', `${archiveId}\n${path}`, 'hex');
  // The version, and the two bits of the variant.
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 3);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
