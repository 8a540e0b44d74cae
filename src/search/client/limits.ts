import type { FacetKind, FacetValue, SearchAnswer } from '../engine.ts';
import { element } from './elements.ts';
import { formatCount } from './numbers.ts';

const KINDS: { kind: FacetKind; name: string; label: string }[] = [
  { kind: 'sources', name: 'source', label: 'Source' },
  { kind: 'topics', name: 'topic', label: 'Topic' },
  { kind: 'languages', name: 'lang', label: 'Language' },
  { kind: 'years', name: 'year', label: 'Year' },
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
      // One language says nothing.
      if (values.length === 0 || (kind === 'languages' && values.length === 1 && chosen[kind].length === 0)) return [];
      const items = values.map((value) => item(name, value, chosen[kind].includes(value.id)));
      const rest = items.splice(SEEN);
      const more = element(
        'details',
        { 'data-kind': kind, open: opened.has(kind) },
        element('summary', {}, `${rest.length} more`),
        element('ol', { class: 'plain' }, ...rest),
      );
      return [element('fieldset', {}, element('legend', {}, label), element('ol', { class: 'plain' }, ...items), ...(rest.length > 0 ? [more] : []))];
    }),
  );
  if (focused) document.getElementById(focused)?.focus();
}

/** Chosen ones first, then the fullest; years from the newest. Equals keep the order of their names. */
function ordered(kind: FacetKind, values: readonly FacetValue[], chosen: readonly string[]): FacetValue[] {
  const rank = ({ id }: FacetValue) => (chosen.includes(id) ? 0 : 1);
  return [...values].sort((a, b) => rank(a) - rank(b) || (kind === 'years' ? 0 : b.count - a.count));
}

function item(name: string, { id, label, count }: FacetValue, checked: boolean): HTMLLIElement {
  const box = element('input', { type: 'checkbox', name, value: id, checked, form: 'query', id: `${name}-${id}` });
  return element(
    'li',
    {},
    element('label', {}, box, ' ', element('bdi', {}, name === 'lang' ? languageName(id) : label)),
    element('span', { class: 'n' }, formatCount(count)),
  );
}

const languages = new Intl.DisplayNames('en', { type: 'language' });

/** “French”, or the tag itself where it is no language's. */
function languageName(tag: string): string {
  return languages.of(tag) ?? tag;
}
