/** Longest name of an article in its address, in characters; and in bytes, of which other scripts take three a letter. */
const LONGEST = 80;
const MOST_BYTES = 150;

/** A name for an address and a file made of words in any script: lower-case letters and digits, hyphens between. Empty where there are none. */
export function slugOf(words: string, longest = LONGEST): string {
  const folded = words
    .normalize('NFKC')
    .replaceAll(/(?<=\p{L})['’ʼ](?=\p{L})/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    // A mark belongs to a letter; one that stands alone has lost it.
    .replaceAll(/(?<=^|-)\p{M}+/gu, '')
    .replaceAll(/-{2,}/g, '-')
    .replaceAll(/^-|-$/g, '');
  return cut(folded, longest);
}

// At a hyphen where there is one in the second half, never within a character.
function cut(slug: string, longest: number): string {
  if (slug.length <= longest && Buffer.byteLength(slug) <= MOST_BYTES) return slug;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(slug.slice(0, longest + 8))) {
    if (kept.length + segment.length > longest || Buffer.byteLength(kept + segment) > MOST_BYTES) break;
    kept += segment;
  }
  const hyphen = kept.lastIndexOf('-');
  return (hyphen > kept.length / 2 && slug[kept.length] !== '-' ? kept.slice(0, hyphen) : kept).replace(/-$/, '');
}

/** The first of `name`, `name-2`, `name-3` … that is free. */
export function freeName(name: string, isFree: (name: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : `${name}-${number}`;
    if (isFree(tried)) return tried;
  }
}
