/** Words quoted from a text, as an address carries them: enough to find them again, and to tell whether they have changed. */
export interface Quotation {
  /** The words; of a long quotation its beginning. */
  words: string;
  /** Length and sum of the whole, where the address carries a part. */
  length?: number | undefined;
  sum?: number | undefined;
  /** What stood right before and after the whole, to tell one place from another with the same words; less at the ends of the text. */
  before: string;
  after: string;
}

/** How much of a quotation an address carries, in letters as they are encoded: all programs take an address of this length. */
const MOST = 2000;
/** How much of what stands around it, in characters. */
export const AROUND = 40;

/** A letter, digit or accent of a word; Chinese and Japanese put no space between words, so each of theirs is one. */
export const LETTER = '(?![\\u2e80-\\u9fff\\uf900-\\ufaff])[\\p{L}\\p{N}\\p{M}\\u200c\\u200d]';
const WITHIN = new RegExp(`^(?:${LETTER}){2}$`, 'u');

/** Whether a place in a text has letters of one word on both sides. */
export function isWithinWord(text: string, at: number): boolean {
  return at > 0 && WITHIN.test(text.slice(at - 1, at + 1));
}

/** White space is the same however much of it there is. */
export function fold(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** The passage of a folded text that is quoted where this one is selected: words that are cut are whole, and no space is at its ends. */
export function passage(text: string, from: number, to: number): [from: number, to: number] {
  let [start, stop] = [from, to];
  while (text[start] === ' ') start += 1;
  while (text[stop - 1] === ' ') stop -= 1;
  while (isWithinWord(text, start)) start -= 1;
  while (isWithinWord(text, stop)) stop += 1;
  return [start, stop];
}

/** Makes a quotation of a passage of a folded text. */
export function quote(text: string, from: number, to: number): Quotation {
  const whole = text.slice(from, to);
  let words = whole;
  while (encodeURIComponent(words).length > MOST) {
    const most = words.length * 0.9;
    const space = words.lastIndexOf(' ', most);
    // No half of a character may be left.
    words = words.slice(0, space > 0 ? space : most).replace(/\p{Cs}$/u, '');
  }
  const part = words === whole ? {} : { length: whole.length, sum: sumOf(whole) };
  return { words, ...part, before: text.slice(Math.max(0, from - AROUND), from), after: text.slice(to, to + AROUND) };
}

/** Sum of a text in 32 bits (FNV-1a), by which a change in the part that an address does not carry is noticed. */
export function sumOf(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum >>> 0;
}

/**
 * What is added to an article's address: the quotation for this site's script, and behind the paragraph's
 * id, for those without it, the first and last words in the way that browsers know (WICG Scroll to Text Fragment).
 */
export function addressOf({ words, length, sum, before, after }: Quotation, paragraph: string, whole: string): string {
  const query = new URLSearchParams({ quote: words, before, after, ...(sum !== undefined && { sum: `${length}-${sum}` }) });
  // Words of one paragraph and of several are found by their ends alike; a few are all that there is.
  const all = whole.split(' ');
  const ends = all.length < 8 ? [whole] : [all.slice(0, 4).join(' '), all.slice(-4).join(' ')];
  // A hyphen would set off what stands before and after.
  return `?${query}#${paragraph}:~:text=${ends.map((end) => encodeURIComponent(end).replaceAll('-', '%2D')).join(',')}`;
}

/** The quotation that an address carries; undefined where it carries none. */
export function quotationIn(search: string): Quotation | undefined {
  const query = new URLSearchParams(search);
  const read = (name: string) => fold(query.get(name) ?? '');
  const [length, sum] = read('sum').split('-').map(Number);
  const words = read('quote').trim();
  return words === '' ? undefined : { words, ...(sum !== undefined && { length, sum }), before: read('before'), after: read('after') };
}
