import { byAddress } from '../archive/translations.ts';
import type { Fault } from '../errors.ts';
import type { Draft } from './draft.ts';
import { locateIn } from './read-article.ts';

/** Faults in what articles say they are translations of. */
export function checkTranslations({ folder, articles }: Draft): Fault[] {
  const items = articles.map((article) => ({ ...article, aliases: article.fields.aliases, translationOf: article.fields.translationOf }));
  const translations = items.filter(({ translationOf }) => translationOf !== undefined);
  if (translations.length === 0) return [];
  const find = byAddress(items);
  return translations.flatMap(({ id, file, translationOf = '' }) => {
    const fault = { file: folder.name(file), ...locateIn(folder, file)(['translationOf']) };
    const original = find(translationOf);
    if (original === undefined) {
      return [{ ...fault, message: `There is no article ${translationOf}.`, hint: 'Name the original by its address: /2020/03/05/slug/.' }];
    }
    if (original.id === id) return [{ ...fault, message: 'The article is a translation of itself.', hint: 'Remove the line.' }];
    if (original.translationOf !== undefined) {
      return [
        {
          ...fault,
          message: `${translationOf} is itself a translation of ${original.translationOf}.`,
          hint: `Write “translationOf: ${original.translationOf}”.`,
        },
      ];
    }
    return [];
  });
}
