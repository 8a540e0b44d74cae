import { expect, test } from 'vitest';
import { below, parseXml } from '../../tests/support/xml.ts';
import { openSearch } from './opensearch.ts';

const read = (title: string, description: string) => parseXml(openSearch(title, description, 'https://host.example/news/search/'));

test('says where to search', () => {
  const root = read('Stet', 'News.');
  expect([root.name, root.attributes]).toEqual(['OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }]);
  expect(below(root, 'Url')[0]?.attributes).toEqual({ type: 'text/html', template: 'https://host.example/news/search/?q={searchTerms}' });
  expect(root.children.map(({ name, text }) => [name, text])).toEqual([
    ['ShortName', 'Stet'],
    ['Description', 'News.'],
    ['InputEncoding', 'UTF-8'],
    ['Url', ''],
  ]);
});

test('names are as short as the specification asks', () => {
  const root = read('The Archive of the Herald', `${'word '.repeat(400)}`);
  expect(below(root, 'ShortName')[0]?.text).toBe('The Archive of…');
  expect(below(root, 'Description')[0]?.text.length).toBeLessThanOrEqual(1024);
});

test.each([
  ['A & B <c>', '"x" \'y\' ]]> --> &amp;'],
  ['</ShortName>', '<!ENTITY x "y">'],
])('%s is carried as it stands', (title, description) => {
  const root = read(title, description);
  expect([below(root, 'ShortName')[0]?.text, below(root, 'Description')[0]?.text]).toEqual([title, description]);
});
