import { decodeHTML, escapeText } from 'entities';
import { Parser } from 'htmlparser2';
import { inMiB, MOST_BYTES, MOST_DEPTH, Refusal } from '../limits.ts';

/** An element of an XML document, small enough to be held as a whole. */
export interface Xml {
  /** Local name, with the usual prefix of its vocabulary where it is none of feeds and news items: `title`, `dc:creator`. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Xml | string)[];
}

/** What {@link streamXml} meets: a wanted element, or why one could not be held. */
export type XmlEvent = { element: Xml } | { refused: string };

/** Which elements are handed out whole as soon as they end; told by their name and that of what they stand in. */
export type Wanted = (name: string, parent: string | undefined) => boolean;

// Documents choose prefixes freely; these are the vocabularies that are read, with the prefix they go by here.
const VOCABULARIES: [RegExp, string][] = [
  [/^https?:\/\/www\.w3\.org\/2005\/atom|^https?:\/\/purl\.org\/atom\/ns#|^https?:\/\/example\.com\/newformat#/i, ''],
  [
    /^https?:\/\/purl\.org\/rss\/1\.0\/?$|^https?:\/\/(?:my|channel)\.netscape\.com\/(?:rdf|rss)|backend\.userland\.com|blogs\.law\.harvard\.edu\/tech\/rss/i,
    '',
  ],
  [/purl\.org\/rss\/1\.0\/modules\/content/i, 'content:'],
  [/purl\.org\/dc\/(?:elements\/1\.[01]|dcmi)/i, 'dc:'],
  [/purl\.org\/dc\/terms/i, 'dcterms:'],
  [/search\.yahoo\.com\/mrss|\/mrss\/?$/i, 'media:'],
  [/itunes\.com\/dtds\/podcast/i, 'itunes:'],
  [/rssnamespace\.org\/feedburner/i, 'feedburner:'],
  [/w3\.org\/1999\/02\/22-rdf-syntax-ns/i, 'rdf:'],
  [/w3\.org\/1999\/xhtml/i, 'xhtml:'],
  [/iptc\.org\/std\/nar/i, ''],
  [/iptc\.org\/std\/NITF/i, ''],
];

/** Unclosed elements beyond which a document is given up: finding what an end tag closes takes a time that grows with them. */
const MOST_OPEN = 200_000;

/**
 * Reads XML as it comes, good or broken, and hands out wanted elements. Nothing is expanded but the names of HTML's
 * characters: what a document type declares is not looked at.
 */
export async function* streamXml(chunks: AsyncIterable<string>, wanted: Wanted): AsyncGenerator<XmlEvent> {
  const ready: XmlEvent[] = [];
  const builder = makeBuilder(wanted, (event) => ready.push(event));
  const parser = new Parser(builder.handler, { xmlMode: true, decodeEntities: false });
  for await (const chunk of chunks) {
    parser.write(chunk);
    yield* ready.splice(0);
    builder.checkSize();
  }
  parser.end();
  builder.end();
  yield* ready.splice(0);
}

function makeBuilder(wanted: Wanted, emit: (event: XmlEvent) => void) {
  const prefixes: Map<string, string>[] = [new Map()];
  const scoped: boolean[] = [];
  const names: string[] = [];
  let open: Xml[] = [];
  let raw = '';
  let inCdata = false;
  // Since the wanted element began, in characters; and what keeps it from being held.
  let size = 0;
  let refused: string | undefined;
  let startedAt = -1;

  const flush = () => {
    if (raw !== '') open.at(-1)?.children.push(inCdata || !raw.includes('&') ? raw : decodeHTML(raw));
    raw = '';
  };
  const grow = (by: number) => {
    size += by;
    if (size > MOST_BYTES && refused === undefined) {
      refused = `It has more than ${inMiB(MOST_BYTES)}, which no article has.`;
      open = open.slice(0, 1);
      raw = '';
    }
  };
  const close = () => {
    const depth = names.length;
    names.pop();
    if (scoped.pop()) prefixes.pop();
    if (startedAt < 0) return;
    flush();
    if (depth - 1 > startedAt) {
      if (open.length > depth - startedAt - 1) open.pop();
      return;
    }
    const [element] = open;
    if (refused !== undefined) emit({ refused });
    else if (element !== undefined) emit({ element });
    open = [];
    startedAt = -1;
  };
  return {
    handler: {
      onopentag(written: string, attributes: Record<string, string>) {
        if (names.length > MOST_OPEN) throw new Refusal(`More than ${MOST_OPEN} elements are open at once; what follows is not read.`);
        const scope = scopeOf(attributes, prefixes.at(-1));
        scoped.push(scope !== undefined);
        if (scope !== undefined) prefixes.push(scope);
        const name = canonical(written, prefixes.at(-1));
        if (startedAt < 0 && wanted(name, names.at(-1))) {
          startedAt = names.length;
          [size, refused] = [0, undefined];
        }
        names.push(name);
        if (startedAt < 0) return;
        flush();
        grow(written.length + 16);
        if (names.length - startedAt > MOST_DEPTH) refused ??= `Its elements stand more than ${MOST_DEPTH} deep within one another.`;
        if (refused !== undefined && open.length > 0) return;
        const element: Xml = { name, attributes: decodeAll(attributes), children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      onclosetag: close,
      ontext(text: string) {
        if (startedAt < 0 || refused !== undefined) return;
        raw += text;
        grow(text.length);
      },
      oncdatastart() {
        flush();
        inCdata = true;
      },
      oncdataend() {
        flush();
        inCdata = false;
      },
    },
    checkSize: () => grow(raw.length > MOST_BYTES ? raw.length : 0),
    /** A document that breaks off: what was begun is handed out as far as it goes. */
    end() {
      while (names.length > 0 && startedAt >= 0) close();
    },
  };
}

function decodeAll(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name.toLowerCase(), value.includes('&') ? decodeHTML(value) : value]));
}

function scopeOf(attributes: Record<string, string>, outer: Map<string, string> | undefined): Map<string, string> | undefined {
  let scope: Map<string, string> | undefined;
  for (const [name, value] of Object.entries(attributes)) {
    const prefix = /^xmlns(?::(.+))?$/i.exec(name);
    if (prefix === null) continue;
    scope ??= new Map(outer);
    const known = VOCABULARIES.find(([pattern]) => pattern.test(value.trim()))?.[1];
    scope.set(prefix[1] ?? '', known ?? (prefix[1] === undefined ? '' : `${prefix[1]}:`));
  }
  return scope;
}

function canonical(written: string, scope: Map<string, string> | undefined): string {
  const colon = written.indexOf(':');
  const prefix = colon < 0 ? '' : written.slice(0, colon);
  const usual = scope?.get(prefix) ?? (colon < 0 || /^(?:atom|a10|rss)$/i.test(prefix) ? '' : `${prefix.toLowerCase()}:`);
  return usual + written.slice(colon + 1);
}

/** Children of an element by name, in their order. */
export function all(element: Xml | undefined, ...names: string[]): Xml[] {
  return (element?.children ?? []).filter((child): child is Xml => typeof child !== 'string' && names.includes(child.name));
}

/** The first element on a path of names. */
export function at(element: Xml | undefined, ...path: string[]): Xml | undefined {
  return path.reduce<Xml | undefined>((found, name) => all(found, name)[0], element);
}

/** Every element below one that has a name, outermost first. */
export function below(element: Xml, name: string): Xml[] {
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : child.name === name ? [child] : below(child, name)));
}

/** Text of an element and all that stands in it, trimmed. */
export function textIn(element: Xml | undefined): string {
  return element === undefined ? '' : gatherText(element).trim();
}

function gatherText(element: Xml): string {
  return element.children.map((child) => (typeof child === 'string' ? child : gatherText(child))).join('');
}

/** What stands in an element, as HTML. */
export function markupIn(element: Xml): string {
  return element.children.map((child) => (typeof child === 'string' ? escapeText(child) : markupOf(child))).join('');
}

function markupOf(element: Xml): string {
  const name = element.name.replace(/^xhtml:/, '').toLowerCase();
  if (!/^[a-z][a-z0-9]*$/.test(name)) return markupIn(element);
  const attributes = Object.entries(element.attributes)
    .filter(([attribute]) => /^(?:href|src|alt|title|cite|datetime|lang|start|colspan|rowspan)$/.test(attribute))
    .map(([attribute, value]) => ` ${attribute}="${escapeText(value).replaceAll('"', '&quot;')}"`)
    .join('');
  return /^(?:br|hr|img)$/.test(name) ? `<${name}${attributes}>` : `<${name}${attributes}>${markupIn(element)}</${name}>`;
}
