import { LimitReader, WARCParser, type WARCRecord } from 'warcio';
import { readMachineDate } from '../date/machine-date.ts';
import { decode } from '../input/decode.ts';
import { gzipRuns } from '../input/gzip-members.ts';
import { bytesOf, gather, type Input } from '../input/input.ts';
import type { Item } from '../item.ts';
import { Refusal } from '../limits.ts';
import { readArc } from './arc.ts';
import { ArchiveReader } from './archive-reader.ts';
import { unpacked } from './content-encoding.ts';
import { item, refusal } from './reader.ts';

/** A web archive (WARC 1.0 and 1.1, and ARC, which came before it): the pages in it, as they come. */
export async function* readWarc(input: Input): AsyncGenerator<Item> {
  const bytes = bytesOf({ ...input, gzip: false });
  yield* warcItems(input, input.gzip ? unpackedRuns(bytes, input.size) : [bytes]);
}

/** The bytes of a web archive that is packed by gzip, of so many bytes, in runs between those of its members that are damaged. */
export function unpackedRuns(packed: AsyncIterable<Uint8Array>, size: number): AsyncIterable<AsyncIterable<Uint8Array>> {
  return gzipRuns(packed, size, (start) => /^\s{0,8}WARC\/\d|^https?:\/\/\S+ \S+ \d{8,14} /.test(start));
}

/** So many kinds of what is no page are counted, each by itself; a type may be anything. */
const MOST_KINDS = 1000;

/** The pages of a web archive that comes in runs of bytes; `file` names it where there are several in the input. */
export async function* warcItems(
  input: Input,
  runs: AsyncIterable<AsyncIterable<Uint8Array>> | Iterable<AsyncIterable<Uint8Array>>,
  file?: string,
): AsyncGenerator<Item> {
  const others = new Map<string, number>();
  let pages = 0;
  let last: string | undefined;
  for await (const run of runs) {
    // Where the run breaks off within a page, that page is refused for the same reason.
    let told: string | undefined;
    try {
      for await (const record of recordsOf(run)) {
        last = record.url;
        const { other, payload } = await look(record);
        if (other !== undefined) {
          const kind = others.has(other) || others.size < MOST_KINDS ? other : 'of other kinds';
          others.set(kind, (others.get(kind) ?? 0) + 1);
          continue;
        }
        pages += 1;
        const made = await pageItem(input, { ...record, payload });
        told = made.content.kind === 'refused' ? made.content.reason : undefined;
        yield made;
      }
    } catch (error) {
      const refused = asRefusal(error, last);
      if (refused.message !== told) yield refusal(input, refused, file ?? (last === undefined ? undefined : `after ${last}`));
    }
  }
  const list = [...others]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 8)
    .map(([what, count]) => `${count} ${what}`);
  if (list.length > 0)
    yield item(input, { kind: 'passed-over', reason: `Beside ${pages} pages it holds ${list.join(', ')}.` }, `${input.name} ${file ?? ''} others`, {
      part: file,
    });
}

/** The records of a run. The library takes data that breaks off for data that ends. */
async function* recordsOf(run: AsyncIterable<Uint8Array>): AsyncGenerator<ArchiveRecord> {
  let broken: unknown;
  const { start, bytes } = await peek(run, 64);
  const stream = watched(bytes, (error) => {
    broken = error;
  });
  for await (const record of /^\s*(?:filedesc:|https?:)/.test(start) ? readArc(stream) : warcRecords(stream)) {
    yield record;
    // Asked for more, the library would wait without end.
    if (broken !== undefined) break;
  }
  if (broken !== undefined) throw broken;
}

/** What a record of a web archive holds. */
export interface ArchiveRecord {
  /** `response`, `resource`, `request` … */
  type: string;
  url: string;
  date: string;
  status?: number;
  contentType: string;
  /** How its bytes were packed when they were sent. */
  encoding?: string;
  /** Its bytes, chunks and gzip undone. Throws a `Refusal` at their end where the archive breaks off within it. */
  payload: AsyncIterable<Uint8Array>;
}

/** So often a reader may ask for more after the end. The library skips a record that breaks off for ever. */
const MOST_ASKED = 50;

/** Bytes whose end is told to whoever does not take notice of it, and whose faults are told to `onBroken`. */
function watched(bytes: AsyncIterable<Uint8Array>, onBroken: (error: unknown) => void): AsyncIterable<Uint8Array> {
  const source = bytes[Symbol.asyncIterator]();
  let asked = 0;
  const next = async (): Promise<IteratorResult<Uint8Array>> => {
    try {
      const got = await source.next();
      if (got.done && ++asked > MOST_ASKED) throw new Refusal(BROKEN_OFF);
      return got;
    } catch (error) {
      onBroken(error);
      throw error;
    }
  };
  return { [Symbol.asyncIterator]: () => ({ next }) };
}

async function* warcRecords(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ArchiveRecord> {
  const reader = new ArchiveReader(bytes);
  for await (const record of new WARCParser(reader)) {
    reader.isInHeaders = false;
    const type = record.warcType ?? 'unknown';
    const http = record.httpHeaders;
    const own = type === 'response' && /application\/http/i.test(record.warcContentType ?? '');
    yield {
      type,
      url: (record.warcTargetURI ?? '').replace(/^<|>$/g, '').trim(),
      date: record.warcDate ?? '',
      ...(own && http !== null && http !== undefined && { status: Number(http.statusCode) }),
      contentType: (own ? http?.headers.get('content-type') : record.warcContentType) ?? '',
      ...(own && http?.headers.has('content-encoding') && { encoding: http.headers.get('content-encoding') ?? '' }),
      payload: payloadOf(record, reader),
    };
    reader.isInHeaders = true;
  }
}

const BROKEN_OFF = 'The web archive breaks off within a record.';

// The library undoes chunks and gzip when the content is read, and takes what breaks off for whole. Of what has been read in
// part it would leave the rest.
async function* payloadOf(record: WARCRecord, reader: ArchiveReader): AsyncGenerator<Uint8Array> {
  const bytes = record.reader;
  try {
    yield* record;
  } finally {
    if (!reader.ended && bytes instanceof LimitReader && bytes.limit > 0) await bytes.skipFully();
  }
  if (reader.ended && bytes instanceof LimitReader && bytes.limit > 0) throw new Refusal(BROKEN_OFF);
}

/** Enough of an answer to see what it is. */
const START = 1024;

// A comment ends at its first end: were it to end at any, many comments in a row could be parted in more ways than can be tried.
const MARKUP = String.raw`^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s|<\?xml[^>]*>|<!--(?:(?!-->)[\s\S])*-->)*<`;
const PAGE = new RegExp(`${MARKUP}(?:!doctype\\s+html|html|head|body)\\b`, 'i');
const FEED = new RegExp(`${MARKUP}(?:rss|feed|rdf:RDF)\\b`, 'i');

/** What a record is that is no page that could hold an article, in the plural; else its payload. Its first bytes go before its type. */
async function look(record: ArchiveRecord): Promise<{ other?: string; payload: AsyncIterable<Uint8Array> }> {
  const { type, status, contentType, url, payload } = record;
  if (type !== 'response' && type !== 'resource') return { other: `records of type ${type.slice(0, 20)}`, payload };
  if (status !== undefined && status !== 200) return { other: `answers with status ${status}`, payload };
  if (!/^https?:/i.test(url)) return { other: 'records of other addresses than the web’s', payload };
  const { start, bytes, drop } = await peek(payload, START);
  const text = start.replaceAll('\0', '');
  const isPage = PAGE.test(text) || (!FEED.test(text) && (/html/i.test(contentType) || contentType === ''));
  if (isPage) return { payload: bytes };
  await drop();
  return { other: FEED.test(text) ? 'feeds, whose entries are not read' : `files of type ${contentType.split(';')[0]?.trim().slice(0, 40)}`, payload };
}

async function pageItem(input: Input, record: ArchiveRecord): Promise<Item> {
  const captured = readMachineDate(record.date);
  try {
    const bytes = unpacked(await gather(record.payload, 'The page'), record.encoding);
    const { text, ...decoding } = decode(bytes, { contentType: record.contentType });
    const url = webAddress(record.url);
    if (text.trim() === '')
      return item(input, { kind: 'passed-over', reason: 'The page is empty.' }, `${input.name} ${record.url} empty`, { part: record.url });
    return item(input, { kind: 'page', html: text, crawled: true, ...(url !== undefined && { url }), ...(captured !== undefined && { captured }) }, bytes, {
      part: record.url,
      captured,
      decoding,
    });
  } catch (error) {
    return refusal(input, asRefusal(error, record.url), record.url);
  }
}

// Old crawlers wrote addresses as they found them in pages.
function webAddress(written: string): string | undefined {
  const url = URL.parse(written.replaceAll(' ', '%20'));
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/** Whatever else is thrown while an archive is read comes from what is wrong in it. */
function asRefusal(error: unknown, last: string | undefined): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal(
    `The web archive is damaged${last === undefined ? '' : ` at or after ${last.slice(0, 200)}`} (${String((error as Error)?.message ?? error)
      .split('\n')[0]
      ?.slice(0, 160)}).`,
  );
}

/** Bytes that have been looked at. */
interface Peeked {
  /** The first of them, up to so many, a character each. */
  start: string;
  /** All of them, with what is wrong behind the first. */
  bytes: AsyncIterable<Uint8Array>;
  /** Gives them up unread; throws where the archive breaks off within them. */
  drop(): Promise<void>;
}

async function peek(source: AsyncIterable<Uint8Array>, count: number): Promise<Peeked> {
  const iterator = source[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let broken: { error: unknown } | undefined;
  try {
    for (let left = count; left > 0; left -= first.at(-1)?.length ?? 0) {
      const next = await iterator.next();
      if (next.done) break;
      first.push(next.value);
    }
  } catch (error) {
    broken = { error };
  }
  const whole = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield* first;
      if (broken !== undefined) throw broken.error;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  };
  const drop = async () => {
    if (broken?.error instanceof Refusal) throw broken.error;
    await iterator.return?.();
  };
  return { start: Buffer.concat(first).subarray(0, count).toString('latin1'), bytes: whole(), drop };
}
