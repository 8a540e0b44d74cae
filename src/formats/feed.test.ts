import { describe, expect, test } from 'vitest';
import { xss } from '../../tests/fixtures/xss.ts';
import { archiveOf, facts, makeArticle } from '../../tests/support/make-archive.ts';
import { below, parseXml } from '../../tests/support/xml.ts';
import { makeAddresses } from '../archive/permalink.ts';
import { hasUnprintable } from '../schema/fields.ts';
import { atomFeed } from './atom.ts';
import type { Feed } from './feed.ts';
import { jsonFeed } from './json-feed.ts';
import { rssFeed } from './rss.ts';

const full = makeArticle({
  date: '2020-03-05T18:20+03:00',
  slug: 'حلب',
  title: 'Tom & “Jerry” <b>',
  deck: 'A deck.',
  authors: ['Ann', 'Bob'],
  topics: ['war'],
  sourceUrl: 'http://a.example/x?y=1&z=ü',
  updated: '2020-03-06',
  rights: '© Herald',
  language: 'ar',
  captured: '2020-03-05T20:00:00Z',
});
const plain = makeArticle({ date: '2020-03-04' });
const archive = archiveOf([full, plain], { topics: [{ id: 'war', title: 'War & peace' }] });
const addresses = makeAddresses('https://host.example/news/');
const feed: Feed = { title: 'Test Archive', description: 'For tests.', path: '/', place: { kind: 'complete' }, articles: archive.articles };

describe('Atom', () => {
  const root = parseXml(atomFeed(feed, { archive, addresses }));
  const only = (element: typeof root | undefined, name: string) => below(element, name).map(({ text, attributes }) => (text === '' ? attributes : text));

  test('says what it is a feed of', () => {
    expect(root.name).toBe('feed');
    expect(root.attributes).toEqual({ xmlns: 'http://www.w3.org/2005/Atom', 'xmlns:fh': 'http://purl.org/syndication/history/1.0', 'xml:lang': 'en' });
    expect(['title', 'subtitle', 'updated', 'generator'].map((name) => only(root, name))).toEqual([
      ['Test Archive'],
      ['For tests.'],
      ['2020-03-06T00:00:00Z'],
      ['Stet'],
    ]);
    expect(only(root, 'link')).toEqual([
      { rel: 'self', type: 'application/atom+xml', href: 'https://host.example/news/feed.xml' },
      { rel: 'alternate', type: 'text/html', href: 'https://host.example/news/' },
    ]);
    expect(below(root, 'author').map((author) => only(author, 'name'))).toEqual([['Test Archive']]);
  });

  test('has the newest article first, with everything that is known of it', () => {
    const [entry] = below(root, 'entry');
    expect(entry?.attributes).toEqual({ 'xml:lang': 'ar' });
    expect(['title', 'published', 'updated', 'rights', 'summary'].map((name) => only(entry, name))).toEqual([
      ['Tom & “Jerry” <b>'],
      ['2020-03-05T18:20:00+03:00'],
      ['2020-03-06T00:00:00Z'],
      ['© Herald'],
      ['A deck.'],
    ]);
    expect(only(entry, 'link')).toEqual([
      { rel: 'alternate', type: 'text/html', href: 'https://host.example/news/2020/03/05/%D8%AD%D9%84%D8%A8/' },
      { rel: 'via', href: 'http://a.example/x?y=1&z=%C3%BC' },
    ]);
    expect(below(entry, 'author').map((author) => only(author, 'name'))).toEqual([['Ann'], ['Bob']]);
    expect(only(entry, 'category')).toEqual([{ term: 'war', label: 'War & peace' }]);
  });

  test('has no gaps for what is not known', () => {
    const entry = below(root, 'entry')[1];
    expect(entry?.children.map(({ name }) => name)).toEqual(['id', 'title', 'link', 'published', 'updated', 'author', 'summary']);
    expect(below(entry, 'author').map((author) => only(author, 'name'))).toEqual([['The Herald']]);
    expect(only(entry, 'summary')).toEqual(['How the text begins.']);
  });

  test('without an article is still valid', () => {
    const empty = parseXml(atomFeed({ ...feed, description: undefined, articles: [] }, { archive, addresses }));
    expect([only(empty, 'updated'), only(empty, 'subtitle'), below(empty, 'entry')]).toEqual([['1970-01-01T00:00:00Z'], [], []]);
  });

  test('every date is a moment of RFC 3339', () => {
    const dates = [...atomFeed(feed, { archive, addresses }).matchAll(/<(?:updated|published)>(.*?)</g)].map(([, date]) => date);
    expect(dates).toHaveLength(5);
    for (const date of dates) expect(date).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/);
  });
});

describe('the documents of one feed (RFC 5005)', () => {
  const linksOf = (place: Feed['place']) => {
    const root = parseXml(atomFeed({ ...feed, path: '/topics/war/', place }, { archive, addresses }));
    const marks = root.children.map(({ name }) => name).filter((name) => name.startsWith('fh:'));
    const links = below(root, 'link').map(({ attributes }) => [attributes.rel, attributes.href?.replace('https://host.example/news', '')]);
    return { marks, links, id: below(root, 'id')[0]?.text };
  };

  test('that holds everything says so', () => {
    expect(linksOf({ kind: 'complete' })).toMatchObject({
      marks: ['fh:complete'],
      links: [
        ['self', '/topics/war/feed.xml'],
        ['alternate', '/topics/war/'],
      ],
    });
  });

  test('that people subscribe to leads to what is archived', () => {
    expect(linksOf({ kind: 'current', previous: '/topics/war/2020/feed.xml' })).toMatchObject({
      marks: [],
      links: [
        ['self', '/topics/war/feed.xml'],
        ['alternate', '/topics/war/'],
        ['prev-archive', '/topics/war/2020/feed.xml'],
      ],
    });
  });

  test('that is archived leads to the others, and has the id of all', () => {
    const archived = linksOf({ kind: 'archive', self: '/topics/war/2019/feed.xml', previous: '/topics/war/2018/feed.xml', next: '/topics/war/2020/feed.xml' });
    expect(archived).toMatchObject({
      marks: ['fh:archive'],
      links: [
        ['self', '/topics/war/2019/feed.xml'],
        ['alternate', '/topics/war/'],
        ['current', '/topics/war/feed.xml'],
        ['prev-archive', '/topics/war/2018/feed.xml'],
        ['next-archive', '/topics/war/2020/feed.xml'],
      ],
    });
    expect(archived.id).toBe(linksOf({ kind: 'complete' }).id);
  });
});

describe('RSS', () => {
  const [channel] = parseXml(rssFeed(feed, { archive, addresses })).children;
  const texts = (element: typeof channel, name: string) => below(element, name).map(({ text }) => text);

  test('says what it is a feed of', () => {
    expect(['title', 'link', 'description', 'language', 'lastBuildDate'].map((name) => texts(channel, name)[0])).toEqual([
      'Test Archive',
      'https://host.example/news/',
      'For tests.',
      'en',
      'Fri, 06 Mar 2020 00:00:00 +0000',
    ]);
    expect(below(channel, 'atom:link').map(({ attributes }) => attributes)).toEqual([
      { rel: 'self', type: 'application/rss+xml', href: 'https://host.example/news/rss.xml' },
    ]);
  });

  test('has the same articles, with everything that RSS has a place for', () => {
    const [first, second] = below(channel, 'item');
    expect(first?.children.map(({ name, text }) => [name, text])).toEqual([
      ['title', 'Tom & “Jerry” <b>'],
      ['link', 'https://host.example/news/2020/03/05/%D8%AD%D9%84%D8%A8/'],
      ['guid', expect.stringMatching(/^urn:uuid:/)],
      ['pubDate', 'Thu, 05 Mar 2020 18:20:00 +0300'],
      ['dc:creator', 'Ann'],
      ['dc:creator', 'Bob'],
      ['category', 'War & peace'],
      ['description', 'A deck.'],
    ]);
    expect(texts(second, 'dc:creator')).toEqual(['The Herald']);
    expect(below(first, 'guid')[0]?.attributes).toEqual({ isPermaLink: 'false' });
  });

  test('a description is HTML in which the text is text', () => {
    const root = parseXml(rssFeed({ ...feed, articles: [makeArticle({ deck: 'A <b> & c' })] }, { archive, addresses }));
    expect(below(below(root.children[0], 'item')[0], 'description')[0]?.text).toBe('A &lt;b&gt; &amp; c');
  });
});

describe('JSON Feed', () => {
  test('has the same', () => {
    const { items, ...head } = JSON.parse(jsonFeed(feed, { archive, addresses }));
    expect(head).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Test Archive',
      description: 'For tests.',
      language: 'en',
      home_page_url: 'https://host.example/news/',
      feed_url: 'https://host.example/news/feed.json',
      authors: [{ name: 'Test Archive', url: 'https://host.example/news/' }],
    });
    expect(items).toEqual([
      {
        id: expect.stringMatching(/^urn:uuid:/),
        url: 'https://host.example/news/2020/03/05/%D8%AD%D9%84%D8%A8/',
        external_url: 'http://a.example/x?y=1&z=ü',
        title: 'Tom & “Jerry” <b>',
        content_text: 'A deck.',
        date_published: '2020-03-05T18:20:00+03:00',
        date_modified: '2020-03-06T00:00:00Z',
        authors: [{ name: 'Ann' }, { name: 'Bob' }],
        tags: ['War & peace'],
        language: 'ar',
      },
      {
        id: expect.stringMatching(/^urn:uuid:/),
        url: 'https://host.example/news/2020/03/04/headline/',
        title: 'A headline',
        content_text: 'How the text begins.',
        date_published: '2020-03-04T00:00:00Z',
        date_modified: '2020-03-04T00:00:00Z',
        authors: [{ name: 'The Herald' }],
        tags: [],
        language: 'en',
      },
    ]);
  });

  test('has the ids of the Atom feed, as RSS has', () => {
    const atom = below(parseXml(atomFeed(feed, { archive, addresses })), 'entry').flatMap((entry) => below(entry, 'id').map(({ text }) => text));
    expect(JSON.parse(jsonFeed(feed, { archive, addresses })).items.map(({ id }: { id: string }) => id)).toEqual(atom);
    const rss = below(parseXml(rssFeed(feed, { archive, addresses })).children[0], 'item').flatMap((item) => below(item, 'guid').map(({ text }) => text));
    expect(rss).toEqual(atom);
  });
});

describe('both', () => {
  const idsAt = (url: string, from = archive) => {
    const xml = parseXml(atomFeed({ ...feed, articles: from.articles }, { archive: from, addresses: makeAddresses(url) }));
    return [...below(xml, 'id'), ...below(xml, 'entry').flatMap((entry) => below(entry, 'id'))].map(({ text }) => text);
  };

  test('ids do not depend on the host or base path', () => {
    expect(idsAt('http://localhost:4321/')).toEqual(idsAt('https://host.example/news/'));
    expect(new Set(idsAt('https://host.example/')).size).toBe(3);
  });

  test('ids depend on the archive’s own id, and on its title only where it has none', () => {
    const other = (more: object) => archiveOf([full, plain], { facts: { ...facts, ...more } });
    const url = 'https://host.example/';
    expect(idsAt(url, other({ title: 'Another' }))).not.toEqual(idsAt(url));
    expect(idsAt(url, other({ title: 'Another', id: 'x' }))).toEqual(idsAt(url, other({ id: 'x' })));
    expect(idsAt(url, other({ description: 'Another', url: 'https://b.example/' }))).toEqual(idsAt(url));
  });

  test('carry whatever stands in any field, as it stands', () => {
    const LENGTH = 50;
    const hostile = xss.filter((payload) => !hasUnprintable(payload) && payload.trim() !== '');
    const articles = hostile.map((payload, at) =>
      makeArticle({ slug: `a${String(at).padStart(4, '0')}`, title: payload, deck: payload, authors: [payload], rights: payload, topics: ['war'] }),
    );
    const nasty = archiveOf(articles, { facts: { ...facts, title: ']]><x>&amp;', rights: '<!--' }, topics: [{ id: 'war', title: '"\'<&>' }] });
    for (let from = 0; from < articles.length; from += LENGTH) {
      const some: Feed = {
        title: hostile[from] ?? '',
        description: hostile[from],
        path: '/',
        place: { kind: 'complete' },
        articles: articles.slice(from, from + LENGTH),
      };
      const expected = hostile.slice(from, from + LENGTH).reverse();
      const xml = parseXml(atomFeed(some, { archive: nasty, addresses }));
      expect(below(xml, 'entry').map((entry) => below(entry, 'title')[0]?.text)).toEqual(expected.map((text) => text.replaceAll('\r\n', '\n')));
      expect(below(xml, 'title')[0]?.text).toBe(some.title);
      expect(JSON.parse(jsonFeed(some, { archive: nasty, addresses })).items.map(({ title }: { title: string }) => title)).toEqual(expected);
    }
  });
});
