import { describe, expect, test } from 'vitest';
import { archiveOf, facts, makeArticle } from '../../tests/support/make-archive.ts';
import { below, parseXml } from '../../tests/support/xml.ts';
import { makeAddresses } from '../archive/permalink.ts';
import { hasStaticRepository, staticRepository } from './oai-static.ts';

const addresses = makeAddresses('https://host.example/news/');
const answered = { ...facts, email: 'desk@archive.example' };
const full = makeArticle({
  date: '2020-03-05T01:00:00+03:00',
  authors: ['Ann', 'Bob'],
  topics: ['war'],
  deck: 'A deck.',
  sourceUrl: 'http://herald.example/1',
  places: ['Idlib'],
  rights: '© Herald',
});
const archive = archiveOf([full, makeArticle({ date: '2020-03-06' })], { facts: answered });

describe('a static repository', () => {
  const root = parseXml(staticRepository(archive, addresses));
  const [identify, formats, list] = root.children;

  test('says who answers for it, and from when on', () => {
    expect(identify?.children.map(({ name, text }) => [name, text])).toEqual([
      ['oai:repositoryName', 'Test Archive'],
      ['oai:baseURL', 'https://host.example/news/oai.xml'],
      ['oai:protocolVersion', '2.0'],
      ['oai:adminEmail', 'desk@archive.example'],
      ['oai:earliestDatestamp', '2020-03-04'],
      ['oai:deletedRecord', 'no'],
      ['oai:granularity', 'YYYY-MM-DD'],
    ]);
    expect(formats?.name).toBe('ListMetadataFormats');
  });

  test('has a record of each article in Dublin Core', () => {
    const records = below(list, 'oai:record');
    expect(records).toHaveLength(2);
    const [header, metadata] = records[0]?.children ?? [];
    expect(header?.children.map(({ text }) => text)).toEqual([expect.stringMatching(/^urn:uuid:/), '2020-03-04']);
    expect(metadata?.children[0]?.children.map(({ name, text }) => [name, text])).toEqual([
      ['dc:title', 'A headline'],
      ['dc:creator', 'Ann'],
      ['dc:creator', 'Bob'],
      ['dc:subject', 'War'],
      ['dc:description', 'A deck.'],
      ['dc:publisher', 'The Herald'],
      ['dc:date', '2020-03-05T01:00:00+03:00'],
      ['dc:type', 'Text'],
      ['dc:identifier', 'https://host.example/news/2020/03/05/headline/'],
      ['dc:source', 'http://herald.example/1'],
      ['dc:language', 'en'],
      ['dc:coverage', 'Idlib'],
      ['dc:rights', '© Herald'],
    ]);
  });

  test('is answered for by a gateway at an address made of both', () => {
    const withGateway = archiveOf([full], { facts: { ...answered, oaiGateway: 'https://gateway.example/oai' } });
    expect(below(parseXml(staticRepository(withGateway, addresses)).children[0], 'oai:baseURL')[0]?.text).toBe(
      'https://gateway.example/oai/host.example/news/oai.xml',
    );
  });
});

test('is there for archives that are small enough and have an address to write to', () => {
  const many = (length: number) =>
    archiveOf(
      Array.from({ length }, (_, at) => makeArticle({ slug: `a${at}` })),
      { facts: answered },
    );
  expect([archiveOf([full]), many(0), many(1), many(5000), many(5001)].map(hasStaticRepository)).toEqual([false, false, true, true, false]);
});
