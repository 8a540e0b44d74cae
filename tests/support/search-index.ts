import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { type Bundle, planBundles } from '../../src/search/bundles.ts';
import { CATALOGUE_FILE, type Catalogue, type Common, commonFile, FORM } from '../../src/search/catalogue.ts';
import { writeBundle } from '../../src/search/index.ts';
import { makeLexicons, type Vocabulary } from '../../src/search/lexicon-files.ts';
import { baseLanguage } from '../../src/search/stem.ts';
import { writeVocabulary } from '../../src/search/vocabulary.ts';
import { makeArticle } from './make-archive.ts';
import { makeRandom, type Random } from './random.ts';
import type { ScanArticle, ScanNames } from './scan.ts';

/** Words of some languages, each in several forms; the first are frequent. */
const WORDS: Record<string, string> = {
  en: 'the of and in a to The troops troop talks talking minister ministers Minister’s ceasefire Ankara’s Moscow-based 3,000 U.S. front fronts border war wars peace treaty treaties city cities ferry 2019 “quoted” officer official officially',
  fr: 'le la de des et les l’armée armées d’Ankara élections élection Élysée président présidents présidente marché marchés œuvre garçon Noël gouvernement',
  ru: 'и в на не что войска войск новый нового ёлка елки переговоры переговоров город города министр министра перемирие й',
  ar: 'في من على الحرب حرب والحرب المفاوضات مفاوضات الرئيس رئيس أحمد احمد إدلب كتـــاب الْحَرْبُ مدينة',
  fa: 'در از به که کتاب‌ها کتاب می‌شود ميشود جنگ وزیر وزير ۱۲۳ آتش‌بس',
  zh: '土耳其 停火 协议 发言人 说 的 伊德利卜 iPhone手机',
  tr: 've bir İstanbul istanbul Iğdır evler ev ışık',
};

/**
 * Makes the search index of some articles in several languages, the same for the same number, in a folder
 * that stands for `pagefind/` of a site.
 */
export async function makeIndex(dir: string, length: number): Promise<{ articles: ScanArticle[]; names: ScanNames }> {
  const random = makeRandom(length);
  const articles = random.list(length, (at) => makeText(random, at));
  articles.sort((a, b) => (a.article.day < b.article.day ? -1 : a.article.day > b.article.day ? 1 : 0));
  const names = {
    sources: new Map([
      ['herald', 'The Daily Herald'],
      ['globe', 'Globe & Mail'],
    ]),
    topics: new Map([
      ['war', 'War and Peace'],
      ['élections', 'Élections'],
      ['trade', 'Trade'],
    ]),
  };
  const texts = new Map(articles.map(({ article, text }) => [article.id, text]));
  const vocabularies: Vocabulary[] = [];
  const entries: Catalogue['bundles'][number][] = [];
  for (const bundle of planBundles(
    articles.map(({ article }) => article),
    // More than one part in most bundles.
    { bundle: 40, newest: 20, part: 7, newestPart: 7, day: 40 },
  )) {
    const language = baseLanguage(bundle.articles[0]?.language ?? '');
    const words = await writeBundle({
      parts: bundle.parts,
      readText: ({ id }) => texts.get(id) ?? '',
      scratch: join(dir, 'scratch'),
      write: (file, bytes) => {
        const path = join(dir, bundle.name, file);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, bytes);
      },
    });
    vocabularies.push({ bundle: bundle.name, language, words: writeVocabulary(words) });
    entries.push({ name: bundle.name, tag: String(length), language, articles: bundle.articles.length, ...daysOf(bundle) });
  }
  const { lexicons, frequent, files } = makeLexicons(vocabularies);
  const common: Common = { sources: [...names.sources], topics: [...names.topics], frequent };
  writeFileSync(join(dir, commonFile('abcdef')), deflateRawSync(JSON.stringify(common)));
  mkdirSync(join(dir, 'words'), { recursive: true });
  for (const [file, bytes] of files) writeFileSync(join(dir, file), bytes);
  const bundles = entries.sort((a, b) => (a.to < b.to ? 1 : -1));
  writeFileSync(join(dir, CATALOGUE_FILE), JSON.stringify({ form: FORM, common: 'abcdef', bundles, lexicons } satisfies Catalogue));
  return { articles, names };
}

function makeText(random: Random, at: number): ScanArticle {
  const language = random.pick(['en', 'en', 'en-GB', 'fr', 'ru', 'ar', 'fa', 'zh', 'tr']);
  const words = (WORDS[language.slice(0, 2)] ?? '').split(' ');
  const word = () => words[Math.min(random.below(words.length), random.below(words.length))] ?? '';
  const run = (most: number) => random.list(1 + random.below(most), word).join(language === 'zh' ? '' : ' ');
  const day = new Date(Date.UTC(2018, 10, 1) + random.below(500) * 86_400_000).toISOString().slice(0, 10);
  const article = makeArticle({
    date: day,
    slug: `a${at}`,
    language,
    title: run(6),
    ...(random.below(2) > 0 && { deck: `${run(9)}.` }),
    authors: random.pick([[], ['Jane Doe'], ['Jane Doe', 'Ali Öz'], ['John Doe-Smith']]),
    places: random.pick([[], ['Idlib', 'Aleppo'], ['New York']]),
    people: random.pick([[], ['Recep Tayyip Erdoğan'], ['Владимир Путин']]),
    ...(random.below(3) > 1 && { dateline: 'Moscow' }),
    source: random.pick(['herald', 'globe']),
    topics: random.pick([[], ['war'], ['war', 'élections'], ['trade']]),
  });
  return { article, text: random.list(random.below(5), () => `${run(30)}${random.pick(['.', '!', '', ' — …'])}`).join('\n') };
}

function daysOf({ articles }: Bundle): { from: string; to: string } {
  return { from: articles[0]?.day ?? '', to: articles.at(-1)?.day ?? '' };
}
