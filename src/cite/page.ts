import type { CitedWork } from '../formats/work.ts';
import { type Meta, readWorkMeta } from '../formats/work-meta.ts';

/** Reads the work that a page shows; `brackets` says what of it the archive supplied or inferred. */
export function readWork(page: Document, brackets: string, now: Date): CitedWork {
  const metas = [...page.querySelectorAll('meta')].map((meta): Meta => [meta.name || (meta.getAttribute('property') ?? ''), meta.content]);
  return readWorkMeta(metas, {
    archive: metas.find(([name]) => name === 'og:site_name')?.[1] ?? '',
    suppliedTitle: brackets.includes('title'),
    inferredDate: brackets.includes('date'),
    accessed: dayOfReader(now),
  });
}

/** The day where the reader is. */
export function dayOfReader(now: Date): string {
  return [String(now.getFullYear()).padStart(4, '0'), ...[now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'))].join('-');
}
