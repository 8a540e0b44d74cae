import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { Refusal } from '../limits.ts';
import { guessEncoding } from './guess-encoding.ts';

/** How the bytes of an input are read as text. */
export interface Decoding {
  /** Name of the encoding. */
  encoding: string;
  /** Whether it is neither declared nor told by the form of the bytes. */
  guessed?: true;
  /** What is said of bytes that do not belong to it. */
  notes: readonly string[];
}

/** What is known of an encoding before the bytes are looked at. */
export interface EncodingHints {
  /** `Content-Type`, which may name a `charset`. */
  contentType?: string;
  /** Encoding that the document declares; default: looked for in its first bytes. */
  declared?: string;
}

// Facts: valid UTF-8 goes before what is declared; almost no text in another encoding happens to be valid UTF-8.
/** Turns bytes in any encoding that the web knows into text. Throws a `Refusal` for half characters. */
export function decode(bytes: Uint8Array, hints: EncodingHints = {}): Decoding & { text: string } {
  const decoding = encodingOf(bytes, hints);
  return { text: decodeAs(bytes, decoding.encoding), ...decoding };
}

/** Reads bytes as an encoding that {@link encodingOf} named. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  const text = hasTextDecoder(encoding) ? new TextDecoder(encoding).decode(bytes) : iconv.decode(Buffer.from(bytes), encoding);
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** A decoder for bytes that come in chunks. */
export function streamDecoder(encoding: string): { write(chunk: Uint8Array): string; end(): string } {
  if (hasTextDecoder(encoding)) {
    const decoder = new TextDecoder(encoding);
    return { write: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() };
  }
  const decoder = iconv.getDecoder(encoding);
  return { write: (chunk) => decoder.write(Buffer.from(chunk)), end: () => decoder.end() ?? '' };
}

/** Finds out what bytes are encoded in: their mark, their form, what is declared, what they look like, in this order. */
export function encodingOf(bytes: Uint8Array, hints: EncodingHints = {}): Decoding {
  const shape = markOf(bytes) ?? wideOf(bytes);
  if (shape !== undefined) return { encoding: shape, notes: [] };
  const declared = known(charsetIn(hints.contentType)) ?? known(hints.declared ?? declaredIn(bytes));
  // All its bytes are those of ASCII, so that it passes for UTF-8.
  if (declared !== undefined && /^(iso-2022-|hz|utf-?7)/i.test(declared)) return { encoding: declared, notes: [] };
  if (isUtf8(bytes)) return { encoding: 'utf-8', notes: [] };
  const wrong = badBytes(bytes);
  if (wrong.surrogates > 0 && wrong.bad - wrong.surrogates * 3 <= 0) throw new Refusal('It holds half of a character (a lone surrogate).');
  // A few bytes gone bad in a text that is UTF-8 otherwise.
  if (wrong.good > 4 * wrong.bad) {
    return { encoding: 'utf-8', notes: [`${wrong.bad} bytes are not UTF-8 and are shown as \ufffd.`] };
  }
  if (declared !== undefined && !/^utf-?8$/i.test(declared)) return { encoding: declared, notes: [] };
  return { encoding: guessEncoding(bytes), guessed: true, notes: [] };
}

function charsetIn(contentType: string | undefined): string | undefined {
  return /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
}

function markOf(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return isUtf8(bytes) ? 'utf-8' : undefined;
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

// Markup and tables begin with a character of ASCII, whose other bytes are zero in the wide encodings.
function wideOf(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (bytes.length < 4) return undefined;
  if (a === 0 && b === 0 && c === 0 && d !== 0) return 'utf-32be';
  if (a !== 0 && b === 0 && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return 'utf-16be';
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  // EBCDIC's `<?xm`.
  if (a === 0x4c && b === 0x6f && c === 0xa7 && d === 0x94) return 'cp037';
  return undefined;
}

const DECLARATIONS = [/^\s*<\?xml[^>]*?\bencoding\s*=\s*["']?([\w.:-]+)/i, /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i, /^\s*@charset\s+"([^"]+)"/i];

/** The encoding that a document names in its first bytes. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  for (const pattern of DECLARATIONS) {
    const found = pattern.exec(head)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

function known(label: string | undefined): string | undefined {
  const name = label?.trim().toLowerCase();
  if (name === undefined || name === '' || /^(us-)?ascii$/.test(name)) return undefined;
  // A document that says so in single bytes is not in double ones.
  if (/^(utf-?16|utf-?32|ucs-?[24])/.test(name)) return undefined;
  return hasTextDecoder(name) || iconv.encodingExists(name) ? name : undefined;
}

function hasTextDecoder(label: string): boolean {
  if (/^(utf-?32|utf-?7)/i.test(label)) return false;
  try {
    return new TextDecoder(label).encoding !== 'replacement';
  } catch {
    return false;
  }
}

/** Counts bytes that are not UTF-8, sequences of several bytes that are, and halves of characters. */
function badBytes(bytes: Uint8Array): { bad: number; good: number; surrogates: number } {
  let [bad, good, surrogates] = [0, 0, 0];
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      at += 1;
      continue;
    }
    const length = byte >= 0xc2 && byte <= 0xdf ? 2 : byte >= 0xe0 && byte <= 0xef ? 3 : byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
    let follows = 1;
    while (follows < length && ((bytes[at + follows] ?? 0) & 0xc0) === 0x80) follows += 1;
    const second = bytes[at + 1] ?? 0;
    const overlong = (byte === 0xe0 && second < 0xa0) || (byte === 0xf0 && second < 0x90) || (byte === 0xf4 && second > 0x8f);
    const half = byte === 0xed && second > 0x9f;
    if (length > 0 && follows === length && !overlong && !half) {
      good += 1;
      at += length;
    } else {
      const broken = half && follows === 3 ? 3 : 1;
      if (broken === 3) surrogates += 1;
      bad += broken;
      at += broken;
    }
  }
  return { bad, good, surrogates };
}
