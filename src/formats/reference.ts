import type { CitedWork } from './work.ts';

/** What a reference says beside its fields: where the original stands, and what the archive worked out. */
export function noteOf({ original, inferredDate }: CitedWork): string {
  return [...(original === undefined ? [] : [`Original: ${original}`]), ...(inferredDate ? ['Date inferred by the archive'] : [])].join('; ');
}

/**
 * Key of a reference among others, of letters that every program takes: the address's name and day. Names in
 * other scripts give way to a number made of the address.
 */
export function citationKey({ url, day }: CitedWork): string {
  const name = decodeURIComponent(new URL(url).pathname.replace(/\/$/, '').split('/').at(-1) ?? '').toLowerCase();
  const letters = name.replaceAll(/[^a-z0-9-]+/g, '');
  return `${letters === name ? letters : `${letters}${letters === '' ? 'article' : ''}-${checksum(url)}`}-${day}`;
}

// FNV-1a: browsers have SHA-256 only by a promise, and nothing leans on this but a reader's own list.
function checksum(text: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(36);
}
