import type { Decoding } from '../input/decode.ts';
import type { Input } from '../input/input.ts';
import { linesOf, startOf, textOf, textStream } from '../input/text-stream.ts';
import type { Item } from '../item.ts';
import { MOST_DEPTH, Refusal } from '../limits.ts';
import { flatten } from '../table/flatten.ts';
import { fieldOf } from '../table/guess.ts';
import { jsonEntry, jsonFacts } from './feed/json-feed.ts';
import { entryItem } from './feed.ts';
import { isObject, isTooDeep, type Json, type Met, streamJson } from './json-stream.ts';
import { isNinjs, ninjsDraft } from './ninjs.ts';
import { item, nothing, type ReadContext, refusal } from './reader.ts';
import { type ReadRow, rowItems } from './rows.ts';

/** JSON Feed, news items of IPTC (ninjs), and any other document or list of documents that articles can be told in. */
export async function* readJson(input: Input, context: ReadContext): AsyncGenerator<Item> {
  try {
    const { chunks, decoding } = await textStream(input);
    const start = await startOf(input, decoding);
    if (/^\s*\{/.test(start) && /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org|"(?:feed_url|home_page_url)"\s*:/.test(start)) {
      yield* readJsonFeed(input, decoding);
      return;
    }
    yield* documents(input, values(chunks, start), context, decoding);
  } catch (error) {
    yield refusal(input, error);
  }
}

/** JSON Lines: a document a line. */
export async function* readJsonLines(input: Input, context: ReadContext): AsyncGenerator<Item> {
  try {
    const { chunks, decoding } = await textStream(input);
    yield* documents(input, lineValues(chunks), context, decoding);
  } catch (error) {
    yield refusal(input, error);
  }
}

async function* readJsonFeed(input: Input, decoding: Decoding): AsyncGenerator<Item> {
  const facts: Record<string, Json> = {};
  const names = ['title', 'home_page_url', 'feed_url', 'language', 'author', 'authors'];
  try {
    for await (const { value, path } of streamJson(
      textOf(input, decoding),
      names.map((name) => `$.${name}`),
    ))
      facts[String(path[0])] = value;
  } catch (error) {
    // What the feed says of itself is as far as it goes; the entries will tell where it breaks off.
    if (!(error instanceof Refusal)) throw error;
  }
  const feed = jsonFacts(facts, input.url);
  let count = 0;
  try {
    for await (const { value } of streamJson(textOf(input, decoding), ['$.items.*'])) {
      count += 1;
      const part = `entry ${count}`;
      if (!isObject(value)) yield item(input, { kind: 'refused', reason: 'The entry is no group of values.' }, `${input.name} ${part}`, { part });
      else if (isTooDeep(value)) yield item(input, { kind: 'refused', reason: TOO_DEEP }, `${input.name} ${part}`, { part });
      else yield entryItem(input, jsonEntry(value, feed), feed, count, decoding);
    }
  } catch (error) {
    yield refusal(input, error, count === 0 ? undefined : `after entry ${count}`);
    return;
  }
  if (count === 0) yield nothing(input, 'The feed has no entries.');
}

const TOO_DEEP = `Its values stand more than ${MOST_DEPTH} deep within one another.`;

/** Keys below which exports keep their documents. */
const SHELVES = [
  'items',
  'articles',
  'data',
  'results',
  'docs',
  'documents',
  'posts',
  'entries',
  'stories',
  'news',
  'response.docs',
  'response.results',
  'data.articles',
  'data.items',
  'hits.hits',
];

/** A document of JSON and where it stands; or why it cannot be read. */
type Document = { part?: string; value: Json } | { part: string; refused: string };

async function* values(chunks: AsyncIterable<string>, start: string): AsyncGenerator<Document> {
  const array = /^\s*\[/.test(start);
  const shelves = SHELVES.filter((shelf) => new RegExp(`"${shelf.split('.').at(-1)}"\\s*:\\s*\\[\\s*\\{`).test(start));
  const paths = array ? ['$.*'] : shelves.length > 0 && !topIsArticle(start) ? shelves.map((shelf) => `$.${shelf}.*`) : ['$'];
  let number = 0;
  for await (const { value } of streamJson(chunks, paths) as AsyncIterable<Met>) {
    number += 1;
    yield { ...(paths[0] !== '$' && { part: `document ${number}` }), value };
  }
}

// An article may hold lists of its own; it has a headline, which comes early in it.
function topIsArticle(start: string): boolean {
  return [...start.matchAll(/^ {0,4}"([\w.-]+)"\s*:\s*"/gm)].some(([, key = '']) => fieldOf(key)?.field === 'title');
}

async function* lineValues(chunks: AsyncIterable<string>): AsyncGenerator<Document> {
  for await (const line of linesOf(chunks)) {
    const part = `line ${line.number}`;
    if ('tooLong' in line) yield { part, refused: line.tooLong };
    else if (line.text.trim() !== '') yield parseLine(part, line.text);
  }
}

function parseLine(part: string, line: string): Document {
  try {
    return { part, value: JSON.parse(line) as Json };
  } catch (error) {
    return { part, refused: `The line is not JSON (${(error as Error).message.split('\n')[0]?.slice(0, 120)}).` };
  }
}

async function* documents(input: Input, found: AsyncGenerator<Document>, context: ReadContext, decoding: Decoding): AsyncGenerator<Item> {
  // News items tell themselves; all others are rows whose columns are guessed together.
  const first = await found.next();
  if (first.done) {
    yield nothing(input, 'It holds no documents.');
    return;
  }
  const whole = async function* (): AsyncGenerator<Document> {
    yield first.value;
    yield* found;
  };
  if ('value' in first.value && isSchema(first.value.value)) yield nothing(input, 'It is a JSON schema.');
  else if ('value' in first.value && isNinjs(first.value.value)) yield* ninjsItems(input, whole(), decoding);
  else yield* rowItems(input, rowsOf(whole()), context, decoding);
}

// A schema has the names of an article's fields, and none of its values.
function isSchema(value: Json): boolean {
  return isObject(value) && typeof value.$schema === 'string' && (isObject(value.properties) || isObject(value.definitions) || isObject(value.$defs));
}

async function* ninjsItems(input: Input, found: AsyncGenerator<Document>, decoding: Decoding): AsyncGenerator<Item> {
  for await (const document of found) {
    const { part } = document;
    if ('refused' in document) yield item(input, { kind: 'refused', reason: document.refused }, `${input.name} ${part}`, { part });
    else if (isTooDeep(document.value)) yield item(input, { kind: 'refused', reason: TOO_DEEP }, `${input.name} ${part}`, { part });
    else if (!isNinjs(document.value)) yield item(input, { kind: 'refused', reason: 'It is no news item (ninjs).' }, `${input.name} ${part}`, { part });
    else {
      const draft = ninjsDraft(document.value);
      const raw = JSON.stringify(document.value);
      yield 'reason' in draft
        ? item(input, { kind: 'passed-over', reason: draft.reason }, raw, { part })
        : item(input, { kind: 'article', draft }, raw, { part, decoding });
    }
  }
}

async function* rowsOf(found: AsyncGenerator<Document>): AsyncGenerator<ReadRow> {
  for await (const document of found) {
    const part = document.part ?? '';
    if ('refused' in document) yield { part: document.part, refused: document.refused };
    else if (!isObject(document.value)) yield { part, refused: 'It is no group of values.' };
    else if (isTooDeep(document.value)) yield { part, refused: TOO_DEEP };
    else yield { part, values: flatten(document.value) };
  }
}
