import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'parse5';
import { describe, expect, inject, it } from 'vitest';
import { listOutput } from '../../src/build/output.ts';
import { elementsOf } from '../support/html.ts';

const { many } = inject('sites');

/** Elements of a page, with their attributes. */
function elements(path: string) {
  const page = parse(readFileSync(join(many.dir, path, 'index.html'), 'utf8'));
  return elementsOf(page).map(({ tagName, attrs }) => ({
    name: tagName,
    attributes: Object.fromEntries(attrs.map(({ name, value }) => [name, value])) as Record<string, string | undefined>,
  }));
}

/**
 * What Zotero's “Embedded Metadata” translator makes of a page, by its rules of 2025: RDF from every `<meta>` whose
 * name has a known prefix, then Highwire's names over it.
 */
function saved(path: string) {
  const metas = elements(path)
    .filter(({ name }) => name === 'meta')
    .map(({ attributes }) => [attributes.name ?? attributes.property ?? '', attributes.content ?? ''] as const);
  const all = (name: string) => metas.filter((meta) => meta[0].toLowerCase() === name.toLowerCase()).map(([, content]) => content);
  const first = (...names: string[]) => names.flatMap(all)[0];
  const item = {
    itemType: first('citation_journal_title') === undefined ? first('z:itemType') : 'journalArticle',
    title: first('citation_title', 'og:title'),
    creators: all('citation_author'),
    publicationTitle: first('prism.publicationName', 'dc.source', 'og:site_name'),
    date: first('citation_date', 'article:published_time'),
    language: first('citation_language', 'dc.language'),
    url: first('citation_public_url', 'og:url'),
    extra: first('z:extra'),
    // What it would take for something that an archive does not mean.
    section: first('article:section'),
    archiveLocation: first('dc.coverage', 'dcterms.coverage'),
    publisher: first('citation_publisher', 'dc.publisher'),
    identifier: first('dc.identifier', 'citation_doi', 'citation_issn', 'citation_isbn'),
    pdf: first('citation_pdf_url'),
    tags: first('citation_keywords', 'keywords'),
    abstract: first('description'),
    // Where no author is named, it looks for one in the page.
    guessed: elements(path).filter(({ attributes }) => /(?:^| )(?:byline|bylines|vcard|article-byline)(?: |$)/.test(attributes.class ?? '')).length,
    others: metas.map(([name]) => name).filter((name) => /^(?:z|bib|bibo|dc|dcterms|prism|eprints?|citation|so|rdf|foaf|vcard|link)[.:_]/i.test(name)),
  };
  return JSON.parse(JSON.stringify(item)) as { creators: string[] };
}

describe('an article, saved by Zotero', () => {
  it('is an article in its newspaper, with the way to the original, and nothing else', () => {
    expect(saved('2022/02/03/letters')).toEqual({
      itemType: 'newspaperArticle',
      title: expect.stringContaining('Parliament’s'),
      creators: expect.any(Array),
      publicationTitle: 'The Gazette',
      date: '2022-02-03',
      language: 'en',
      url: `${many.url}2022/02/03/letters/`,
      extra: 'Original: https://gazette.example/harbour?id=17&part=2',
      abstract: expect.stringMatching(/^The report names nobody/),
      guessed: 1,
      others: [
        'z:itemType',
        'citation_title',
        ...saved('2022/02/03/letters').creators.map(() => 'citation_author'),
        'citation_date',
        'citation_language',
        'citation_public_url',
        'prism.publicationName',
        'z:extra',
      ],
    });
  });

  it('has no author where none was printed', () => {
    expect(saved('2023/06/08/停火协议')).toMatchObject({ itemType: 'newspaperArticle', creators: [], guessed: 0 });
    expect(elements('2023/06/08/停火协议').filter(({ attributes }) => attributes.property === 'article:author' || attributes.name === 'author')).toEqual([]);
  });

  it('is not taken from a span that says less', () => {
    expect(elements('2023/04/05/everything').filter(({ attributes }) => attributes.class === 'Z3988')).toEqual([]);
  });
});

describe('a list, saved by Zotero', () => {
  const lists = listOutput(many.dir).flatMap((file) => /^((?:(?:sources|topics)\/[^/]+\/)?(?:\d{4}\/(?:\d\d\/){0,2})?)index\.html$/.exec(file)?.[1] ?? []);

  it('is of every kind', () => {
    expect(lists).toEqual(expect.arrayContaining(['', '2023/', '2023/06/', '2024/05/07/', 'sources/gazette/', 'topics/ceasefire/', 'topics/everyday/2023/']));
    expect(lists.length).toBeGreaterThan(100);
  });

  it('offers every article that it lists, each once', () => {
    for (const path of lists) {
      const all = elements(path);
      const spans = all
        .filter(({ name, attributes }) => name === 'span' && attributes.class === 'Z3988')
        .map(({ attributes }) => new URLSearchParams(attributes.title));
      const links = all.flatMap(({ name, attributes }) =>
        name === 'a' && /^\/\d{4}\/\d\d\/\d\d\/[^/]+\/$/.test(attributes.href ?? '') ? [new URL(attributes.href ?? '', many.url).href] : [],
      );
      expect([path, spans.map((span) => span.get('rft.identifier'))]).toEqual([path, links]);
      expect(new Set(links).size).toBe(links.length);
      for (const span of spans) {
        expect([path, span.get('rft.type'), span.get('rft.date')]).toEqual([path, 'newspaperArticle', expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
        expect(['rft.title', 'rft.source', 'rft.language'].filter((name) => !span.get(name))).toEqual([]);
      }
    }
  });
});
