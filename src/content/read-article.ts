import { hash } from 'node:crypto';
import { dayOf } from '../archive/dates.ts';
import type { Fault } from '../errors.ts';
import { type ArticleFields, articleSchema } from '../schema/article.ts';
import { decode, type Locate, lettersOf, readYaml, splitFrontmatter } from './document.ts';
import { type Folder, readBytes, readText } from './files.ts';

/** An article's file, held against everything that it alone can tell. */
export interface ArticleFile {
  id: string;
  file: string;
  fields: ArticleFields;
  excerpt: string;
  digest: string;
  /** Digest of its text, by which the ledger knows it; see `ledger/line.ts`. */
  textDigest: string;
}

/** Takes the beginning of a Markdown text as plain words; undefined where it is nested deeper than can be shown. */
export type Excerpt = (body: string) => string | undefined;

const PLACE = /^articles\/(\d{4})\/(\d{2})\/(\d{2})\/([^/]+)\.md$/;
// Not in an address, or not in a file's name somewhere: spaces, reserved characters, dots at the ends.
// Of what is invisible, only the two joiners that Persian and the scripts of India are spelt with.
const SLUG = /^(?![.\u200c\u200d])(?:[\u200c\u200d]|[^\s/\\?#%:*"<>|&;\p{C}])+(?<!\.)$/u;

/** Digest of a file's bytes, in the form of Subresource Integrity: `sha256-…`. */
export function digestOf(bytes: Uint8Array): string {
  return `sha256-${hash('sha256', bytes, 'base64url')}`;
}

/** Digest of an article's text: 128 bits of SHA-256, in base64url. Space around the text is none of it. */
function textDigestOf(body: string): string {
  return hash('sha256', body.trim(), 'base64url').slice(0, 22);
}

/** Reads and validates one article, or says everything that is wrong with it. */
export function readArticle(folder: Folder, file: string, excerpt: Excerpt): ArticleFile | Fault[] {
  const name = folder.name(file);
  const top = { file: name, line: 1, column: 1 };
  const place = PLACE.exec(file);
  if (place === null) {
    return [{ ...top, message: 'This is not where an article can be.', hint: 'Name it articles/YYYY/MM/DD/slug.md.' }];
  }
  const [, year, month, day, rawSlug = ''] = place;
  const slug = rawSlug.normalize('NFC');
  const read = readText(folder, file);
  if ('message' in read) return [read];
  const parts = splitFrontmatter(read.text);
  if ('message' in parts) return [parts];
  const faults: Fault[] = [];
  if (!SLUG.test(slug) || Buffer.byteLength(slug) > 200) {
    faults.push({
      ...top,
      message: `“${slug}” cannot be part of an address.`,
      hint: 'Use at most 200 bytes of letters, digits and hyphens; no spaces, and none of / \\ ? # % : * " < > | & ;',
    });
  }
  if (parts.body.trim() === '') {
    faults.push({ ...top, line: parts.bodyLine, message: 'The article has no text.', hint: 'Write its text below the frontmatter.' });
  }
  const document = readYaml(name, parts.yaml, parts.yamlLine - 1, articleSchema);
  if (Array.isArray(document)) return [...faults, ...document];
  const { fields, locate } = document;
  if (dayOf(fields.date) !== `${year}-${month}-${day}`) {
    faults.push({
      file: name,
      ...locate(['date']),
      message: `The date is ${dayOf(fields.date)}, but the file lies under ${year}/${month}/${day}.`,
      hint: `Correct the date, or move the file to articles/${dayOf(fields.date).replaceAll('-', '/')}/${slug}.md.`,
    });
  }
  if (fields.dateBasis === 'inferred' && fields.dateNote === undefined) {
    faults.push({ file: name, ...locate(['dateBasis']), message: 'The date is inferred, but nothing says from what.', hint: 'Add a line “dateNote: …”.' });
  }
  const beginning = excerpt(parts.body);
  if (beginning === undefined) {
    faults.push({
      ...top,
      line: parts.bodyLine,
      message: 'The text is nested deeper than can be shown.',
      hint: 'Take out quotations, lists or HTML elements that stand within hundreds of others.',
    });
  }
  if (faults.length > 0 || beginning === undefined) return faults;
  return { id: `${year}/${month}/${day}/${slug}`, file, fields, excerpt: beginning, digest: digestOf(read.bytes), textDigest: textDigestOf(parts.body) };
}

/** Where a value stands in an article's file. Read again for it: to remember it of every file takes more than all that the file says. */
export function locateIn(folder: Folder, file: string): Locate {
  const read = readText(folder, file);
  const parts = 'message' in read ? read : splitFrontmatter(read.text);
  const document = 'message' in parts ? [] : readYaml(folder.name(file), parts.yaml, parts.yamlLine - 1, articleSchema);
  return Array.isArray(document) ? () => ({ line: 1, column: 1 }) : document.locate;
}

/** An article's or page's text as it stands on disk; throws where it is not the one with this digest. */
export function readBody(folder: Folder, file: string, digest?: string): string {
  const bytes = readBytes(folder, file);
  if ('message' in bytes) throw new Error(`${bytes.file}: ${bytes.message} ${bytes.hint}`);
  if (digest !== undefined && digestOf(bytes) !== digest) {
    throw new Error(`${folder.name(file)}: the file has changed since it was checked. Run the build again.`);
  }
  // What has the digest of a file that was checked need not be checked again.
  const text = digest === undefined ? decode(folder.name(file), bytes) : { file, text: lettersOf(bytes) };
  if ('message' in text) throw new Error(`${text.file}: ${text.message} ${text.hint}`);
  const parts = splitFrontmatter(text);
  if ('message' in parts) throw new Error(`${folder.name(file)}: ${parts.message}`);
  return parts.body;
}
