/** A text without the accents of Latin letters; in other scripts, marks make other letters. */
export function withoutAccents(text: string): string {
  return text.normalize('NFKD').replaceAll(/(?<=\p{Script=Latin})\p{M}+/gu, '');
}

/** The letters and digits of a text alone, in small ones. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
