import { directionOf } from '../../archive/article.ts';
import type { SearchAddress } from '../address.ts';
import type { ConcordanceLine } from '../engine.ts';
import { element } from './elements.ts';

/** Lines in the order that is asked for: that of the articles, or of the words beside what was found, from it outwards. */
export function sortLines(lines: readonly ConcordanceLine[], view: SearchAddress['view']): ConcordanceLine[] {
  if (view !== 'left' && view !== 'right') return [...lines];
  const collator = new Intl.Collator('und', { sensitivity: 'base' });
  const words = (text: string) => text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  const beside = new Map(lines.map((line) => [line, view === 'left' ? words(line.left).reverse().join(' ') : words(line.right).join(' ')]));
  return lines.toSorted((a, b) => collator.compare(beside.get(a) ?? '', beside.get(b) ?? ''));
}

/** A place with the words beside it, as a row of a table. */
export function lineRow({ href, title, source, day, language, left, found, right }: ConcordanceLine): HTMLTableRowElement {
  const own = language === 'en' ? {} : { lang: language, dir: directionOf(language) };
  return element(
    'tr',
    own,
    element('td', { class: 'left' }, element('span', {}, left)),
    element('td', {}, element('mark', {}, found)),
    element('td', { class: 'right' }, element('span', {}, right)),
    element('td', { class: 'where', dir: 'auto' }, element('a', { href, title: `${title} (${source})` }, day)),
  );
}
