/**
 * Program of article pages, loaded where a reader comes from a search or opens the address of a place that
 * was found (`?found=QUERY`): marks what was looked for, counts it, and leads from one place to the next.
 */
import { boundsOf, type PageText, rangeOf, readPage } from '../../quote/client/page-text.ts';
import { matchWords } from '../engine/match.ts';
import { termsOf } from '../query/nodes.ts';
import { readQuery } from '../query/read.ts';
import { baseLanguage, loadStem, type Stem } from '../stem.ts';
import { type Word, wordsOf } from '../words.ts';
import { element } from './elements.ts';
import { recallFound } from './recall.ts';

const SHEET = `::highlight(found){background:color-mix(in srgb,Mark 45%,transparent)}
::highlight(found-now){background:Mark;color:MarkText}
.found-bar{position:fixed;z-index:1;inset-block-end:1rem;inset-inline:1rem;inline-size:fit-content;max-inline-size:calc(100vw - 2rem);margin-inline:auto;display:flex;flex-wrap:wrap;gap:.1rem 1rem;align-items:center;padding:.35rem .9rem;font:.875rem/1.6 system-ui;background:Canvas;color:CanvasText;border:1px solid;border-radius:4px}
.found-bar button{padding:.15rem .1rem;text-decoration:underline dotted}
@media print{.found-bar{display:none}}`;

/** A stretch of the page's text, as places in it. */
type Stretch = readonly [from: number, to: number];

const body = document.querySelector<HTMLElement>('[data-article-body]');
const text = recallFound(location);
if (body !== null && text !== undefined) await show(body, text);

async function show(body: HTMLElement, text: string): Promise<void> {
  const page = readPage(body);
  const stem = await loadStem(baseLanguage(body.closest<HTMLElement>('[lang]')?.lang ?? ''));
  const places = findPlaces(page, text, stem);
  if (places.length === 0) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  document.adoptedStyleSheets.push(sheet);
  const ranges = places.map(([from, to]) => rangeOf(page, from, to));
  if (CSS.highlights !== undefined) CSS.highlights.set('found', new Highlight(...ranges));
  offer(body, text, ranges, firstShown(page, places));
}

/** Where the terms of a query are in the text of a page, in order. */
function findPlaces({ text: own, at }: PageText, text: string, stem: Stem): Stretch[] {
  let number = 0;
  let block: Element | null | undefined;
  const words = wordsOf(own).map((word) => {
    const its = at[word.start]?.[0].parentElement?.closest('p,li,dt,dd,h2,h3,h4,h5,h6,pre,td,th');
    // No phrase runs over the end of a block.
    if (its !== block && block !== undefined) number += 1;
    block = its;
    return { ...word, number: number++ };
  });
  const byNumber = new Map(words.map((word) => [word.number, word]));
  const stretches = new Map<number, Stretch>();
  for (const { term, wanted } of termsOf(readQuery(text).query)) {
    if (!wanted || term.kind === 'value' || term.kind === 'date' || term.field !== 'text') continue;
    const tests = term.kind === 'word' ? [(word: string) => stem(word) === stem(term.word)] : term.words.map((each) => (word: string) => word === each);
    if (term.kind === 'beginning') tests[tests.length - 1] = (word) => word.startsWith(term.words.at(-1) ?? '');
    const numbers = tests.map((fits) => words.filter(({ word }) => fits(word)).map((word) => word.number));
    const within = term.kind === 'phrase' ? term.within : undefined;
    const slots = (term.kind === 'word' ? [term.word] : term.words).map((word) => ({ forms: new Set([word]) }));
    for (const start of matchWords(numbers, { slots, ...(within !== undefined && { within }) })) {
      const reach = within ?? tests.length - 1;
      const last = numbers.flat().filter((each) => each >= start && each <= start + reach);
      const [first, end] = [byNumber.get(start), byNumber.get(Math.max(...last))] as [Word, Word];
      stretches.set(first.start, [first.start, Math.max(end.end, stretches.get(first.start)?.[1] ?? 0)]);
    }
  }
  return [...stretches.values()].sort((a, b) => a[0] - b[0]);
}

/** Position of the first place in or after the paragraph that the address names; 0 where it names none. */
function firstShown(page: PageText, places: readonly Stretch[]): number {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target === null) return 0;
  const [from] = boundsOf(page, (node) => (target.closest('p') ?? target).contains(node));
  return Math.max(
    0,
    places.findIndex(([start]) => start >= from),
  );
}

/** Shows the bar that counts places and leads from one to the next; `n` and `p` do so as well. */
function offer(body: HTMLElement, text: string, ranges: readonly Range[], first: number): void {
  let now = first;
  const count = element('span', { role: 'status' });
  const button = (label: string, act: () => unknown) => {
    const made = element('button', { type: 'button' }, label);
    made.addEventListener('click', act);
    return made;
  };
  const go = (to: number) => {
    now = (to + ranges.length) % ranges.length;
    const range = ranges[now] as Range;
    count.textContent = `${now + 1} of ${ranges.length} ${ranges.length === 1 ? 'place' : 'places'} found`;
    if (CSS.highlights !== undefined) CSS.highlights.set('found-now', new Highlight(range));
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  };
  const share = button('Copy its address', async () => {
    const id =
      (ranges[now]?.startContainer.parentElement?.closest('p')?.querySelector('[id]') ?? ranges[now]?.startContainer.parentElement?.closest('[id]'))?.id ?? '';
    history.replaceState(null, '', `${location.pathname}?${new URLSearchParams({ found: text })}${id === '' ? '' : `#${encodeURIComponent(id)}`}`);
    // Pages that came without encryption have no clipboard: the address is in the browser’s own field.
    await navigator.clipboard?.writeText(location.href);
    share.textContent = navigator.clipboard === undefined ? 'It is the page’s address now' : 'Copied';
  });
  const bar = element(
    'aside',
    { class: 'found-bar', 'aria-label': 'Places found' },
    count,
    button('Previous', () => go(now - 1)),
    button('Next', () => go(now + 1)),
    share,
    button('Close', () => close()),
  );
  const follow = ({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent) => {
    if (ctrlKey || metaKey || altKey || (target instanceof HTMLElement && target.matches('input, textarea, select'))) return;
    if (key === 'n') go(now + 1);
    if (key === 'p') go(now - 1);
    if (key === 'Escape') close();
  };
  const close = () => {
    bar.remove();
    document.removeEventListener('keydown', follow);
    CSS.highlights?.clear();
  };
  document.addEventListener('keydown', follow);
  body.after(bar);
  go(first);
}
