import { expect, test } from 'vitest';
import { parseXml } from '../../tests/support/xml.ts';
import { sitemap, sitemapIndex } from './sitemap.ts';

const entries = [
  { url: 'https://host.example/a?b=1&c="2"', changed: '2020-03-05' },
  { url: 'https://host.example/%D8%AD/', changed: '2020-03-05T18:20:00+03:00' },
  { url: 'https://host.example/', changed: undefined },
];

const place = { up: 'https://host.example/list.xml', index: 'https://host.example/index.xml', changed: '2020-03-05' };

test('a sitemap, exactly', () => {
  expect(sitemap(entries.slice(1), place)).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:rs="http://www.openarchives.org/rs/terms/"><rs:ln rel="up" href="https://host.example/list.xml"></rs:ln><rs:ln rel="index" href="https://host.example/index.xml"></rs:ln><rs:md capability="resourcelist" at="2020-03-05T00:00:00Z"></rs:md><url><loc>https://host.example/%D8%AD/</loc><lastmod>2020-03-05T18:20:00+03:00</lastmod></url><url><loc>https://host.example/</loc></url></urlset>\n',
  );
});

test.each([
  ['sitemap', sitemap, 'urlset', 'url'],
  ['index', sitemapIndex, 'sitemapindex', 'sitemap'],
] as const)('a %s is read back as it was written', (_what, write, root, item) => {
  const { name, attributes, children } = parseXml(write(entries, place));
  expect([name, attributes.xmlns]).toEqual([root, 'http://www.sitemaps.org/schemas/sitemap/0.9']);
  expect(
    children.filter((child) => !child.name.startsWith('rs:')).map((child) => [child.name, ...child.children.map(({ name: part, text }) => [part, text])]),
  ).toEqual([
    [item, ['loc', 'https://host.example/a?b=1&c="2"'], ['lastmod', '2020-03-05']],
    [item, ['loc', 'https://host.example/%D8%AD/'], ['lastmod', '2020-03-05T18:20:00+03:00']],
    [item, ['loc', 'https://host.example/']],
  ]);
});

test('an empty one is valid', () => {
  expect(parseXml(sitemap([], { up: place.up, changed: undefined })).children.map((child) => child.name)).toEqual(['rs:ln', 'rs:md']);
});
