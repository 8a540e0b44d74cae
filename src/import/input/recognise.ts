import { tableIn } from '../table/delimiter.ts';
import { decode } from './decode.ts';
import { MEMBER, unpackStart } from './gzip-start.ts';
import { firstBytes } from './input.ts';

/** What an input may be. */
export type Format = 'page' | 'mhtml' | 'feed' | 'newsml' | 'json' | 'json-lines' | 'table' | 'warc' | 'wacz' | 'markdown' | 'text' | Unreadable;

/** Something that holds no article that could be read; what it is, in words. */
export interface Unreadable {
  unreadable: string;
}

/** So many bytes tell what a file is. */
const HEAD = 64 * 1024;

/**
 * Tells from its bytes what a file is, and whether it is packed. Its name decides nothing. `columns` are those that a person
 * named: what has them in its first line is a table.
 */
export function recognise(path: string, columns: readonly string[] = []): { format: Format; gzip: boolean } {
  const raw = firstBytes(path, HEAD);
  if (raw[0] !== 0x1f || raw[1] !== 0x8b) return { format: formatOf(raw, columns), gzip: false };
  const head = unpackHead(raw);
  if (head === undefined) return { format: { unreadable: 'damaged gzip data' }, gzip: true };
  return { format: formatOf(head, columns), gzip: true };
}

// Only the beginning is there, so the data may end in the middle. What unpacks to too much, or is damaged further on, is
// tried with less of it; a web archive has more members than the one that is damaged.
function unpackHead(raw: Uint8Array): Uint8Array | undefined {
  for (const size of [raw.length, 4096, 512, 128]) {
    const head = unpackStart(raw.subarray(0, size), 64 * HEAD);
    if (head !== undefined && head.length > 0) return head.subarray(0, HEAD);
  }
  const bytes = Buffer.from(raw);
  for (let at = bytes.indexOf(MEMBER, 1); at > 0; at = bytes.indexOf(MEMBER, at + 1)) {
    const head = unpackStart(raw.subarray(at, at + 512), 64 * HEAD)?.subarray(0, HEAD);
    if (head !== undefined && formatOf(head) === 'warc') return head;
  }
  return undefined;
}

const MAGIC: [string, string][] = [
  ['PK\u0003\u0004', 'zip'],
  ['PK\u0005\u0006', 'zip'],
  ['%PDF-', 'a PDF'],
  ['\u0089PNG', 'a picture (PNG)'],
  ['\u00ff\u00d8\u00ff', 'a picture (JPEG)'],
  ['GIF8', 'a picture (GIF)'],
  ['RIFF', 'a picture, a sound or a film (RIFF)'],
  ['wOF', 'a font'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Office document'],
  ['{\\rtf', 'a Rich Text document'],
  ['7z\u00bc\u00af', 'a 7-Zip archive'],
  ['BZh', 'packed by bzip2'],
  ['\u00fd7zXZ', 'packed by xz'],
  ['\u0028\u00b5\u002f\u00fd', 'packed by Zstandard'],
  ['bplist', 'a binary property list (a Safari web archive is one)'],
  ['SQLite format 3', 'a SQLite database'],
];

/** See {@link recognise}; takes the first bytes, unpacked. */
export function formatOf(head: Uint8Array, columns: readonly string[] = []): Format {
  const latin = Buffer.from(head.subarray(0, 512)).toString('latin1');
  const magic = MAGIC.find(([start]) => latin.startsWith(start))?.[1];
  if (magic === 'zip') return 'wacz';
  if (magic !== undefined) return { unreadable: magic };
  if (/^\s{0,8}WARC\/\d/.test(latin)) return 'warc';
  if (latin.startsWith('filedesc://')) return 'warc';
  const text = textOf(head);
  if (text === undefined) return { unreadable: 'binary data' };
  if (text.trim() === '') return { unreadable: 'empty' };
  return textFormat(text, columns);
}

function textOf(head: Uint8Array): string | undefined {
  try {
    // A cut through a character at the end does not count.
    const { text } = decode(endOfCharacter(head));
    const sample = text.slice(0, 4096);
    const odd = [...sample].filter((char) => /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/.test(char)).length;
    return odd > sample.length / 20 ? undefined : text;
  } catch {
    // Half a character is for whoever reads it whole to complain of.
    return Buffer.from(head).toString('latin1');
  }
}

function endOfCharacter(head: Uint8Array): Uint8Array {
  if (head.length < HEAD) return head;
  let end = head.length;
  while (end > head.length - 4 && ((head[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return (head[end - 1] ?? 0) >= 0xc0 ? head.subarray(0, end - 1) : head.subarray(0, end);
}

function textFormat(text: string, columns: readonly string[]): Format {
  const start = text.replace(/^[\ufeff\s]+/, '');
  if (/^(?:---|\+\+\+)[ \t]*\r?\n/.test(start))
    return /^---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)|^\+\+\+[\s\S]*?\r?\n\+\+\+[ \t]*(?:\r?\n|$)/.test(start) ? 'markdown' : 'text';
  if (start.startsWith('{') || start.startsWith('[')) return jsonFormat(start) ?? otherText(text, start, columns);
  return otherText(text, start, columns);
}

function otherText(text: string, start: string, columns: readonly string[]): Format {
  if (isMime(start)) return 'mhtml';
  if (start.startsWith('<') || /^[^<]{0,200}<(?:\?xml|!doctype|html|rss|feed)\b/i.test(start)) return markupFormat(start);
  const table = tableIn(text, columns);
  if (table === 'table') return 'table';
  return table === 'headless' || isData(text)
    ? { unreadable: 'a table without headings; write them into its first line, such as title, date, source, text' }
    : 'text';
}

// A tab in each of the first lines: rows, of which nothing says what their columns are.
function isData(text: string): boolean {
  const lines = text
    .split(/\r?\n/)
    .slice(0, -1)
    .filter((line) => line !== '')
    .slice(0, 20);
  return lines.length > 2 && lines.every((line) => line.includes('\t'));
}

function isMime(start: string): boolean {
  const headers = start.split(/\r?\n\r?\n/, 1)[0] ?? '';
  return (
    /^[A-Za-z-]+:[ \t]/.test(headers) &&
    /^(?:mime-version|content-type|snapshot-content-location):/im.test(headers) &&
    /^content-type:\s*(?:multipart\/|text\/html)/im.test(headers)
  );
}

/** Tags that tell, the first of which decides. */
const TELLING =
  /<(?:(?:rss|feed|channel|rdf:RDF|[\w-]+:(?:rss|feed))\b|(newsItem|newsMessage|packageItem|NewsML|nitf)\b|(!doctype\s+html|html|head|body|title|article|div|p|h[1-6]|table|main|section|span|meta)\b)/i;

function markupFormat(start: string): Format {
  const bare = start.replaceAll(/<!--[\s\S]*?-->/g, '');
  const found = TELLING.exec(bare);
  if (found === null) return /^<\?xml|^<[a-z][\w:-]*[\s>/]/i.test(bare) ? { unreadable: 'XML of a kind that holds no news as far as is known' } : 'text';
  if (found[1] !== undefined) return 'newsml';
  return found[2] === undefined ? 'feed' : 'page';
}

function jsonFormat(start: string): Format | undefined {
  const first = start.slice(0, start.search(/\r?\n|$/));
  if (/^\{.*\}\s*$/.test(first) && parses(first) && /^\{/.test(start.slice(first.length).trimStart())) return 'json-lines';
  // Hugo's JSON frontmatter: an object, then text.
  const end = /^\{\r?\n[\s\S]*?\r?\n\}[ \t]*\r?\n/.exec(start);
  if (end !== null && parses(end[0]) && start.slice(end[0].length).trim() !== '' && !/^\s*[{[]/.test(start.slice(end[0].length))) return 'markdown';
  return /^(?:\{\s*(?:"|\}|$)|\[\s*(?:[{["\]\dtfn-]|$))/.test(start) ? 'json' : undefined;
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
