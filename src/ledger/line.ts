/**
 * The ledger's lines. One says how one release showed one article:
 *
 *     2026-11-25 /2020/03/05/slug/ 7hN3kq0V2bQm1xYc8sRt4A 4kq2m0a 91xyzab >/2020/03/06/slug/ /news/17.html/
 *
 * the day of the release; the address under which the article was first released, which tells articles
 * apart for ever; the digest of its text; the ids of its paragraphs, without the `p` that each begins
 * with, none where they are those of the line before; after `>` where it stands now, where that is
 * another place; then other addresses that lead to it. Each line stands by itself, so that lines of two
 * branches can be joined in any order.
 */
export interface ArticleLine {
  /** Day of the release, `2026-11-25`. */
  date: string;
  /** Path under which the article was first released. */
  first: string;
  /** Digest of its text. */
  digest: string;
  /** Ids in its text, in order; undefined where they are those of the line before. */
  ids: readonly string[] | undefined;
  /** Its path now. */
  path: string;
  /** Other paths that lead to it. */
  aliases: readonly string[];
}

/** A line of what is not an article: the path of a list, a page or a feed; or what feed ids are made of. */
export interface SiteLine {
  date: string;
  path?: string;
  /** The archive's own id (or title); see `formats/entry-id.ts`. */
  feedIds?: string;
}

const ARTICLE = /^\d{4}-\d{2}-\d{2} \/\S+\/ [\w-]{22}(?: \S+)*$/;
const SITE = /^(\d{4}-\d{2}-\d{2}) (?:(\/\S*)|feed-ids (.+))$/;
// An id that comes from a paragraph's words (`markdown/paragraph-ids.ts`) is written without its first letter.
const SHORT = /^[0-9a-hjkmnp-tv-z]{7}(?:-\d+)?$/;

/** Writes a line about an article. */
export function writeArticleLine({ date, first, digest, ids, path, aliases }: ArticleLine): string {
  const short = (ids ?? []).map((id) => (id.startsWith('p') && SHORT.test(id.slice(1)) ? id.slice(1) : `#${id}`));
  return [date, first, digest, ...short, ...(path === first ? [] : [`>${path}`]), ...aliases].join(' ');
}

/** Whether a line can be read by {@link readArticleLine}. */
export function isArticleLine(line: string): boolean {
  return ARTICLE.test(line);
}

/** Reads a line about an article. */
export function readArticleLine(line: string): ArticleLine {
  const [date = '', first = '', digest = '', ...rest] = line.split(' ');
  const ids = rest.filter((word) => !/^[>/]/.test(word)).map((word) => (word.startsWith('#') ? word.slice(1) : `p${word}`));
  return {
    date,
    first,
    digest,
    ids: ids.length === 0 ? undefined : ids,
    path: rest.find((word) => word.startsWith('>'))?.slice(1) ?? first,
    aliases: rest.filter((word) => word.startsWith('/')),
  };
}

/** Writes a line about something else. */
export function writeSiteLine({ date, path, feedIds }: SiteLine): string {
  return `${date} ${path ?? `feed-ids ${feedIds}`}`;
}

/** Reads a line about something else; undefined where it is none. */
export function readSiteLine(line: string): SiteLine | undefined {
  const [, date = '', path, feedIds] = SITE.exec(line) ?? [];
  if (path !== undefined) return { date, path };
  return feedIds === undefined ? undefined : { date, feedIds };
}
