import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { archiveOf, makeArticle } from '../../tests/support/make-archive.ts';
import { hostileTexts } from '../../tests/support/works.ts';
import { makeAddresses } from '../archive/permalink.ts';
import { NINJS_VERSION, ninjs } from './ninjs.ts';

const full = makeArticle({
  date: '2020-03-05T18:20+03:00',
  slug: 'حلب',
  deck: 'A deck.',
  authors: ['Ann Lee', 'Associated Press'],
  topics: ['war', 'peace'],
  sourceUrl: 'http://herald.example/نص?a=[1]|2',
  updated: '2020-03-06',
  captured: '2020-03-07T20:00:00Z',
  language: 'ar',
  dateline: 'Idlib',
  places: ['Idlib'],
  people: ['Ann Lee'],
  organizations: ['UN'],
  via: ['globe'],
  rights: '© Herald',
  dateBasis: 'inferred',
  dateNote: 'From the text.',
  suppliedTitle: true,
  aliases: ['/old/'],
  image: { src: '/pictures/a b.png', alt: 'A harbour', caption: 'The harbour', credit: 'A. Photographer' },
});
const bare = makeArticle({ date: '2020-03-04' });
const archive = archiveOf([full, bare], { topics: [{ id: 'war', title: 'War', mediaTopic: 'medtop:16000000' }] });
const addresses = makeAddresses('https://host.example/news/');
const write = (article = full, text = 'One two three.\nFour.') =>
  JSON.parse(
    JSON.stringify(ninjs(article, text, { archive: archiveOf([article], archive.topics.size > 0 ? { topics: [...archive.topics.values()] } : {}), addresses })),
  );

test('has everything that is known', () => {
  expect(write()).toEqual({
    standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' },
    uri: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
    type: 'text',
    representationType: 'full',
    pubStatus: 'usable',
    language: 'ar',
    contentCreated: '2020-03-05T18:20:00+03:00',
    firstCreated: '2020-03-07T20:00:00Z',
    versionCreated: '2020-03-07T20:00:00Z',
    title: 'A headline',
    headlines: [{ role: 'main', contentType: 'text/plain', value: 'A headline' }],
    descriptions: [{ role: 'deck', contentType: 'text/plain', value: 'A deck.' }],
    by: 'Ann Lee, Associated Press',
    located: 'Idlib',
    infoSources: [
      { name: 'The Herald', role: 'publisher', literal: 'herald' },
      { name: 'globe', role: 'reliedUpon', literal: 'globe' },
    ],
    subjects: [
      { name: 'War', literal: 'war', uri: 'http://cv.iptc.org/newscodes/mediatopic/16000000' },
      { name: 'Peace', literal: 'peace' },
    ],
    people: [{ name: 'Ann Lee', rel: 'about' }],
    organisations: [{ name: 'UN', rel: 'about' }],
    places: [{ name: 'Idlib', rel: 'about' }],
    bodies: [{ role: 'main', contentType: 'text/plain', charCount: 20, wordCount: 4, value: 'One two three.\nFour.' }],
    renditions: [{ name: 'web', href: 'https://host.example/news/2020/03/05/%D8%AD%D9%84%D8%A8/', contentType: 'text/html' }],
    altIds: [
      { role: 'path', value: '/2020/03/05/حلب/' },
      { role: 'original', value: 'http://herald.example/نص?a=%5B1%5D%7C2' },
      { role: 'alias', value: '/old/' },
    ],
    associations: [
      {
        name: 'picture',
        uri: 'https://host.example/news/pictures/a%20b.png',
        type: 'picture',
        descriptions: [
          { role: 'alternative', contentType: 'text/plain', value: 'A harbour' },
          { role: 'caption', contentType: 'text/plain', value: 'The harbour' },
        ],
        by: 'A. Photographer',
        renditions: [{ name: 'original', href: 'https://host.example/news/pictures/a%20b.png' }],
      },
    ],
    copyrightNotice: '© Herald',
    edNote: 'Test Archive inferred the date: From the text. Test Archive wrote the headline; the original’s is not known.',
  });
});

test('has no gaps for what is not known', () => {
  const keys = Object.keys(write(bare));
  expect(keys).not.toContain('edNote');
  expect(JSON.stringify(write(bare))).not.toMatch(/null|""|\[\]/);
});

const SCHEMAS = fileURLToPath(new URL('../../../shared/formats/ninjs/', import.meta.url));

describe.skipIf(!existsSync(SCHEMAS))('held against IPTC’s schema (../shared)', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json', type: 'object' });
  const validate = existsSync(SCHEMAS) ? ajv.compile(JSON.parse(readFileSync(`${SCHEMAS}ninjs-schema_${NINJS_VERSION}.json`, 'utf8'))) : undefined;
  const faultsOf = (item: unknown) => (validate?.(item) ? [] : validate?.errors);

  test('every article is valid, whatever stands in it', () => {
    expect(faultsOf(write())).toEqual([]);
    expect(faultsOf(write(bare))).toEqual([]);
    for (const text of hostileTexts) {
      const hostile = makeArticle({
        ...full,
        title: text,
        deck: text,
        authors: [text],
        places: [text],
        dateline: text,
        sourceUrl: `http://h.example/${text.replaceAll(/[\s<>"]/g, '')}`,
      });
      expect(faultsOf(write(hostile, text))).toEqual([]);
    }
  });

  test('it would be said if one were not', () => {
    expect(faultsOf({ ...write(), headline: 'x' })).not.toEqual([]);
    expect(faultsOf({ ...write(), contentCreated: '2020-03-05' })).not.toEqual([]);
  });
});
