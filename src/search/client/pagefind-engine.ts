import { CATALOGUE_FILE, type Catalogue } from '../catalogue.ts';
import { type SearchAnswer, type SearchEngine, type SearchHit, type SearchQuery, type SearchTerm, SearchUnavailable } from '../engine.ts';
import { formsOf, passageOf } from '../passage.ts';
import { isEmpty } from '../address.ts';
import { readTerms, type Term } from '../terms.ts';
import { foldWord, withoutMarks } from '../words.ts';
import { type Articles, loadArticles } from './articles.ts';
import { loadPagefind, type Pagefind, type PagefindResult } from './pagefind.ts';

/**
 * Search by Pagefind, with true answers made around it. Pagefind alone drops a word that it does not
 * know, takes `art` for `article` too where that happens to be loaded, and a phrase only where it is
 * the whole query. Looked up alone and in quotation marks, though, each word or phrase gives the exact
 * set of its articles: hits are what these sets have in common, and Pagefind's answer to all words
 * together, which holds every one of them, gives the order.
 *
 * @param base Path that the site is published under, with slashes at both ends.
 */
export function pagefindEngine(base: string): SearchEngine {
  let attempts = 0;
  let loading: Promise<Loaded> | undefined;
  const load = () => {
    loading ??= loadAll(base, attempts++).catch(async (error: unknown) => {
      loading = undefined;
      throw await unavailable(base, error);
    });
    return loading;
  };
  return {
    prepare: async () => void (await load()),
    search: async (query) => {
      const loaded = await load();
      try {
        return await answer(loaded, query, base);
      } catch (error) {
        // A fresh start: the engine may have lost its thread, or the archive was published anew.
        loading = undefined;
        void loaded.pagefind.destroy().catch(() => undefined);
        throw await unavailable(base, error);
      }
    },
  };
}

interface Loaded {
  pagefind: Pagefind;
  articles: Articles;
}

async function loadAll(base: string, attempt: number): Promise<Loaded> {
  const response = await catalogue(base);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const { bundles } = (await response.json()) as Catalogue;
  const placed = bundles.map(({ name, tag }) => ({ folder: `${base}pagefind/${name}/`, tag }));
  const [pagefind, articles] = await Promise.all([loadPagefind(base, placed, attempt), loadArticles(placed.map(({ folder }) => folder))]);
  return { pagefind, articles };
}

const catalogue = (base: string) => fetch(`${base}pagefind/${CATALOGUE_FILE}`, { cache: 'no-store' });

async function unavailable(base: string, cause: unknown): Promise<SearchUnavailable> {
  const response = await catalogue(base).catch(() => undefined);
  return new SearchUnavailable(response?.status === 404 ? 'missing' : 'failed', cause);
}

/** A term with its articles: where in each it is, by position. */
interface FoundTerm extends SearchTerm {
  places: Places;
}

/** Pagefind's results by position of the article. */
type Places = ReadonlyMap<number, PagefindResult>;

async function placesOf(results: readonly PagefindResult[], articles: Articles): Promise<Places> {
  const places = new Map<number, PagefindResult>();
  for (const result of results) {
    const [first, ...others] = articles.positions(result.id);
    if (first === undefined) throw new Error('The index and the table of articles are not from one build.');
    let at = first;
    if (others.length > 0) {
      // Articles of two bundles have one id: the day in the address tells which of them it is.
      const { url } = await result.data();
      at = [first, ...others].find((each) => url.includes(`/${articles.day(each).replaceAll('-', '/')}/`)) ?? first;
    }
    places.set(at, result);
  }
  return places;
}

async function answer({ pagefind, articles }: Loaded, query: SearchQuery, base: string): Promise<SearchAnswer> {
  const terms = readTerms(query.text);
  const everything = terms.length === 0 && !isEmpty({ ...query, text: '' });
  const words = new Set(terms.flatMap((term) => term.words));
  const [ranked, ...found] = await Promise.all([
    terms.length > 0 || everything ? pagefind.search(everything ? null : [...words].join(' ')) : { results: [] },
    ...terms.map((term) => find(pagefind, articles, term, base)),
  ]);
  const results = await placesOf(ranked.results, articles);
  const inAll = [...results.keys()].filter((at) => found.every(({ places }) => places.has(at)));
  const { within, facets } = articles.limit(inAll, query);
  // Without words nothing is more relevant than the new.
  if (query.sort === 'oldest') within.sort((a, b) => a - b);
  else if (query.sort === 'newest' || everything) within.sort((a, b) => b - a);
  const hits = async (positions: readonly number[]): Promise<SearchHit[]> => {
    const texts = await Promise.all(
      positions.map(async (at) => {
        const result = results.get(at);
        if (result === undefined) throw new RangeError(`No such hit: ${at}`);
        const { url, content } = await result.data();
        return { at, url, content, terms: found.map(({ places, reading }) => ({ positions: places.get(at)?.words ?? [], phrase: reading === 'phrase' })) };
      }),
    );
    const forms = formsOf(texts);
    return texts.map(({ at, url, ...text }) => ({
      href: url,
      ...passageOf(text, forms),
      source: articles.source(at),
      day: articles.day(at),
      language: articles.language(at),
    }));
  };
  return {
    total: within.length,
    unlimited: inAll.length,
    facets,
    searched: found.map(({ text, reading, articles: count }) => ({ text, reading, articles: count })),
    hits: (from, to) => hits(within.slice(from, to)),
  };
}

/** Shorter beginnings of words say too little. */
const SHORTEST_BEGINNING = 3;

async function find(pagefind: Pagefind, articles: Articles, term: Term, base: string): Promise<FoundTerm> {
  const { text, words, quoted } = term;
  const [word = ''] = words;
  const made = async (how: SearchTerm['reading'], results: readonly PagefindResult[]): Promise<FoundTerm> => ({
    text,
    reading: how,
    articles: results.length,
    places: await placesOf(results, articles),
  });
  const reading = words.length > 1 ? 'phrase' : 'word';
  const exact = await pagefind.search(`"${words.join(' ')}"`);
  if (exact.results.length > 0) return made(reading, exact.results);
  // Parts of the index that cannot be loaded look to Pagefind as if they held nothing.
  if (!(await catalogue(base)).ok) throw new Error('The index is out of reach.');
  if (quoted || words.length > 1 || word.length < SHORTEST_BEGINNING) return made(reading, []);
  const { results } = await pagefind.search(word);
  // Where no word begins so, Pagefind takes the longest word that it begins with: that is another word.
  return results[0] !== undefined && (await beginsSo(results[0], word)) ? made('beginning', results) : made(reading, []);
}

async function beginsSo(result: PagefindResult, word: string): Promise<boolean> {
  const { content } = await result.data();
  const all = content.split(' ');
  const beginning = withoutMarks(word);
  return result.words.some((at) => {
    const printed = all[at] ?? '';
    return [printed, ...printed.split(/[^\p{L}\p{M}\p{N}]+/u)].some((part) => withoutMarks(foldWord(part)).startsWith(beginning));
  });
}
