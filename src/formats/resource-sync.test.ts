import { describe, expect, test } from 'vitest';
import { archiveOf, makeArticle } from '../../tests/support/make-archive.ts';
import { below, parseXml } from '../../tests/support/xml.ts';
import { makeAddresses } from '../archive/permalink.ts';
import { capabilityList, changeList, descriptionPath, latestChanges, sourceDescription } from './resource-sync.ts';

const addresses = makeAddresses('https://host.example/news/');
const read = (xml: string) => {
  const root = parseXml(xml);
  return {
    name: root.name,
    up: below(root, 'rs:ln').map(({ attributes }) => attributes.href),
    list: below(root, 'rs:md').map(({ attributes }) => attributes),
    entries: below(root, 'url').map((url) => [below(url, 'loc')[0]?.text, below(url, 'rs:md')[0]?.attributes]),
  };
};

test('programs find their way from the host to the lists', () => {
  expect(read(sourceDescription(addresses))).toMatchObject({
    list: [{ capability: 'description' }],
    entries: [['https://host.example/news/resourcesync/capabilitylist.xml', { capability: 'capabilitylist' }]],
  });
  expect(read(capabilityList(addresses))).toMatchObject({
    up: ['https://host.example/news/resourcesync/description.xml'],
    list: [{ capability: 'capabilitylist' }],
    entries: [
      ['https://host.example/news/sitemap-index.xml', { capability: 'resourcelist' }],
      ['https://host.example/news/resourcesync/changelist.xml', { capability: 'changelist' }],
    ],
  });
});

test('the description is at the root of the host where the archive is', () => {
  expect([addresses, makeAddresses('https://host.example/')].map(descriptionPath)).toEqual(['/resourcesync/description.xml', '/.well-known/resourcesync']);
});

describe('a change list', () => {
  const archive = archiveOf([
    makeArticle({ date: '2020-03-05', slug: 'new' }),
    makeArticle({ date: '2019-01-01', slug: 'taken', captured: '2020-03-06T10:00:00Z' }),
    makeArticle({ date: '2019-01-02', slug: 'mended', captured: '2019-02-01', updated: '2020-03-05T23:00:00-05:00' }),
  ]);

  test('tells what changed and when, oldest first', () => {
    const { list, entries } = read(changeList(latestChanges(archive), addresses));
    expect(list).toEqual([{ capability: 'changelist', from: '2020-03-05T00:00:00Z' }]);
    expect(entries).toEqual([
      ['https://host.example/news/2020/03/05/new/', { change: 'created', datetime: '2020-03-05T00:00:00Z' }],
      ['https://host.example/news/2019/01/02/mended/', { change: 'updated', datetime: '2020-03-05T23:00:00-05:00' }],
      ['https://host.example/news/2019/01/01/taken/', { change: 'created', datetime: '2020-03-06T10:00:00Z' }],
    ]);
  });

  test('goes back a thousand changes, and is there without any', () => {
    const many = archiveOf(Array.from({ length: 1010 }, (_, at) => makeArticle({ slug: `a${String(at).padStart(4, '0')}` })));
    expect(
      latestChanges(many)
        .map(({ path }) => path)
        .slice(0, 1),
    ).toEqual(['/2020/03/05/a0010/']);
    expect(latestChanges(many)).toHaveLength(1000);
    expect(read(changeList([], addresses)).list).toEqual([{ capability: 'changelist', from: '1970-01-01T00:00:00Z' }]);
  });
});
