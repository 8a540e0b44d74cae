import { hash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { Article } from '../archive/article.ts';
import { lettersOf } from './name.ts';
import { indexText } from './pagefind.ts';
import { type FoldedWords, foldFragment, fragmentOf, searchRecord, writeFragment } from './record.ts';
import { splitIndex } from './split.ts';
import { fragmentFile, LETTERS } from './table.ts';

/** What a bundle needs of some of its articles that were indexed together. */
export interface IndexPart {
  /** Number of words of each article. */
  lengths: readonly number[];
  /** See `BundleTable.fragments`; of each article. */
  fragments: readonly string[];
  /** SHA-256 of the file of each fragment, in base64url. */
  digests: readonly string[];
  /** See `part-words.ts`. */
  words: Uint8Array;
}

/** How a part is made. */
export interface PartOptions {
  articles: readonly Article[];
  /** An article's text as plain words, a block a line. */
  readText(article: Article): string;
  /** Writes a file of the bundle. */
  write(file: string, bytes: Uint8Array): void;
  /** Folder for Pagefind's files; it must not be there, and is not there afterwards. */
  scratch: string;
}

/** An article is hardly longer than this window of 8 KiB, and more room of any kind takes longer to begin with. */
const PACKED = { windowBits: 13, memLevel: 7, chunkSize: 4096 };

/** Makes a part, and writes the fragments of its articles. */
export async function makePart({ articles, readText, write, scratch }: PartOptions): Promise<IndexPart> {
  const given = new Set<string>();
  const folded: FoldedWords[] = [];
  const fragments: string[] = [];
  const digests: string[] = [];
  for (const article of articles) {
    const fragment = fragmentOf(article, readText(article));
    folded.push(foldFragment(fragment));
    const bytes = deflateRawSync(writeFragment(fragment), PACKED);
    const digest = hash('sha256', bytes, 'buffer');
    const name = nameAmong(article.day, digest.toString('hex'), given);
    write(fragmentFile(article.day, name), bytes);
    fragments.push(name);
    digests.push(digest.toString('base64url'));
  }
  const lengths = folded.map((spaces) => Object.values(spaces).reduce((sum, blocks) => blocks.reduce((words, block) => words + block.length, sum), 0));
  const { record, numbers } = searchRecord(folded);
  const words = await indexText(record, scratch, (folder) => splitIndex(folder, numbers));
  return { lengths, fragments, digests, words };
}

/** Letters, made of its content, that name an article's fragment among those of its day. */
function nameAmong(day: string, digest: string, given: Set<string>): string {
  for (let each = digest; ; each = hash('sha256', each)) {
    const letters = lettersOf(each.slice(0, 8), LETTERS);
    if (given.has(day + letters)) continue;
    given.add(day + letters);
    return letters;
  }
}

/** Writes a part down: a line of JSON, and the words. */
export function writePart({ words, ...rest }: IndexPart): Buffer {
  return Buffer.concat([Buffer.from(`${JSON.stringify(rest)}\n`), words]);
}

/** Reads what {@link writePart} wrote. */
export function readPart(bytes: Buffer): IndexPart {
  const end = bytes.indexOf('\n');
  return { ...(JSON.parse(bytes.toString('utf8', 0, end)) as Omit<IndexPart, 'words'>), words: bytes.subarray(end + 1) };
}
