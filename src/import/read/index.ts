import { basename, extname } from 'node:path';
import type { Place } from '../input/expand.ts';
import type { Input } from '../input/input.ts';
import { type Format, recognise } from '../input/recognise.ts';
import type { Item } from '../item.ts';
import { readFeed } from './feed.ts';
import { readJson, readJsonLines } from './json.ts';
import { readMarkdown } from './markdown.ts';
import { readMhtml } from './mhtml.ts';
import { readNewsml } from './newsml.ts';
import { readPage } from './page.ts';
import { item, nothing, type ReadContext, type Reader } from './reader.ts';
import { readTable } from './table.ts';
import { readText } from './text.ts';
import { readWacz } from './wacz.ts';
import { readWarc } from './warc.ts';

const READERS: Record<Extract<Format, string>, Reader> = {
  page: readPage,
  mhtml: readMhtml,
  feed: readFeed,
  newsml: readNewsml,
  json: readJson,
  'json-lines': readJsonLines,
  table: readTable,
  warc: readWarc,
  wacz: readWacz,
  markdown: readMarkdown,
  text: readText,
};

// What lies beside articles and speaks of the folder.
const ABOUT_FOLDER = /^(?:readme|licen[cs]e|copying|contributing|changelog|changes|notice|code[_-]of[_-]conduct|security|thumbs\.db|desktop\.ini)(?:[.-].*)?$/i;
// Of a bag of files (BagIt, RFC 8493): what it holds lies in `data/`.
const ABOUT_BAG = /^(?:bagit|bag-info|(?:tag)?manifest-(?:md5|sha\d+))\.txt$/;

// Text, but not for readers. Only what no bytes tell is decided by a name, and only in a folder.
const NOT_PROSE = new Set(
  '.css .scss .less .js .mjs .cjs .ts .jsx .tsx .py .r .rb .go .rs .php .pl .sh .bat .c .h .cpp .java .kt .swift .lua .yml .yaml .toml .ini .cfg .conf .env .lock .map .log .sql .svg .po .srt .vtt .bib .tex .mk .cmake .gradle .properties'.split(
    ' ',
  ),
);

/** Reads a file, whatever it is. Yields at least one item, or says why not. */
export async function* read(place: Place, context: ReadContext): AsyncGenerator<Item> {
  if (!('path' in place)) {
    yield item({ name: place.name, path: '', size: 0, named: true, gzip: false }, { kind: 'refused', reason: place.missing }, `${place.name} ${place.missing}`);
    return;
  }
  const input: Input = { ...place, gzip: false };
  if (!input.named && (ABOUT_FOLDER.test(basename(input.path)) || ABOUT_BAG.test(basename(input.path)))) {
    yield nothing(input, 'It speaks of the folder, and is no article.');
    return;
  }
  const { format, gzip } = recognise(input.path, context.columns);
  input.gzip = gzip;
  if (typeof format !== 'string') yield nothing(input, `It holds no article that could be read: ${format.unreadable}.`);
  else if (format === 'text' && !input.named && NOT_PROSE.has(extname(input.path).toLowerCase())) yield nothing(input, 'It is text for programs.');
  else yield* READERS[format](input, context);
}
