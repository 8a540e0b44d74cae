import { type FacetKind, type SearchAnswer, SearchUnavailable } from '../engine.ts';
import { NO_FIELDS, type QueryFields, readFields, writeFields } from '../query/fields.ts';
import { readQuery } from '../query/read.ts';
import { sayQuery } from '../query/say.ts';
import { element, find } from './elements.ts';

/** What the form does with what it writes. */
interface Surroundings {
  /** The field in which the query stands. */
  input: HTMLInputElement;
  search(): void;
  /** What the archive has of sources, topics and languages, to be chosen from. */
  facets(): Promise<SearchAnswer['facets']>;
}

const LABELS: Record<keyof QueryFields, string> = {
  all: 'All of these words',
  phrase: 'This exact phrase',
  any: 'Any of these words',
  none: 'None of these words',
  near: 'These words near each other',
  within: 'Within',
  title: 'Words of the headline',
  author: 'Author',
  source: 'Source',
  topic: 'Topic',
  place: 'Place',
  person: 'Person',
  lang: 'Language',
  from: 'From',
  to: 'To',
};

const LISTS: Partial<Record<keyof QueryFields, FacetKind>> = { source: 'sources', topic: 'topics', lang: 'languages' };

/** Shows the form that writes the query language, filled with the query as far as a form can say it. */
export function showFields(into: HTMLDetailsElement, surroundings: Surroundings): void {
  const form = into.querySelector('form') ?? makeForm(into, surroundings);
  const fields = readFields(readQuery(surroundings.input.value).query) ?? NO_FIELDS;
  for (const [name, value] of Object.entries(fields)) inputOf(form, name).value = value;
  sayFields(form);
}

function makeForm(into: HTMLDetailsElement, { input, search, facets }: Surroundings): HTMLFormElement {
  const pair = (one: keyof QueryFields, other: keyof QueryFields) => element('div', { class: 'pair' }, fieldOf(one), fieldOf(other));
  const does = element('p', { class: 'does' }, element('output', {}), element('button', {}, 'Search'), element('button', { type: 'reset' }, 'Clear'));
  const form = element(
    'form',
    { 'aria-label': 'Search by fields' },
    ...(['all', 'phrase', 'any', 'none'] as const).map(fieldOf),
    pair('near', 'within'),
    ...(['title', 'author', 'source', 'topic', 'place', 'person', 'lang', 'from', 'to'] as const).map(fieldOf),
    does,
  );
  form.addEventListener('input', () => {
    input.value = textOf(form);
    sayFields(form);
  });
  form.addEventListener('reset', () => setTimeout(() => form.dispatchEvent(new Event('input'))));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    input.value = textOf(form);
    search();
    into.open = false;
    input.focus();
  });
  form.addEventListener('focusin', () => void offerValues(form, facets), { once: true });
  into.append(form);
  return form;
}

function fieldOf(name: keyof QueryFields): HTMLLabelElement {
  const type = name === 'from' || name === 'to' ? 'date' : name === 'within' ? 'number' : 'text';
  const list = LISTS[name] === undefined ? undefined : `known-${name}`;
  const attributes = { name, type, list, autocomplete: 'off', ...(name === 'within' && { min: '1', max: '999', value: NO_FIELDS.within }) };
  return element('label', {}, LABELS[name], element('input', attributes), ...(list === undefined ? [] : [element('datalist', { id: list })]));
}

function inputOf(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}

function textOf(form: HTMLFormElement): string {
  return writeFields(Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)])) as unknown as QueryFields);
}

/** Says what the form asks for. */
function sayFields(form: HTMLFormElement): void {
  const { query } = readQuery(textOf(form));
  form.querySelector('output')?.replaceChildren(query === undefined ? '' : `Articles with ${sayQuery(query)}.`);
}

/** Fills the lists of what can be chosen; without them, what is typed will do. */
async function offerValues(form: HTMLFormElement, facets: Surroundings['facets']): Promise<void> {
  try {
    const known = await facets();
    for (const [name, kind] of Object.entries(LISTS)) {
      const list = find(`#${inputOf(form, name).getAttribute('list')}`);
      list.replaceChildren(...known[kind].map(({ id, label }) => element('option', { value: id }, label)));
    }
  } catch (error) {
    if (!(error instanceof SearchUnavailable)) throw error;
  }
}
