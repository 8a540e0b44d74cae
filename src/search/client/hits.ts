import { directionOf } from '../../archive/article.ts';
import { formatPeriod } from '../../archive/dates.ts';
import type { PartialHit, Piece, SearchHit } from '../engine.ts';
import { element } from './elements.ts';
import { formatCount } from './numbers.ts';

/** A hit as an item of the list; the same form as in the archive's other lists, with more passages to unfold. */
export function hitItem({ href, title, source, day, language, passages, places, lacks }: SearchHit & Partial<PartialHit>): HTMLLIElement {
  const own = language === 'en' ? {} : { lang: language, dir: directionOf(language) };
  const date = element('time', { datetime: day }, formatPeriod(day));
  const [best, ...others] = passages;
  const link = element('a', { href }, ...nodesOf(title));
  const more = element(
    'details',
    {},
    element('summary', {}, `${formatCount(places)} places`),
    ...others.map(({ pieces }) => element('p', { class: 'excerpt', ...own }, ...nodesOf(pieces))),
  );
  return element(
    'li',
    {},
    element('p', { class: 'label' }, date, ' · ', element('bdi', {}, source)),
    element('h3', own, link),
    element('p', { class: 'excerpt', ...own }, ...nodesOf(best?.pieces ?? [])),
    ...(others.length > 0 ? [more] : []),
    ...(lacks === undefined ? [] : [element('p', { class: 'label' }, 'Without ', element('bdi', {}, lacks.join(', ')))]),
  );
}

function nodesOf(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, marked }) => (marked ? element('mark', {}, text) : text));
}
