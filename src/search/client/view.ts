import { PAGE_SIZE, type SearchAddress } from '../address.ts';
import type { ConcordanceLine, PartialHit, SearchAnswer, SearchHit, SearchUnavailable } from '../engine.ts';
import { element, find } from './elements.ts';
import { hitItem } from './hits.ts';
import { showLimits } from './limits.ts';
import { lineRow, sortLines } from './lines.ts';
import { formatCount } from './numbers.ts';
import { makeTimeline } from './timeline.ts';
import { countWords, emptyWords, failedWords, partialWords, readingWords, termItems } from './wording.ts';

/** What the page shows is said aloud this long after it last changed: once, not with every letter typed. */
const SAYING = 700;

/** Hits, in one form or the other. */
export type Shown = { hits: readonly SearchHit[]; partial?: readonly PartialHit[] } | { lines: readonly ConcordanceLine[] };

/** The part of the search page that changes. */
export interface SearchView {
  results: HTMLElement;
  more: HTMLButtonElement;
  /** Nothing is looked for. */
  idle(): void;
  /** An answer is on its way; what is there stays until it comes. */
  searching(): void;
  /** Shows an answer, in several goes so that the page is never held up; leaves off where it is no longer wanted. */
  show(answer: SearchAnswer, shown: Shown, address: SearchAddress, isWanted?: () => boolean): Promise<void>;
  /** Adds hits at the end, and moves the focus to the first of them. */
  append(answer: SearchAnswer, hits: readonly SearchHit[], address: SearchAddress): void;
  fail(reason: SearchUnavailable['reason'], retry: () => void): void;
}

/** What a reader may do with the page beside typing. */
export interface Actions {
  chooseDays(days: { from: string; to: string }): void;
  searchRest(): void;
}

/** A task of so many milliseconds may go on: to stop for the browser costs about as much. */
const SHORT = 8;

/** Lets the browser do what has been waiting since a task began; where it knows how, no more than that. */
async function breathe(since: number): Promise<void> {
  if (performance.now() - since < SHORT) return;
  const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } };
  await (scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve)));
}

/** Takes hold of the page's elements. */
export function makeView(actions: Actions): SearchView {
  const state = find('[data-search-state]');
  const count = find('[data-search-count]');
  const rest = find<HTMLButtonElement>('[data-search-rest]');
  const spoken = find('[data-search-spoken]');
  const reading = find('[data-search-reading]');
  const terms = find('[data-search-terms]');
  const message = find('[data-search-message]');
  const limits = find('[data-search-limits]');
  const results = find<HTMLOListElement>('[data-search-results]');
  const lines = find<HTMLTableElement>('[data-search-lines]');
  const more = find<HTMLButtonElement>('[data-search-more]');
  const timeline = makeTimeline(find('[data-search-timeline]'), actions.chooseDays);
  const invitation = [...message.childNodes];
  let saying: number | undefined;
  rest.addEventListener('click', actions.searchRest);

  const say = (words: string) => {
    clearTimeout(saying);
    saying = window.setTimeout(() => {
      spoken.textContent = words;
    }, SAYING);
  };
  const set = (name: 'idle' | 'searching' | 'done' | 'failed') => {
    state.dataset.searchState = name;
    results.ariaBusy = String(name === 'searching');
  };
  const offerMore = (total: number, shown: number) => {
    const left = total - shown;
    more.hidden = left <= 0;
    more.textContent = `Show ${Math.min(PAGE_SIZE, left)} more`;
  };
  const empty = (...words: Node[]) => {
    for (const part of [results, count, reading, terms, lines]) part.replaceChildren();
    lines.hidden = true;
    more.hidden = true;
    rest.hidden = true;
    message.replaceChildren(...words);
  };

  return {
    results,
    more,
    idle() {
      empty(...invitation);
      limits.replaceChildren();
      say('');
      set('idle');
    },
    searching() {
      // Beside hits that are still there nothing need be said.
      if (/^(idle|failed)$/.test(state.dataset.searchState ?? '')) {
        message.replaceChildren(element('p', { class: 'waiting' }, 'Searching …'));
        say('Searching …');
      }
      set('searching');
    },
    async show(answer, shown, address, isWanted = () => true) {
      const isLines = 'lines' in shown;
      let since = performance.now();
      const partial = (!isLines && shown.partial) || [];
      results.replaceChildren(...(isLines ? [] : [...shown.hits, ...partial].map(hitItem)));
      lines.replaceChildren(...(isLines ? sortLines(shown.lines, address.view).map(lineRow) : []));
      lines.hidden = !isLines || answer.total === 0;
      count.replaceChildren(...countWords(answer));
      rest.hidden = answer.exact;
      rest.textContent = answer.failed > 0 ? 'Try the rest again' : 'Search the rest';
      reading.replaceChildren(...readingWords(answer, address.text));
      terms.replaceChildren(...termItems(answer));
      message.replaceChildren(...emptyWords(answer, address), ...partialWords(partial));
      offerMore(answer.total, Math.min(answer.total, address.shown));
      say(`${count.textContent} ${message.textContent}`);
      await breathe(since);
      if (!isWanted()) return;
      since = performance.now();
      showLimits(limits, answer.facets, address);
      await breathe(since);
      if (!isWanted()) return;
      timeline.show(answer.histogram, address);
      set('done');
    },
    append(answer, hits, address) {
      const items = hits.map(hitItem);
      results.append(...items);
      offerMore(answer.total, address.shown);
      items[0]?.querySelector('a')?.focus();
      say(`${formatCount(results.childElementCount)} of ${formatCount(answer.total)} shown`);
    },
    fail(reason, retry) {
      const button = element('button', { type: 'button', class: 'retry' }, 'Retry');
      button.addEventListener('click', retry);
      empty(element('p', {}, `${failedWords(reason)} `, button));
      say(failedWords(reason));
      set('failed');
    },
  };
}
