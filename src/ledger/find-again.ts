import { groupBy } from '../archive/archive.ts';
import type { Standing } from './hold.ts';
import { lastIdsOf, type Released } from './ledger.ts';

/** From this share of common paragraphs on, two texts are taken for versions of one; with the same name, from one paragraph on. */
const ALIKE = 0.5;

/**
 * Finds released texts among articles: by the digest of the whole, else by paragraphs that they have in
 * common. Where several would do, one of the same name or day goes first.
 * @param among asked for only where there is something to find, which is seldom.
 * @returns for each text the articles that it may be; one where there is no doubt.
 */
export function findAgain(texts: readonly Released[], among: () => readonly Standing[]): [Released, Standing[]][] {
  if (texts.length === 0) return [];
  const articles = among();
  const digests = groupBy(articles, ({ textDigest }) => [textDigest]);
  const whole = texts.map((text) => [text, digests.get(text.digest) ?? []] as const);
  const byParagraph = groupBy(
    whole.filter(([, found]) => found.length === 0).map(([text]) => text),
    (text) => lastIdsOf(text),
  );
  const alike = new Map<Released, Standing[]>();
  for (const article of byParagraph.size === 0 ? [] : articles) {
    const ids = article.ids();
    const texts = new Set([...ids].flatMap((id) => byParagraph.get(id) ?? []));
    for (const text of texts) {
      if (share(ids, lastIdsOf(text)) >= ALIKE || nameOf(article.id) === nameOf(text.path.slice(1, -1))) alike.set(text, [...(alike.get(text) ?? []), article]);
    }
  }
  return whole.map(([text, found]) => [text, choose(text, found.length > 0 ? found : (alike.get(text) ?? []))]);
}

/** How many of their paragraphs two texts have in common, as a share of the longer one's. */
export function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let common = 0;
  for (const id of one) if (other.has(id)) common += 1;
  return common / Math.max(one.size, other.size);
}

function choose({ path }: Released, found: readonly Standing[]): Standing[] {
  const [, year, month, day] = path.split('/');
  const preferences = [(id: string) => nameOf(id) === nameOf(path.slice(1, -1)), (id: string) => id.startsWith(`${year}/${month}/${day}/`)];
  for (const isPreferred of preferences) {
    const preferred = found.filter(({ id }) => isPreferred(id));
    if (found.length > 1 && preferred.length === 1) return preferred;
  }
  return [...found];
}

/** Last part of an article's id: what it is called on its day. */
export function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
