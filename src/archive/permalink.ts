/**
 * Addresses within the archive. A path is what the contract calls an address: decoded, starting and
 * ending in a slash, without the base path (`/2020/03/05/slug/`). `Addresses` turns it into links.
 */

/** `YYYY/MM/DD/slug`, the id of an article: its file without folder and ending, its address without slashes at the ends. */
export type ArticleId = string;

/** Path of an article's page. */
export function articlePath(id: ArticleId): string {
  return `/${id}/`;
}

/** Path of an earlier address as a publisher wrote it, decoded and with a slash at its end. */
export function aliasPath(alias: string): string {
  return `${decodeURIComponent(alias).normalize('NFC').replace(/\/+$/, '')}/`;
}

/** Path that stands for an article in feed ids: the first it was released under, so that the ids stay when it moves. */
export function lastingPath({ id, first }: { id: ArticleId; first?: string }): string {
  return first ?? articlePath(id);
}

/** Path of the list of a year, a month or a day: `2020`, `2020-03` or `2020-03-05`. */
export function datePath(period: string): string {
  return `/${period.replaceAll('-', '/')}/`;
}

/** Path of a source's page, or of one year of it. */
export function sourcePath(id: string, year?: string): string {
  return year === undefined ? `/sources/${id}/` : `/sources/${id}/${year}/`;
}

/** Path of a topic's page, or of one year of it. */
export function topicPath(id: string, year?: string): string {
  return year === undefined ? `/topics/${id}/` : `/topics/${id}/${year}/`;
}

/** Turns paths of the archive into what stands in pages and feeds. */
export interface Addresses {
  /** Path from the server's root, base path included, percent-encoded. */
  href(path: string): string;
  /** The whole address, for canonical links, feeds and citations. */
  absolute(path: string): string;
}

/** Addresses of an archive that is published at `url`; a path in `url` is its base path. */
export function makeAddresses(url: string): Addresses {
  const { origin, pathname } = new URL(url);
  const base = pathname.replace(/\/+$/, '');
  const href = (path: string) => base + encodeURI(path);
  return { href, absolute: (path) => origin + href(path) };
}

/**
 * How an address is compared with others: some disks and hosts fold case or compose letters,
 * so two addresses with the same key must not both be given out.
 */
export function addressKey(path: string): string {
  if (/^[\x20-\x7e]*$/.test(path)) return path.toLowerCase();
  // Upper case first, so that ß meets ss and the two small sigmas meet each other. Joiners are not seen.
  return path
    .replaceAll(/[\u200c\u200d]/g, '')
    .normalize('NFC')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFC');
}
