import { hash } from 'node:crypto';
import { type Archive, sourceOf, topicOf } from '../archive/archive.ts';
import type { Article } from '../archive/article.ts';
import type { FeedPart } from '../archive/feed-parts.ts';

type List = readonly Article[] | undefined;

/** Digests of what pages show of articles, sources and topics, each made once, and when it is asked for. */
export interface Shown {
  /** What a list shows of an article; of none where there is none. */
  card(article: Article): string;
  cards(list: List): string[];
  /** What feeds and data tell of articles. */
  entries(list: List): string[];
  /** A document of a feed, with what is said of the feed itself. */
  feed(head: unknown, part: FeedPart): unknown;
  /** Digest of articles by their files alone: changes with any of them, whether it is shown or not, and takes next to no time. */
  files(list: List): string;
  source(id: string): string;
  /** A topic, with the topics above and below it. */
  topic(id: string): string;
  title(id: string): string;
  /** Everything that is said of any source or topic. */
  labels: string;
}

/** Tells what pages show of an archive. */
export function shownBy(archive: Archive): Shown {
  const once = <Key>(make: (key: Key) => unknown) => {
    const made = new Map<Key, string>();
    return (key: Key): string => {
      let value = made.get(key);
      if (value === undefined) {
        value = digest(make(key));
        made.set(key, value);
      }
      return value;
    };
  };
  const narrower = new Map<string, string[]>();
  for (const { id, title, broader } of archive.topics.values()) {
    if (broader !== undefined) narrower.set(broader, [...(narrower.get(broader) ?? []), id, title]);
  }
  const title = (id: string) => topicOf(archive, id).title;
  const source = once((id: string) => sourceOf(archive, id));
  const topic = once((id: string) => {
    const own = topicOf(archive, id);
    const above = own.broader === undefined ? undefined : archive.topics.get(own.broader);
    return [own, above?.id, above?.title, narrower.get(id)];
  });
  const card = once(({ id, title: headline, deck, excerpt, day, language, authors, source: by }: Article) => [
    id,
    headline,
    deck ?? excerpt,
    day,
    language,
    authors,
    sourceOf(archive, by).name,
  ]);
  const entry = once((article: Article) => [article.digest, article.language, article.first, source(article.source), article.topics.map(title)]);
  // Of one length, so that many of them need nothing between them.
  const file = once(({ id, digest: bytes, language, first = '' }: Article) => `${id} ${bytes} ${language} ${first}`);
  const entries = (list: List = []) => list.map(entry);
  return {
    card,
    cards: (list = []) => list.map(card),
    entries,
    feed: (head, { place, articles }) => [head, place, entries(articles)],
    files: (list = []) => hash('sha256', list.map(file).join(''), 'base64url'),
    source,
    topic,
    title,
    labels: digest([[...archive.sources.values()], [...archive.topics.values()]]),
  };
}

function digest(shown: unknown): string {
  return hash('sha256', JSON.stringify(shown), 'base64url');
}
