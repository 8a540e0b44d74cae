import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { xss } from '../../tests/fixtures/xss.ts';
import { elementsOf, textOf } from '../../tests/support/html.ts';
import { makeArticle } from '../../tests/support/make-archive.ts';
import { articleJsonLd, toScriptJson } from './json-ld.ts';

const context = {
  source: { id: 'herald', name: 'The Herald', url: 'https://herald.example/' },
  url: 'https://host.example/2020/03/05/headline/',
  identifier: 'urn:uuid:x',
  wordCount: 5,
  archiveTitle: 'Test Archive',
  archiveUrl: 'https://host.example/',
  topicTitles: [],
};

describe('an article', () => {
  test('with everything that is known of it', () => {
    const article = makeArticle({
      date: '2020-03-05T18:20:00+03:00',
      deck: 'A deck.',
      updated: '2020-03-06',
      authors: ['Ann', 'Associated Press'],
      places: ['Idlib'],
      sourceUrl: 'http://herald.example/1',
      language: 'fa',
      rights: '© Herald',
    });
    const more = {
      topicTitles: ['War'],
      image: 'https://host.example/a.png',
      translations: ['https://host.example/en/'],
      translationOf: 'https://host.example/en/',
    };
    expect(JSON.parse(articleJsonLd(article, { ...context, ...more }))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      '@id': context.url,
      url: context.url,
      identifier: 'urn:uuid:x',
      headline: 'A headline',
      alternativeHeadline: 'A deck.',
      datePublished: '2020-03-05T18:20:00+03:00',
      dateModified: '2020-03-06',
      inLanguage: 'fa',
      author: [
        { '@type': 'Person', name: 'Ann' },
        { '@type': 'Organization', name: 'Associated Press' },
      ],
      publisher: { '@type': 'NewsMediaOrganization', name: 'The Herald', url: 'https://herald.example/' },
      isBasedOn: 'http://herald.example/1',
      archivedAt: context.url,
      wordCount: 5,
      image: 'https://host.example/a.png',
      keywords: ['War'],
      contentLocation: [{ '@type': 'Place', name: 'Idlib' }],
      copyrightNotice: '© Herald',
      translationOfWork: { '@id': 'https://host.example/en/' },
      workTranslation: [{ '@id': 'https://host.example/en/' }],
      isPartOf: { '@type': 'ArchiveComponent', name: 'Test Archive', url: 'https://host.example/' },
    });
  });

  test('has no gaps for what is not known', () => {
    expect(Object.keys(JSON.parse(articleJsonLd(makeArticle(), context)))).toEqual([
      '@context',
      '@type',
      '@id',
      'url',
      'identifier',
      'headline',
      'datePublished',
      'inLanguage',
      'publisher',
      'archivedAt',
      'wordCount',
      'isPartOf',
    ]);
  });
});

describe('in its script element', () => {
  test('nothing ends it, and nothing changes', () => {
    const attempts = ['</script>', '</SCRIPT >', '<!--<script>', '<!--<script></script>', '\u2028\u2029', ']]>', '\\u003c/script\\u003e', ...xss];
    const changed = attempts.filter((attempt) => {
      const json = articleJsonLd(makeArticle({ title: attempt, authors: [attempt] }), {
        ...context,
        archiveTitle: attempt,
        source: { id: 'x', name: attempt },
        topicTitles: [attempt],
      });
      const [script, after, ...others] = elementsOf(parseFragment(`<script type="application/ld+json">${json}</script><p>after</p>`));
      if (script?.tagName !== 'script' || after?.tagName !== 'p' || others.length > 0) return true;
      const read = JSON.parse(textOf(script));
      return [read.headline, read.author[0].name, read.publisher.name, read.keywords[0], read.isPartOf.name].some((text) => text !== attempt);
    });
    expect(changed).toEqual([]);
  });

  test('no sign of markup is left', () => {
    expect(toScriptJson('<>&\u2028\u2029')).toBe('"\\u003c\\u003e\\u0026\\u2028\\u2029"');
  });
});
