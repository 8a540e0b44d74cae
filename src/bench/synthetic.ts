import { stringify } from 'yaml';
import { capitalize, type Lexicon, makeLexicon } from './lexicon.ts';
import { makeRandom, type Random } from './random.ts';

/** A file of a content folder. */
export interface ContentFile {
  /** Path below the folder. */
  file: string;
  text: string;
}

/** What archive is made up. The same always gives the same bytes. */
export interface SyntheticOptions {
  articles: number;
  /** Default: 1. */
  seed?: number;
}

/** Address that a synthetic archive is published at. */
export const SYNTHETIC_URL = 'https://archive.example/';

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(1995, 0, 1);
/** Thirty years, both ends included. */
const DAYS = 10_958;
const SOURCES = 50;
const TOPICS = 200;

/**
 * Makes up an archive: about 450 words an article in 7 to 14 paragraphs, with quotations, links and
 * subheads, over thirty years, 50 sources and 200 topics, some of each far larger than others.
 * The last file is one article more, of the day after all others.
 */
export function* makeSynthetic({ articles, seed = 1 }: SyntheticOptions): Generator<ContentFile> {
  const random = makeRandom(seed);
  const lexicon = makeLexicon(random);
  const facts = { title: 'A synthetic archive', description: 'Made-up articles for measuring.', url: SYNTHETIC_URL, language: 'en' };
  yield { file: 'archive.yml', text: stringify(facts) };
  for (const id of ids('paper', SOURCES)) {
    const name = `The ${lexicon.properName()} ${random.pick(['Times', 'Post', 'Herald', 'Wire'])}`;
    yield { file: `sources/${id}.yml`, text: stringify({ name, url: `https://${id}.example/`, language: 'en' }) };
  }
  for (const id of ids('topic', TOPICS)) yield { file: `topics/${id}.yml`, text: stringify({ title: `${lexicon.properName()} ${lexicon.word()}` }) };
  for (let at = 0; at < articles; at += 1) yield makeEntry(random, lexicon, at, Math.floor((DAYS * at) / articles));
  yield makeEntry(random, lexicon, articles, DAYS);
}

function ids(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${prefix}-${at + 1}`);
}

function makeEntry(random: Random, lexicon: Lexicon, at: number, day: number): ContentFile {
  const { unit, between, list } = random;
  const date = new Date(FIRST_DAY + day * DAY).toISOString().slice(0, 10);
  const words = list(between(5, 11), lexicon.word);
  const fields = {
    title: capitalize(words.join(' ')),
    source: `paper-${1 + Math.floor(unit() ** 1.5 * SOURCES)}`,
    date,
    topics: [...new Set(list(between(1, 3), () => `topic-${1 + Math.floor(unit() ** 2 * TOPICS)}`))],
    ...(unit() < 0.7 && { authors: [lexicon.name()] }),
    ...(unit() < 0.5 && { deck: makeSentence(random, lexicon) }),
    sourceUrl: `https://news.example/${at}`,
  };
  const body = list(between(7, 14), () => makeParagraph(random, lexicon));
  if (unit() < 0.2) body.splice(between(2, body.length - 1), 0, `## ${capitalize(list(3, lexicon.word).join(' '))}`);
  const file = `articles/${date.replaceAll('-', '/')}/${words.slice(0, 5).join('-')}-${at}.md`;
  return { file, text: `---\n${stringify(fields)}---\n\n${body.join('\n\n')}\n` };
}

function makeParagraph(random: Random, lexicon: Lexicon): string {
  const { unit, between, list } = random;
  const { word, name } = lexicon;
  const text = list(between(1, 4), () => makeSentence(random, lexicon)).join(' ');
  const kind = unit();
  if (kind < 0.12) return `“${text.slice(0, -1)},” ${name()} said.`;
  if (kind < 0.15) return `> ${text}`;
  if (kind < 0.18) return `${text} ([${word()} ${word()}](https://news.example/${word()}/${between(1, 99_999)}))`;
  return text;
}

function makeSentence({ unit, between, list }: Random, { word, name }: Lexicon): string {
  const words = list(between(9, 28), word);
  if (unit() < 0.35) words.splice(between(1, words.length - 1), 0, name());
  if (unit() < 0.15) words.splice(between(1, words.length - 1), 0, String(between(2, 9999)));
  return `${capitalize(words.join(' '))}.`;
}
