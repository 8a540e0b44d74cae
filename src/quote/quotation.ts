/** Words quoted from a text, as an address carries them: enough to find them again, and to tell whether they have changed. */
export interface Quotation {
  /** The words; of a long quotation its beginning. */
  words: string;
  /** Of a long quotation its end, and length and sum of the whole. */
  end?: string;
  length?: number;
  sum?: number;
  /** What stood right before and after, to tell one place from another with the same words; empty at the ends of the text. */
  before: string;
  after: string;
}

/** Up to so many characters an address carries the whole quotation, so that it can show any change. Of longer ones it carries so much of either end. */
const WHOLE = 600;
const PART = 280;
/** How much of what stands around it. */
const AROUND = 40;

/** White space is the same however much of it there is. */
export function fold(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Makes a quotation of a passage of a folded text. A word that is cut is taken whole, and space at the ends is left out. */
export function quote(text: string, from: number, to: number): Quotation & { from: number; to: number } {
  let [start, stop] = [from, to];
  while (text[start] === ' ' && start < stop) start += 1;
  while (text[stop - 1] === ' ' && start < stop) stop -= 1;
  while (isWithinWord(text, start)) start -= 1;
  while (isWithinWord(text, stop)) stop += 1;
  const whole = text.slice(start, stop);
  const around = { before: text.slice(Math.max(0, start - AROUND), start), after: text.slice(stop, stop + AROUND), from: start, to: stop };
  if (whole.length <= WHOLE) return { words: whole, ...around };
  return { words: cut(whole.slice(0, PART), true), end: cut(whole.slice(-PART), false), length: whole.length, sum: sumOf(whole), ...around };
}

/** A letter, digit or accent of a word; Chinese and Japanese put no space between words, so each of theirs is one. */
export const LETTER = '(?![\\u2e80-\\u9fff\\uf900-\\ufaff])[\\p{L}\\p{N}\\p{M}\\u200c\\u200d]';
const WITHIN = new RegExp(`^(?:${LETTER}){2}$`, 'u');

/** Whether a place in a text has letters of one word on both sides, or halves of one character. */
export function isWithinWord(text: string, at: number): boolean {
  return at > 0 && (WITHIN.test(text.slice(at - 1, at + 1)) || /[\udc00-\udfff]/.test(text.charAt(at)));
}

function cut(part: string, isStart: boolean): string {
  const at = isStart ? part.lastIndexOf(' ') : part.indexOf(' ');
  if (at < 0) return part;
  return isStart ? part.slice(0, at) : part.slice(at + 1);
}

/** Sum of a text in 53 bits, by which a change in the part that an address does not carry is noticed. */
export function sumOf(text: string): number {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    a = Math.imul(a ^ text.charCodeAt(at), 2654435761);
    b = Math.imul(b ^ text.charCodeAt(at), 1597334677);
  }
  return (2097151 & (b ^ (b >>> 15))) * 4294967296 + ((a ^ (a >>> 13)) >>> 0);
}

/**
 * What is added to an article's address: the quotation for this site's script, and behind the paragraph's
 * id, for those without it, the same words in the way that browsers know (WICG Scroll to Text Fragment).
 * @param isOneBlock whether the words are in one paragraph, as they must be where a browser is to find them by themselves.
 */
export function addressOf({ words, end, length, sum, before, after }: Quotation, paragraph: string, isOneBlock: boolean): string {
  const query = new URLSearchParams({ quote: words, before, after });
  if (end !== undefined) {
    query.set('end', end);
    query.set('sum', `${length}-${sum}`);
  }
  const ends =
    end === undefined && isOneBlock && words.length < 80 ? [words] : [words.split(' ').slice(0, 5).join(' '), (end ?? words).split(' ').slice(-5).join(' ')];
  return `?${query}#${paragraph}:~:text=${ends.map(directive).join(',')}`;
}

/** A text as a text directive wants it: a hyphen or comma would mean something. */
function directive(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}

/** The quotation that an address carries; undefined where it carries none. */
export function quotationIn(search: string): Quotation | undefined {
  const query = new URLSearchParams(search);
  const words = fold(query.get('quote') ?? '').trim();
  if (words === '') return undefined;
  const [length, sum] = (query.get('sum') ?? '').split('-').map(Number);
  const long = query.has('end') ? { end: fold(query.get('end') ?? '').trim(), length: length ?? 0, sum: sum ?? 0 } : {};
  return { words, ...long, before: fold(query.get('before') ?? ''), after: fold(query.get('after') ?? '') };
}
