import { type Archive, makeArchive } from '../../src/archive/archive.ts';
import type { Article, Source } from '../../src/archive/article.ts';
import type { ArchiveFields } from '../../src/schema/archive.ts';
import type { Random } from './random.ts';

/** Facts of an archive for tests. */
export const facts: ArchiveFields = {
  title: 'Test Archive',
  description: 'For tests.',
  url: 'https://archive.example/',
  language: 'en',
  imageHosts: [],
  articleCards: 0,
};

/** The source of articles that name none. */
export const herald: Source = { id: 'herald', name: 'The Herald' };

/** An article with everything filled in; its id follows from `date` and `slug` unless given. */
export function makeArticle({ slug = 'headline', ...fields }: Partial<Article> & { slug?: string } = {}): Article {
  const date = fields.date ?? '2020-03-05';
  const day = date.slice(0, 10);
  const id = fields.id ?? `${day.replaceAll('-', '/')}/${slug}`;
  return {
    id,
    day,
    date,
    title: 'A headline',
    source: 'herald',
    topics: [],
    language: 'en',
    excerpt: 'How the text begins.',
    file: `articles/${id}.md`,
    digest: 'sha256-x',
    textDigest: 'x',
    authors: [],
    places: [],
    people: [],
    organizations: [],
    via: [],
    aliases: [],
    suppliedTitle: false,
    dateBasis: 'stated',
    ...fields,
  };
}

/** An archive of articles; sources that they name are made up, with their id as name. */
export function archiveOf(articles: readonly Article[], more: Partial<Parameters<typeof makeArchive>[0]> = {}): Archive {
  const ids = new Set(articles.flatMap(({ source, via }) => [source, ...via]));
  const sources = [...ids].map((id) => (id === herald.id ? herald : { id, name: id }));
  return makeArchive({ facts, articles: [...articles], sources, topics: [], pages: [], gone: [], released: { lists: [], topics: [], feeds: [] }, ...more });
}

/** Articles over a few years, sources and topics, several a day, in no order; no two with one address. */
export function randomArticles(random: Random, length: number, { days = 60 } = {}): Article[] {
  return random.shuffle(
    random.list(length, (at) => {
      const day = new Date(Date.UTC(2018, 11, 1) + random.below(days) * 86_400_000).toISOString().slice(0, 10);
      const time = random.pick(['', 'T08:00Z', 'T08:00:30Z', 'T08:00:00+03:00', 'T23:59:59-08:00']);
      const topics = [...new Set(random.list(random.below(4), () => random.pick(['war', 'peace', 'trade', 'sport', 'law'])))];
      return makeArticle({ date: day + time, slug: `a${at}`, source: random.pick(['herald', 'globe', 'times']), topics });
    }),
  );
}
