import { decodeHTML } from 'entities';
import { inMiB, MOST_BYTES, MOST_DEPTH, Refusal } from '../limits.ts';
import type { Xml, XmlEvent } from './xml.ts';

/** Which elements are handed out whole as soon as they end; told by their name and that of what they stand in. */
export type Wanted = (name: string, parent: string | undefined) => boolean;

/** Whether an element whose end tag is missing ends where another one begins in it. */
export type EndsBefore = (open: string, next: string) => boolean;

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

/** Elements that may be open around those that are wanted: the parser's time grows with their square. */
const MOST_OPEN = 4_000;

/** Thrown into the parser where an element is too much to be held. */
export class Abandoned extends Error {
  /** Name of the element as it stands in the document. */
  readonly written: string;

  constructor(written: string) {
    super(written);
    this.written = written;
  }
}

/** Builds wanted elements of what a parser meets. */
export class XmlBuilder {
  /** What is finished. */
  readonly ready: XmlEvent[] = [];
  /** Number of tags so far, and characters since the last. */
  events = 0;
  silence = 0;
  readonly #wanted: Wanted;
  readonly #endsBefore: EndsBefore;
  readonly #prefixes: Map<string, string>[] = [new Map()];
  readonly #scoped: boolean[] = [];
  /** What is open, by its name here and as written. */
  readonly #names: string[] = [];
  readonly #written: string[] = [];
  /** Depths of elements that ended before their end tags, which may still come. */
  readonly #ended = new Set<number>();
  #open: Xml[] = [];
  #raw: string[] = [];
  #inCdata = false;
  /** Depth of the wanted element, its name as written, and its size so far in characters. */
  #startedAt = -1;
  #started = '';
  #size = 0;
  /** Depth of what the last wanted element stood in; more of them may follow in there. */
  #shelf = Number.POSITIVE_INFINITY;
  #reopening = false;
  #breaksOff = false;
  #cut = '';

  constructor(wanted: Wanted, endsBefore: EndsBefore = () => false) {
    this.#wanted = wanted;
    this.#endsBefore = endsBefore;
  }

  onopentag(written: string, attributes: Record<string, string>): void {
    if (this.#reopening) return;
    this.events += 1;
    if (this.#names.length > MOST_OPEN) throw new Refusal(`More than ${MOST_OPEN} elements are open at once; what follows is not read.`);
    const scope = scopeOf(attributes, this.#prefixes.at(-1));
    this.#scoped.push(scope !== undefined);
    if (scope !== undefined) this.#prefixes.push(scope);
    const name = canonical(written, this.#prefixes.at(-1));
    if (this.#startedAt >= 0) this.#endBefore(name);
    if (this.#startedAt < 0 && this.#wanted(name, this.#names.at(-1))) {
      [this.#startedAt, this.#started, this.#size] = [this.#names.length, written, 0];
      this.#shelf = Math.max(1, this.#names.length);
    }
    this.#names.push(name);
    this.#written.push(written);
    if (this.#startedAt < 0) return;
    this.#flush();
    this.#grow(written.length + 16);
    if (this.#names.length - this.#startedAt > MOST_DEPTH) this.#abandon(`Its elements stand more than ${MOST_DEPTH} deep within one another.`);
    const element: Xml = { name, attributes: decodeAll(attributes), children: [] };
    this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
  }

  onclosetag(): void {
    this.events += 1;
    if (this.#leave() || this.#startedAt < 0) return;
    this.#close();
  }

  ontext(text: string): void {
    if (this.#startedAt < 0) return;
    this.#raw.push(text);
    this.#grow(text.length);
  }

  oncdatastart(): void {
    this.#flush();
    this.#inCdata = true;
  }

  oncdataend(): void {
    this.#flush();
    this.#inCdata = false;
  }

  /** Tells a new parser what is open, so that it knows the end tags. Returns how many characters it was given. */
  reopen(parser: { write(text: string): void }): number {
    const tags = this.#written.map((written) => `<${written}>`).join('');
    this.#reopening = true;
    parser.write(tags);
    this.#reopening = false;
    return tags.length;
  }

  /** Nothing more will come, and what is open ends without having ended. Returns whether wanted elements may be missing. */
  breakOff(): boolean {
    this.#breaksOff = true;
    return this.#names.length >= this.#shelf;
  }

  /** Ends what should have ended before an element of this name: the wanted one, or a child of it with all in that. */
  #endBefore(name: string): void {
    const [wanted, child] = this.#open;
    if (wanted === undefined) return;
    const keep = this.#endsBefore(wanted.name, name) ? 0 : child !== undefined && this.#endsBefore(child.name, name) ? 1 : this.#open.length;
    if (keep === 1) for (let depth = this.#startedAt + 1; depth < this.#names.length; depth += 1) this.#ended.add(depth);
    while (this.#open.length > keep) this.#close();
  }

  #close(): void {
    this.#flush();
    const element = this.#open.pop();
    if (this.#breaksOff && this.#open.length === 1) this.#cut = element?.name ?? '';
    if (this.#open.length > 0 || element === undefined) return;
    this.ready.push({ element, ...(this.#breaksOff && { cut: this.#cut }) });
    this.#startedAt = -1;
  }

  /** Leaves the innermost element; returns whether it had ended before. */
  #leave(): boolean {
    this.#names.pop();
    this.#written.pop();
    if (this.#scoped.pop()) this.#prefixes.pop();
    return this.#ended.delete(this.#names.length);
  }

  #flush(): void {
    const raw = this.#raw.join('');
    if (raw !== '') this.#open.at(-1)?.children.push(this.#inCdata || !raw.includes('&') ? raw : decodeHTML(raw));
    this.#raw = [];
  }

  #grow(by: number): void {
    this.#size += by;
    if (this.#size > MOST_BYTES) this.#abandon(`It has more than ${inMiB(MOST_BYTES)}, which no article has.`);
  }

  #abandon(refused: string): void {
    while (this.#names.length > this.#startedAt) this.#leave();
    [this.#open, this.#raw, this.#inCdata, this.#startedAt] = [[], [], false, -1];
    this.ready.push({ refused });
    throw new Abandoned(this.#started);
  }
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
