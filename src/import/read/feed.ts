import type { Decoding } from '../input/decode.ts';
import type { Input } from '../input/input.ts';
import { textOf, textStream } from '../input/text-stream.ts';
import type { Item } from '../item.ts';
import { Refusal } from '../limits.ts';
import { draftOf, type FeedEntry, type FeedFacts } from './feed/entry.ts';
import { entryOf, factsOf } from './feed/xml-feed.ts';
import { item, nothing, refusal } from './reader.ts';
import { streamXml, type Xml } from './xml.ts';

// The facts of a feed may come after its entries; a feed is read twice.
const isEntry = (name: string) => /^(?:item|entry)$/i.test(name);
const isFact = (name: string, parent?: string) => /^(?:channel|feed)$/i.test(parent ?? '') && !/^(?:item|items|entry)$/i.test(name);

// What holds words alone ends where another element of an entry begins. HTML in a text has elements of its own: those begin nothing there.
const NO_HTML = /^(?:description|pubdate|guid|category|author|published|updated|issued|comments|enclosure|(?:content|dc|dcterms|media|feedburner):\w+)$/i;
const IN_ENTRY = /^(?:link|id|content|summary)$/;
const WORDS = /^(?:title|link|guid|id|pubdate|published|updated|category|comments|dc:\w+)$/i;
const TEXT = /^(?:description|summary)$/;
const endsBefore = (open: string, next: string) =>
  isEntry(open) ? open === next : NO_HTML.test(next) ? WORDS.test(open) || TEXT.test(open) : IN_ENTRY.test(next) && WORDS.test(open);

/** RSS of every version, Atom and RDF, good and broken: entries as far as the feed goes. */
export async function* readFeed(input: Input): AsyncGenerator<Item> {
  let count = 0;
  try {
    const { chunks, decoding } = await textStream(input);
    const facts = factsOf(await feedElement(input, decoding), input.url);
    for await (const event of streamXml(chunks, isEntry, endsBefore)) {
      count += 1;
      if ('refused' in event)
        yield item(input, { kind: 'refused', reason: event.refused }, `${input.name} ${count} ${event.refused}`, { part: `entry ${count}` });
      else if (event.cut === undefined) yield entryItem(input, entryOf(event.element, facts), facts, count, decoding);
      else yield entryItem(input, { ...entryOf(whole(event.element, event.cut), facts), doubts: ['The feed breaks off within it.'] }, facts, count, decoding);
    }
  } catch (error) {
    yield refusal(input, error, count === 0 ? undefined : `after entry ${count}`);
    return;
  }
  if (count === 0) yield nothing(input, 'The feed has no entries.');
}

/** An entry that the feed breaks off in, without the child that this happens in, unless people read it: half an address leads elsewhere. */
function whole(entry: Xml, cut: string): Xml {
  return /^(?:title|description|summary|content|content:encoded|encoded|body|xhtml:body|fullitem|abstract|)$/.test(cut)
    ? entry
    : { ...entry, children: entry.children.slice(0, -1) };
}

/** An entry of a feed of any format as an item. */
export function entryItem(input: Input, entry: FeedEntry, facts: FeedFacts, number: number, decoding: Decoding): Item {
  const draft = draftOf(entry, facts);
  const about = { part: entry.id ?? entry.address ?? `entry ${number}`, decoding };
  if ('reason' in draft) return item(input, { kind: 'refused', ...draft }, JSON.stringify([input.name, number, entry]), about);
  return item(input, { kind: 'article', draft }, JSON.stringify(draft), about);
}

/** The feed's own element, with all in it that is no entry. */
async function feedElement(input: Input, decoding: Decoding): Promise<Xml> {
  const feed: Xml = { name: 'feed', attributes: {}, children: [] };
  try {
    for await (const event of streamXml(textOf(input, decoding), isFact)) {
      if ('element' in event && feed.children.length < 1000) feed.children.push(event.element);
    }
  } catch (error) {
    // Facts of the feed are known as far as it can be read; its entries will tell where that is.
    if (!(error instanceof Refusal)) throw error;
  }
  return { ...feed, attributes: await rootAttributes(input, decoding) };
}

async function rootAttributes(input: Input, decoding: Decoding): Promise<Record<string, string>> {
  for await (const chunk of textOf(input, decoding)) {
    const found = [...chunk.matchAll(/<(?:[\w-]+:)?(?:rss|feed|rdf|channel)\b[^>]*>/gi)].map(([tag]) => tag).join(' ');
    return Object.fromEntries(
      [...found.matchAll(/\b(xml:(?:lang|base))\s*=\s*["']([^"']*)["']/gi)].map(([, name = '', value = '']) => [name.toLowerCase(), value]),
    );
  }
  return {};
}
