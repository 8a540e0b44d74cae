import { getDomain } from 'tldts';
import { addressKey, sourcePath } from '../../archive/permalink.ts';
import { nameKey, nameWords, publisherName } from './names.ts';
import { freeName, slugOf } from './slug.ts';

/** A source as its file has it. */
export interface SourceFile {
  id: string;
  name: string;
  url?: string;
  language?: string;
}

/** What is known of who published an article. */
export interface Publisher {
  name?: string;
  /** Whether the name is the publisher's for sure, and not a guess from a page or a feed. */
  sure: boolean;
  /** An address of the publisher: of its home page, or of the article. */
  address?: string;
  home?: string;
}

/** The sources of an archive: finds the one that is meant, by its name or its address, before one is made. */
export class Sources {
  readonly #byId = new Map<string, SourceFile>();
  readonly #byName = new Map<string, string>();
  readonly #byHost = new Map<string, string>();
  readonly #byDomain = new Map<string, Set<string>>();
  readonly #addresses = new Set<string>();

  /** Makes a source known. */
  add(source: SourceFile): void {
    this.#byId.set(source.id, source);
    this.#addresses.add(addressKey(sourcePath(source.id)));
    for (const key of [nameKey(source.name), nameKey(source.id)]) if (key !== '' && !this.#byName.has(key)) this.#byName.set(key, source.id);
    if (source.url !== undefined) this.#learnAddress(source.url, source.id);
  }

  get(id: string): SourceFile | undefined {
    return this.#byId.get(id);
  }

  /** The source that published it, if it is known. */
  find(publisher: Publisher): SourceFile | undefined {
    const { sure, address, home } = publisher;
    const host = hostOf(home ?? address);
    const name = publisher.name === undefined ? undefined : publisherName(publisher.name, host);
    const named = name === undefined ? undefined : this.#byName.get(nameKey(name));
    if (named !== undefined) return this.#byId.get(named);
    const atHost = host === undefined ? undefined : this.#byHost.get(host);
    if (atHost !== undefined && this.#mayBe(atHost, name, sure)) return this.#byId.get(atHost);
    // `news.example.org` and `www.example.org` are of one house; what says another name there is another paper.
    const domain = domainOf(home ?? address);
    const related =
      domain === undefined
        ? []
        : [...(this.#byDomain.get(domain) ?? [])].filter((id) => (name === undefined ? !this.#isOther(id, host) : this.#sharesWord(id, name)));
    if (related[0] !== undefined) return this.#byId.get(related[0]);
    // “The Guardian” and theguardian.com.
    const label = nameKey(domain?.split('.')[0] ?? '');
    const called = [label, label.replace(/^the/, '')].map((key) => this.#byId.get(this.#byName.get(key) ?? '')).find((each) => each !== undefined);
    return called?.url === undefined ? called : undefined;
  }

  /** The source that a person means by a name or an id; made where there is none; undefined where the name is empty. */
  called(name: string, language: string | undefined): SourceFile | undefined {
    if (nameKey(name) === '') return undefined;
    const known = this.#byName.get(nameKey(name));
    return known === undefined ? this.#make(name, undefined, undefined, language) : this.#byId.get(known);
  }

  /** Makes a source for who published it; `undefined` where neither a name nor an address is known. */
  create({ name, address, home }: Publisher, language: string | undefined): SourceFile | undefined {
    const host = hostOf(home ?? address);
    const called = name === undefined ? host : publisherName(name, host);
    return called === undefined ? undefined : this.#make(called, host, originOf(home ?? address), language);
  }

  #make(called: string, host: string | undefined, url: string | undefined, language: string | undefined): SourceFile {
    const id = freeName(slugOf(called, 60) || slugOf(host ?? '', 60) || 'source', (tried) => this.#isFree(tried));
    const source: SourceFile = { id, name: called, ...(url !== undefined && { url }), ...(language !== undefined && { language }) };
    this.add(source);
    return source;
  }

  /** Takes note that a source publishes at an address, so that what names no source there is recognised. */
  #learnAddress(address: string, id: string): void {
    const host = hostOf(address);
    const domain = domainOf(address);
    if (host !== undefined && !this.#byHost.has(host)) this.#byHost.set(host, id);
    if (domain !== undefined) this.#byDomain.set(domain, (this.#byDomain.get(domain) ?? new Set()).add(id));
  }

  #isFree(id: string): boolean {
    return !this.#addresses.has(addressKey(sourcePath(id)));
  }

  /** Whether a source with a known address may go by another name there: always, unless both names are sure and share no word. */
  #mayBe(id: string, name: string | undefined, sure: boolean): boolean {
    return (
      name === undefined || !sure || this.#sharesWord(id, name) || nameKey(this.#byId.get(id)?.name ?? '') === nameKey(hostOf(this.#byId.get(id)?.url) ?? '')
    );
  }

  #sharesWord(id: string, name: string): boolean {
    const own = nameWords(this.#byId.get(id)?.name ?? '');
    return [...nameWords(name)].some((word) => own.has(word));
  }

  #isOther(id: string, host: string | undefined): boolean {
    const own = hostOf(this.#byId.get(id)?.url);
    return own !== undefined && host !== undefined && own !== host && !own.endsWith(`.${host}`) && !host.endsWith(`.${own}`);
  }
}

/** Host of an address without what only says how it is served. */
export function hostOf(address: string | undefined): string | undefined {
  const url = address === undefined ? null : URL.parse(address);
  return url === null || !/^https?:$/.test(url.protocol) ? undefined : url.hostname.replace(/^(?:www\d?|m|mobile|amp|edition)\./, '') || undefined;
}

function domainOf(address: string | undefined): string | undefined {
  return address === undefined ? undefined : (getDomain(address, { allowPrivateDomains: true }) ?? undefined);
}

function originOf(address: string | undefined): string | undefined {
  const url = address === undefined ? null : URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) ? `${url.origin}/` : undefined;
}
