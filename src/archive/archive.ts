import type { ArchiveFields } from '../schema/archive.ts';
import { type Article, compare, type Gone, inOrder, type OwnPage, type Source, type Topic } from './article.ts';
import { monthOf, toInstant, yearOf } from './dates.ts';
import { groupTranslations } from './translations.ts';

/** What a publisher wrote, validated, in no particular order. */
export interface Content {
  facts: ArchiveFields;
  articles: Article[];
  sources: Source[];
  topics: Topic[];
  pages: OwnPage[];
  /** Addresses that were released and are no more, by the publisher's word. */
  gone: Gone[];
  /** Lists and archived documents of feeds that were released, empty ones among them; see `ledger/`. */
  released: { lists: string[]; topics: string[]; feeds: string[] };
}

/** Articles that share something, oldest first, with their years. */
export interface Shelf {
  articles: readonly Article[];
  byYear: ReadonlyMap<string, readonly Article[]>;
}

/** The whole archive in memory, every list made once. Lists of articles run from old to new. */
export interface Archive {
  facts: ArchiveFields;
  articles: readonly Article[];
  /** By year `2020`, month `2020-03`, day `2020-03-05`; keys from old to new. */
  byYear: ReadonlyMap<string, readonly Article[]>;
  byMonth: ReadonlyMap<string, readonly Article[]>;
  byDay: ReadonlyMap<string, readonly Article[]>;
  /** Every source that has a file, by id, in the order of its name. */
  sources: ReadonlyMap<string, Source>;
  /** Every topic that has or ever had an article, or has a file, by id, in the order of its title. */
  topics: ReadonlyMap<string, Topic>;
  pages: ReadonlyMap<string, OwnPage>;
  bySource: ReadonlyMap<string, Shelf>;
  byTopic: ReadonlyMap<string, Shelf>;
  /** Articles that say they rely on a source, by the source's id. */
  byVia: ReadonlyMap<string, readonly Article[]>;
  gone: readonly Gone[];
  /** Paths of lists that were released; some may be empty now. */
  releasedLists: readonly string[];
  /** Paths of archived documents that were released of a feed, by the path of the page that the feed goes with. */
  releasedFeeds: ReadonlyMap<string, readonly string[]>;
  /** The same article in several languages, by the id of each; only of those that have translations. */
  translations: ReadonlyMap<string, readonly Article[]>;
  /** Position of an article in `articles`. */
  position(article: Article): number;
}

/** Builds the archive's lists; costs one pass and a sort. */
export function makeArchive(content: Content): Archive {
  const articles = content.articles.toSorted(inOrder);
  const positions = new Map(articles.map((article, at) => [article.id, at]));
  const topics = new Map(content.topics.map((topic) => [topic.id, topic]));
  for (const id of content.released.topics) if (!topics.has(id)) topics.set(id, { id, title: titleOfTopic(id) });
  for (const article of articles) {
    for (const id of article.topics) if (!topics.has(id)) topics.set(id, { id, title: titleOfTopic(id) });
  }
  return {
    facts: content.facts,
    articles,
    byYear: byPeriod(articles, yearOf),
    byMonth: byPeriod(articles, monthOf),
    byDay: byPeriod(articles, (day) => day),
    sources: new Map(content.sources.toSorted((a, b) => byName(a.name, b.name) || compare(a.id, b.id)).map((source) => [source.id, source])),
    topics: new Map([...topics.values()].sort((a, b) => byName(a.title, b.title) || compare(a.id, b.id)).map((topic) => [topic.id, topic])),
    pages: new Map(content.pages.toSorted((a, b) => compare(a.id, b.id)).map((page) => [page.id, page])),
    bySource: shelves(groupBy(articles, ({ source }) => [source])),
    byTopic: shelves(groupBy(articles, (article) => new Set(article.topics))),
    byVia: groupBy(articles, ({ via }) => new Set(via)),
    gone: content.gone,
    releasedLists: content.released.lists,
    releasedFeeds: groupBy(content.released.feeds, (path) => [/^\/(?:sources|topics)\/[^/]+\//.exec(path)?.[0] ?? '/']),
    translations: groupTranslations(articles),
    position: (article) => {
      const at = positions.get(article.id);
      if (at === undefined) throw new TypeError(`Not in this archive: ${article.id}`);
      return at;
    },
  };
}

/** Name of a topic that has no file: `press-freedom` goes by “Press freedom”. */
export function titleOfTopic(id: string): string {
  const words = id.replaceAll(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A source of the archive; articles are checked to have one. */
export function sourceOf(archive: Archive, id: string): Source {
  const source = archive.sources.get(id);
  if (source === undefined) throw new TypeError(`No such source: ${id}`);
  return source;
}

/** A topic of the archive. */
export function topicOf(archive: Archive, id: string): Topic {
  const topic = archive.topics.get(id);
  if (topic === undefined) throw new TypeError(`No such topic: ${id}`);
  return topic;
}

/** When an article last changed as far as the archive knows: revised, taken in, or else published. */
export function lastChanged({ date, updated, captured }: Article): string {
  const revised = updated === undefined ? date : later(date, updated);
  return captured === undefined ? revised : later(revised, captured);
}

function later(a: string, b: string): string {
  // Bare days sort as text; taking moments apart costs a list of a hundred thousand a second.
  if (a.length === 10 && b.length === 10) return b > a ? b : a;
  return toInstant(b) > toInstant(a) ? b : a;
}

// Lists of an archive are never changed; those of all articles are asked for again and again.
const latest = new WeakMap<readonly Article[], string | undefined>();

/** The latest change in a list of articles; undefined for an empty one. */
export function lastChangedOf(articles: readonly Article[]): string | undefined {
  if (!latest.has(articles)) latest.set(articles, latestOf(articles.map(lastChanged)));
  return latest.get(articles);
}

/** The latest change on a shelf, made of those of its years. */
export function lastChangedOn({ byYear }: Shelf): string | undefined {
  return latestOf([...byYear.values()].flatMap((articles) => lastChangedOf(articles) ?? []));
}

function latestOf(changes: readonly string[]): string | undefined {
  return changes.length === 0 ? undefined : changes.reduce(later);
}

/** Groups a list under every key of each item; keys come in the order in which they first occur. */
export function groupBy<Item>(items: readonly Item[], keysOf: (item: Item) => Iterable<string>): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}

/** Groups articles in their order by year, month or day; most are of the period of the one before. */
function byPeriod(articles: readonly Article[], periodOf: (day: string) => string): Map<string, Article[]> {
  const periods = new Map<string, Article[]>();
  let period: string | undefined;
  let members: Article[] = [];
  for (const article of articles) {
    if (period === undefined || !article.day.startsWith(period)) {
      period = periodOf(article.day);
      members = [];
      periods.set(period, members);
    }
    members.push(article);
  }
  return periods;
}

function shelves(groups: Map<string, Article[]>): Map<string, Shelf> {
  const made = new Map<string, Shelf>();
  for (const [id, articles] of groups) made.set(id, { articles, byYear: byPeriod(articles, yearOf) });
  return made;
}

// One collator for all names, whatever the machine's language, so that lists have one order everywhere.
const collator = new Intl.Collator('en', { numeric: true });

function byName(a: string, b: string): number {
  return collator.compare(a, b);
}
