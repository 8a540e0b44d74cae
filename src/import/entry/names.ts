import { withoutAccents } from '../text/letters.ts';

/**
 * The publisher's name in what a page or feed calls itself: “World news | The Guardian”, “BBC News - Home”. Of its parts,
 * the one that the address says too; else the first.
 */
export function publisherName(written: string, host: string | undefined): string {
  const parts = written
    .split(/\s+[|–—·»«:]+\s+|\s+-\s+|:\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2) return written;
  const letters = (text: string) => nameKey(text);
  const place = host === undefined ? '' : host.replaceAll(/[^\p{L}\p{N}]+/gu, '');
  const said = parts.filter(
    (part) => letters(part).length > 2 && (place.includes(letters(part)) || [...nameWords(part)].some((word) => word.length > 2 && place.includes(word))),
  );
  return said[0] ?? parts[0] ?? written;
}

/** A name as it is compared: without case, accents, marks, article and the endings that sites put behind their names. */
export function nameKey(name: string): string {
  return withoutAccents(name)
    .toLowerCase()
    .replace(/\.(?:com|org|net|co\.uk|info|news)$/, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}\s]+/gu, '')
    .replace(/^the\s+/, '')
    .replace(/\s+(?:online|rss|feed|home|homepage)$/, '')
    .replaceAll(/\s+/g, '');
}

/** Words of a name by which two names of one publisher are seen to be related: “BBC” and “BBC News”. */
export function nameWords(name: string): Set<string> {
  const words = withoutAccents(name)
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return new Set((words ?? []).filter((word) => !COMMON.has(word)));
}

const COMMON = new Set([
  'the',
  'news',
  'online',
  'daily',
  'times',
  'post',
  'press',
  'agency',
  'com',
  'org',
  'net',
  'www',
  'of',
  'and',
  'de',
  'la',
  'le',
  'el',
  'der',
  'die',
  'das',
  'home',
  'rss',
  'feed',
  'latest',
  'world',
  'top',
  'stories',
  'media',
  'today',
]);
