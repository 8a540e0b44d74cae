import type { Archive } from './archive.ts';
import type { Article } from './article.ts';

/** Articles beside an article, each list from near to far in time. */
export interface Related {
  earlier: Article | undefined;
  later: Article | undefined;
  /** Others of the same day. */
  sameDay: readonly Article[];
  /** Others of the same source, the ones before first. */
  sameSource: readonly Article[];
  /** Others of the first topic that has any; with the topic's id. */
  sameTopic: { topic: string; articles: readonly Article[] } | undefined;
}

const MOST = 3;

/** So many articles before and after an article, in the archive or in a list of it, are looked at and no more. */
export const REACH = 2 * MOST;

/**
 * What to read next. Only near neighbours in the archive's order are taken, so that a new article
 * changes the pages of a few others and not of the whole archive. No article is named twice.
 */
export function relatedTo(archive: Archive, article: Article): Related {
  const at = archive.position(article);
  const earlier = archive.articles[at - 1];
  const later = archive.articles[at + 1];
  const named = new Set([article, earlier, later].filter((each) => each !== undefined));
  const take = (list: readonly Article[] | undefined): Article[] => {
    const found = near(archive, list ?? [], at, named);
    for (const each of found) named.add(each);
    return found;
  };
  const sameDay = take(archive.byDay.get(article.day));
  let sameTopic: Related['sameTopic'];
  for (const topic of article.topics) {
    const articles = take(archive.byTopic.get(topic)?.articles);
    if (articles.length > 0) {
      sameTopic = { topic, articles };
      break;
    }
  }
  return { earlier, later, sameDay, sameTopic, sameSource: take(archive.bySource.get(article.source)?.articles) };
}

/** Up to `MOST` of a list around a position of the archive: earlier ones first, then later ones. */
function near(archive: Archive, list: readonly Article[], at: number, without: ReadonlySet<Article>): Article[] {
  const here = lowerBound(list, (each) => archive.position(each) >= at);
  const found: Article[] = [];
  for (let before = here - 1; before >= 0 && found.length < MOST && here - before <= REACH; before -= 1) {
    const each = list[before];
    if (each !== undefined && !without.has(each)) found.push(each);
  }
  for (let after = here; after < list.length && found.length < MOST && after - here <= REACH; after += 1) {
    const each = list[after];
    if (each !== undefined && !without.has(each)) found.push(each);
  }
  return found;
}

/** Index of the first item that passes a test which no earlier item and every later item passes. */
function lowerBound<Item>(list: readonly Item[], passes: (item: Item) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && passes(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
