import { aliasPath, articlePath } from './permalink.ts';

/** What decides which articles are the same in several languages. */
interface Translated {
  id: string;
  aliases: readonly string[];
  translationOf?: string | undefined;
}

/**
 * Finds articles by any of their addresses, today's before earlier ones. Made only where some article is a
 * translation, for it costs an entry for every address of the archive.
 */
export function byAddress<Item extends Translated>(articles: readonly Item[]): (address: string) => Item | undefined {
  const found = new Map<string, Item>();
  for (const article of articles) for (const alias of article.aliases) found.set(aliasPath(alias), article);
  for (const article of articles) found.set(articlePath(article.id), article);
  return (address) => found.get(aliasPath(address));
}

/** Articles that are one in several languages, by the id of each of them: the original, then its translations in the archive's order. */
export function groupTranslations<Item extends Translated>(articles: readonly Item[]): Map<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  const translations = articles.filter(({ translationOf }) => translationOf !== undefined);
  if (translations.length === 0) return groups;
  const find = byAddress(articles);
  for (const article of translations) {
    const original = find(article.translationOf ?? '');
    if (original === undefined) throw new TypeError(`No such article: ${article.translationOf}`);
    const group = groups.get(original.id) ?? [original];
    group.push(article);
    groups.set(original.id, group);
  }
  for (const group of [...groups.values()]) for (const article of group) groups.set(article.id, group);
  return groups;
}
