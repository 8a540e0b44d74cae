import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'parse5';
import { describe, expect, inject, it } from 'vitest';
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
      extra: expect.stringMatching(/^Original: https?:/),
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

  it('is not taken from a span that says less', () => {
    expect(elements('2023/04/05/everything').filter(({ attributes }) => attributes.class === 'Z3988')).toEqual([]);
  });
});

describe('a list, saved by Zotero', () => {
  it.each(['', '2023', '2023/06', '2024/05/07', 'sources/gazette', 'topics/ceasefire', 'topics/everyday/2023'])(
    '/%s offers every article that it lists',
    (path) => {
      const all = elements(path);
      const spans = all
        .filter(({ name, attributes }) => name === 'span' && attributes.class === 'Z3988')
        .map(({ attributes }) => new URLSearchParams(attributes.title));
      const links = all.flatMap(({ name, attributes }) =>
        name === 'a' && /^\/\d{4}\/\d\d\/\d\d\/[^/]+\/$/.test(attributes.href ?? '') ? [new URL(attributes.href ?? '', many.url).href] : [],
      );
      expect(spans.length).toBeGreaterThan(1);
      expect(spans.map((span) => span.get('rft.identifier'))).toEqual(links);
      expect(new Set(spans.map((span) => span.get('rft.type')))).toEqual(new Set(['newspaperArticle']));
    },
  );
});
