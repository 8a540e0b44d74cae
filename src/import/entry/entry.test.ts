import { describe, expect, test } from 'vitest';
import { isId } from '../../schema/fields.ts';
import { said } from '../item.ts';
import { NOTHING_FIXED } from './given.ts';
import { makeEntry } from './make-entry.ts';
import { slugOf } from './slug.ts';
import { Sources } from './sources.ts';
import { Topics } from './topics.ts';

describe('a source is recognised', () => {
  const sources = new Sources();
  sources.add({ id: 'bbc-news', name: 'BBC News', url: 'https://www.bbc.co.uk/news' });
  sources.add({ id: 'guardian', name: 'The Guardian' });
  test.each([
    ['bbc-news', { name: 'BBC News', sure: true }],
    ['bbc-news', { name: 'BBC NEWS', sure: true, address: 'https://www.bbc.com/news/1' }],
    ['bbc-news', { name: 'BBC', sure: true, address: 'https://www.bbc.co.uk/news/1' }],
    ['bbc-news', { name: 'World | BBC News', sure: false, address: 'https://feeds.bbci.co.uk/x' }],
    ['bbc-news', { sure: true, address: 'https://m.bbc.co.uk/news/1' }],
    ['guardian', { name: 'Guardian', sure: true }],
    ['guardian', { sure: true, address: 'https://www.theguardian.com/world/1' }],
    [undefined, { name: 'ITV News', sure: true }],
    [undefined, { name: 'Reuters', sure: true, address: 'https://www.bbc.co.uk/reuters/1' }],
    [undefined, { sure: true }],
  ])('%s in %j', (id, publisher) => {
    expect(sources.find(publisher)?.id).toBe(id);
  });

  test('and made once, under an id of its own', () => {
    const made = sources.create({ name: 'Вести', sure: true, address: 'https://vesti.example/1' }, 'ru');
    expect(made).toEqual({ id: 'вести', name: 'Вести', url: 'https://vesti.example/', language: 'ru' });
    expect(sources.find({ name: 'ВЕСТИ', sure: true })).toBe(made);
    expect(sources.create({ name: 'BBC-News!', sure: true }, undefined)?.id).toBe('bbc-news-2');
  });
});

test('topics are matched by id, title and case; what is no name of a topic makes none', () => {
  const topics = new Topics();
  topics.add({ id: 'armed-conflict', title: 'Armed conflict' });
  expect(
    topics.take([{ name: 'Armed Conflict' }, { name: 'armed-conflict' }, { name: '#Syria' }, { name: 'syria' }, { name: '…' }, { name: 'x'.repeat(80) }], 12),
  ).toEqual(['armed-conflict', 'syria']);
  topics.take([{ name: 'politics', code: 'medtop:11000000' }], 12);
  expect(topics.get('politics')).toEqual({ id: 'politics', title: 'Politics', mediaTopic: 'medtop:11000000' });
});

test.each([
  ['Don’t stop: “Quoted” 5 % more!', 'dont-stop-quoted-5-more'],
  ['کرسمس 2016ء: وزیراعظم', 'کرسمس-2016ء-وزیراعظم'],
  ['停火协议', '停火协议'],
  ['İstanbul’da', 'i̇stanbulda'],
  ['🙂', ''],
])('the name made of %s is %s', (words, slug) => {
  expect(slugOf(words)).toBe(slug.normalize('NFC'));
});

test('a name is short enough for every disk, and an id in every script', () => {
  for (const word of ['слово', 'word', '言葉', 'शब्द', 'คำพูด']) {
    const slug = slugOf(`${word} `.repeat(60));
    expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(150);
    expect(isId(slug), slug).toBe(true);
  }
});

test('what stands on one witness alone is a doubt, told of one or of many', () => {
  const item = { input: 'a.html', digest: 'x', notes: [], content: { kind: 'page' as const, html: '' } };
  const found = {
    text: 'The board voted on Tuesday.',
    keywords: [],
    doubts: [],
    headline: said('Bridge shut', 'title', false),
    authors: said(['A. Poe'], 'byline', false),
  };
  const { doubts } = makeEntry(item, found, { sources: new Sources(), topics: new Topics(), fixed: NOTHING_FIXED });
  expect(doubts).toEqual(['The headline “Bridge shut” stands on one witness alone (title).', 'The authors “A. Poe” stand on one witness alone (byline).']);
});
