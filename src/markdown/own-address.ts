/**
 * Where a path leads that a text wrote, percent-encoded or not, in whole or in part: under the archive's
 * base path, encoded once. What the text encoded itself (`%2F`, `%26`) stays as it is.
 */
export function ownAddress(path: string, href: (path: string) => string): string {
  return href('/').replace(/\/$/, '') + encodeURI(path.toWellFormed()).replaceAll(/%25(?=[\da-f]{2})/gi, '%');
}
