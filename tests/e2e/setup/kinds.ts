/** One page of each kind, in the site that has one of everything; paths are decoded. */
export const KINDS: Record<string, string> = {
  'front page': '/',
  'article with one of everything': '/2023/04/05/everything/',
  'article with a long headline': '/2022/02/03/letters/',
  'article without places to break a line': '/2023/06/10/no-words-between/',
  'article in Arabic': '/2023/06/07/الهدنة/',
  'article in Chinese': '/2023/06/08/停火协议/',
  year: '/2023/',
  month: '/2023/06/',
  'day with many articles': '/2024/05/07/',
  sources: '/sources/',
  source: '/sources/al-sahifa/',
  'large source': '/sources/gazette/',
  'source without articles': '/sources/quiet/',
  topics: '/topics/',
  topic: '/topics/ceasefire/',
  'large topic': '/topics/everyday/',
  'year of a large topic': '/topics/everyday/2023/',
  search: '/search/',
  'search with hits': '/search/?q=ferry',
  about: '/about/',
  'page of the archive’s own': '/corrections/',
  'what is gone': '/2023/01/02/withdrawn/',
  'not found': '/no-such-page/',
};

/** Address of a path of a site, percent-encoded. */
export function addressOf(origin: string, path: string): string {
  return origin.replace(/\/$/, '') + encodeURI(path);
}
