import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { FEED_LENGTH } from '../../src/archive/feed-parts.ts';
import { listOutput } from '../../src/build/output.ts';
import { EVERYDAY_COUNT } from '../fixtures/sites/everyday.ts';
import { useBrowser } from './setup/visit.ts';

const site = inject('sites').many;
const visit = useBrowser();
const files = listOutput(site.dir);
const read = (file: string) => readFileSync(join(site.dir, file), 'utf8');

interface Xml {
  file: string;
  error: string | undefined;
  root: string | undefined;
  /** Texts of `<loc>`, and addresses of the entries' alternate links. */
  addresses: string[];
  ids: string[];
  updated: string[];
  /** Address of the archived document before it (RFC 5005). */
  previous: string | undefined;
}

let documents: Map<string, Xml>;

beforeAll(async () => {
  const { page } = await visit(site.origin);
  const parsed = await page.evaluate(
    (all) =>
      all.map(({ file, text }): Xml => {
        const xml = new DOMParser().parseFromString(text, 'application/xml');
        const texts = (name: string) => [...xml.getElementsByTagName(name)].map((element) => element.textContent ?? '');
        return {
          file,
          error: xml.querySelector('parsererror')?.textContent ?? undefined,
          root: xml.documentElement.localName,
          addresses: [...texts('loc'), ...[...xml.querySelectorAll('entry > link[rel=alternate]')].map((link) => link.getAttribute('href') ?? '')],
          ids: [...xml.querySelectorAll('entry > id')].map(({ textContent }) => textContent ?? ''),
          previous: xml.querySelector('feed > link[rel=prev-archive]')?.getAttribute('href') ?? undefined,
          updated: [...xml.querySelectorAll('entry > updated, feed > updated')].map(({ textContent }) => textContent ?? ''),
        };
      }),
    files.filter((file) => file.endsWith('.xml')).map((file) => ({ file, text: read(file) })),
  );
  documents = new Map(parsed.map((document) => [document.file, document]));
});

/** Whole published address of a file of the output. */
const published = (file: string) => new URL(encodeURI(file.replace(/(^|\/)index\.html$/, '$1')), site.url).href;

describe('XML', () => {
  it('is well-formed in every file', () => {
    expect(documents.size).toBeGreaterThan(15);
    expect([...documents.values()].filter(({ error }) => error !== undefined)).toEqual([]);
  });
});

describe('the sitemap', () => {
  it('lists every page but redirects and the one for what is not found', () => {
    const redirects = ['2022/02/02/letters/index.html', 'news/story-17.html/index.html', '2023/01/02/withdrawn/index.html', 'search/index.html'];
    const pages = files.filter((file) => file.endsWith('.html') && file !== '404.html' && !redirects.includes(file)).map(published);
    const parts = documents.get('sitemap-index.xml')?.addresses ?? [];
    const listed = parts.flatMap((part) => documents.get(part.slice(site.url.length))?.addresses ?? []);
    expect(listed.toSorted()).toEqual(pages.toSorted());
  });

  it('is named in robots.txt', () => {
    expect(read('robots.txt')).toContain(`Sitemap: ${site.url}sitemap-index.xml\n`);
  });
});

describe('feeds', () => {
  it('of Atom hold the newest articles, each once, and say when they changed', () => {
    const feed = documents.get('feed.xml');
    expect(feed?.root).toBe('feed');
    expect(feed?.addresses).toHaveLength(FEED_LENGTH);
    expect(new Set(feed?.ids).size).toBe(FEED_LENGTH);
    for (const moment of feed?.updated ?? []) expect(moment).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
  });

  it('of JSON hold the same articles as those of Atom', () => {
    const atoms = [...documents.values()].filter(({ file }) => files.includes(file.replace(/xml$/, 'json')));
    expect(atoms.length).toBeGreaterThan(12);
    for (const { file, addresses, ids } of atoms) {
      const { version, items } = JSON.parse(read(file.replace(/xml$/, 'json'))) as { version: string; items: { id: string; url: string }[] };
      expect(version).toBe('https://jsonfeed.org/version/1.1');
      expect(items.map(({ url }) => url)).toEqual(addresses);
      expect(items.map(({ id }) => id)).toEqual(ids);
    }
  });

  it('lead from document to document to every article, each of which is in an archived one once', () => {
    for (const start of ['feed.xml', 'topics/everyday/feed.xml']) {
      const seen: string[] = [];
      const archived: string[] = [];
      for (let file: string | undefined = start; file !== undefined; file = documents.get(file)?.previous?.slice(site.url.length)) {
        const { addresses = [] } = documents.get(file) ?? {};
        seen.push(...addresses);
        if (file !== start) archived.push(...addresses);
      }
      expect(new Set(archived).size).toBe(archived.length);
      expect(new Set(seen).size).toBe(start === 'feed.xml' ? inject('sites').many.summary?.articles : EVERYDAY_COUNT);
    }
  });

  it('of a topic hold its articles', () => {
    expect(documents.get('topics/ceasefire/feed.xml')?.addresses.map(decodeURI)).toEqual(expect.arrayContaining([`${site.url}2023/06/08/停火协议/`]));
    expect(documents.get('topics/ceasefire/feed.xml')?.addresses).toHaveLength(5);
  });

  it('keep the ids of their entries wherever the site is published', () => {
    const elsewhere = readFileSync(join(inject('sites').based.dir, 'feed.json'), 'utf8');
    const ids = (text: string) => (JSON.parse(text) as { items: { id: string }[] }).items.map(({ id }) => id);
    expect(ids(elsewhere)).toEqual(ids(read('feed.json')));
  });
});
