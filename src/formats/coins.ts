import { managedName } from './name.ts';
import type { CitedWork } from './work.ts';

/**
 * A work as a ContextObject in a span (COinS), for lists: reference managers then offer to save many at once.
 * In Dublin Core, because OpenURL's own formats have no newspapers; the type is Zotero's. On an article's own page
 * it would be taken before the better `<meta>`s.
 */
export function coins(work: Pick<CitedWork, 'title' | 'authors' | 'source' | 'language' | 'day' | 'url'>): string {
  const fields: [string, string][] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rft.type', 'newspaperArticle'],
    ['rft.title', work.title],
    ...work.authors.map((author): [string, string] => ['rft.creator', managedName(author)]),
    ['rft.source', work.source],
    ['rft.date', work.day],
    ['rft.language', work.language],
    ['rft.identifier', work.url.replaceAll('+', '%2B')],
  ];
  // Zotero reads a plus sign as a space, encoded or not. An address may have it encoded once more; words get the wide one.
  return fields.map(([name, value]) => `${name}=${encodeURIComponent(value.replaceAll('+', '＋'))}`).join('&');
}
