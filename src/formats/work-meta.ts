import { managedName } from './name.ts';
import type { CitedWork } from './work.ts';

/** A `<meta>`: its name and content. */
export type Meta = readonly [name: string, content: string];

const ORIGINAL = 'Original: ';

/**
 * What a page's `<meta>`s say of its work to reference managers: Highwire's names, which Google Scholar
 * reads too, and of Zotero's and PRISM's the ones that are wanted. Zotero takes more than it is told:
 * `citation_journal_title` would make it an article in a journal, `article:section` a section of the newspaper,
 * `DC.coverage` a place in the archive.
 */
export function workMeta(work: CitedWork): Meta[] {
  return [
    ['z:itemType', 'newspaperArticle'],
    ['citation_title', work.title],
    ...work.authors.map((author): Meta => ['citation_author', managedName(author)]),
    ['citation_date', work.day],
    ['citation_language', work.language],
    ['citation_public_url', work.url],
    // Without it the archive would pass for the newspaper.
    ['prism.publicationName', work.source],
    // Zotero has no field for a second address; this one is shown to people.
    ...(work.original === undefined ? [] : [['z:extra', ORIGINAL + work.original] as const]),
  ];
}

/** What a page says of its work beside {@link workMeta}. */
export type WorkRest = Pick<CitedWork, 'archive' | 'suppliedTitle' | 'inferredDate' | 'accessed'>;

/** Reads a work back from a page; its authors from Open Graph's `<meta>`s, which have them as printed. Browser-safe. */
export function readWorkMeta(metas: readonly Meta[], rest: WorkRest): CitedWork {
  const all = (name: string) => metas.flatMap((meta) => (meta[0] === name ? [meta[1]] : []));
  const one = (name: string) => all(name)[0] ?? '';
  const original = one('z:extra');
  return {
    ...rest,
    title: one('citation_title'),
    authors: all('article:author'),
    source: one('prism.publicationName'),
    language: one('citation_language'),
    day: one('citation_date'),
    url: one('citation_public_url'),
    ...(original.startsWith(ORIGINAL) && { original: original.slice(ORIGINAL.length) }),
  };
}
