import { formatMonthName, formatPeriod } from '../../archive/dates.ts';
import type { FacetKind, FacetValue, SearchAnswer } from '../engine.ts';
import { element } from './elements.ts';
import { formatCount } from './numbers.ts';

const KINDS: { kind: FacetKind; name: string; label: string }[] = [
  { kind: 'sources', name: 'source', label: 'Source' },
  { kind: 'topics', name: 'topic', label: 'Topic' },
  { kind: 'languages', name: 'lang', label: 'Language' },
  { kind: 'years', name: 'year', label: 'Year' },
  { kind: 'months', name: 'month', label: 'Month' },
];

/** How many values of a kind are seen at once; the others are a click away. */
const SEEN = 8;

/** Shows what the hits can be limited by, as check boxes of the search form. Focus and opened lists stay as they are. */
export function showLimits(into: HTMLElement, facets: SearchAnswer['facets'], chosen: Record<FacetKind, readonly string[]>): void {
  const focused = into.contains(document.activeElement) ? document.activeElement?.id : undefined;
  const opened = new Set([...into.querySelectorAll<HTMLElement>('details[open]')].map(({ dataset }) => dataset.kind));
  into.replaceChildren(
    ...KINDS.flatMap(({ kind, name, label }) => {
      const values = ordered(kind, facets[kind], chosen[kind]);
      // One language says nothing, nor does one month.
      const saysNothing = (kind === 'languages' || kind === 'months') && values.length === 1 && chosen[kind].length === 0;
      // Months are those of the years that are chosen, or of the only one.
      const isTooFine = kind === 'months' && chosen.months.length === 0 && chosen.years.length === 0 && facets.years.length > 1;
      if (values.length === 0 || saysNothing || isTooFine) return [];
      const itemOf = (value: FacetValue) => item(name, named(kind, value, values), chosen[kind].includes(value.id));
      // What is chosen is always there, for it is what the form says.
      const first = Math.max(SEEN, chosen[kind].length);
      const seen = element('ol', { class: 'plain' }, ...values.slice(0, first).map(itemOf));
      return [element('fieldset', {}, element('legend', {}, label), seen), ...moreOf(kind, values.slice(first), opened.has(kind), itemOf)];
    }),
  );
  if (focused) document.getElementById(focused)?.focus();
}

/** The values that are a click away; they are made when they are asked for, as there may be thousands. */
function moreOf(kind: FacetKind, values: readonly FacetValue[], open: boolean, itemOf: (value: FacetValue) => HTMLLIElement): HTMLElement[] {
  if (values.length === 0) return [];
  const list = element('ol', { class: 'plain' });
  const more = element('details', { 'data-kind': kind, open }, element('summary', {}, `${formatCount(values.length)} more`), list);
  const fill = () => {
    if (more.open && list.childElementCount === 0) list.append(...values.map(itemOf));
  };
  more.addEventListener('toggle', fill);
  fill();
  return [more];
}

/** Chosen ones first, then the fullest; years and months from the newest. Equals keep the order of their names. */
function ordered(kind: FacetKind, values: readonly FacetValue[], chosen: readonly string[]): FacetValue[] {
  const rank = ({ id }: FacetValue) => (chosen.includes(id) ? 0 : 1);
  return [...values].sort((a, b) => rank(a) - rank(b) || (kind === 'years' || kind === 'months' ? 0 : b.count - a.count));
}

function item(name: string, { id, label, count }: FacetValue, checked: boolean): HTMLLIElement {
  const box = element('input', { type: 'checkbox', name, value: id, checked, form: 'query', id: `${name}-${id}` });
  return element('li', {}, element('label', {}, box, ' ', element('bdi', {}, label)), element('span', { class: 'n' }, formatCount(count)));
}

/** A value by the name that readers know; a month's needs its year only among those of others. */
function named(kind: FacetKind, value: FacetValue, all: readonly FacetValue[]): FacetValue {
  if (kind === 'languages') return { ...value, label: languageName(value.id) };
  if (kind !== 'months') return value;
  const isOneYear = all.every(({ id }) => id.slice(0, 4) === value.id.slice(0, 4));
  return { ...value, label: isOneYear ? formatMonthName(value.id) : formatPeriod(value.id) };
}

let languages: Intl.DisplayNames | undefined;

/** “French”, or the tag itself where it is no language's. */
function languageName(tag: string): string {
  // Made when there is something to name: it takes milliseconds.
  languages ??= new Intl.DisplayNames('en', { type: 'language' });
  return languages.of(tag) ?? tag;
}
