import type { SearchAnswer, SearchHit, SearchUnavailable } from '../engine.ts';
import { PAGE_SIZE, type SearchAddress } from '../address.ts';
import { element, find } from './elements.ts';
import { hitItem } from './hits.ts';
import { showLimits } from './limits.ts';
import { countWords, emptyWords, failedWords } from './wording.ts';

/** What the page shows is said aloud this long after it last changed: once, not with every letter typed. */
const SAYING = 700;

/** The part of the search page that changes. */
export interface SearchView {
  results: HTMLElement;
  more: HTMLButtonElement;
  /** Nothing is looked for. */
  idle(): void;
  /** An answer is on its way; what is there stays until it comes. */
  searching(): void;
  show(answer: SearchAnswer, hits: readonly SearchHit[], address: SearchAddress): void;
  /** Adds hits at the end, and moves the focus to the first of them. */
  append(answer: SearchAnswer, hits: readonly SearchHit[]): void;
  fail(reason: SearchUnavailable['reason'], retry: () => void): void;
}

/** Takes hold of the page's elements. */
export function makeView(): SearchView {
  const state = find('[data-search-state]');
  const count = find('[data-search-count]');
  const spoken = find('[data-search-spoken]');
  const message = find('[data-search-message]');
  const limits = find('[data-search-limits]');
  const results = find<HTMLOListElement>('[data-search-results]');
  const more = find<HTMLButtonElement>('[data-search-more]');
  const invitation = [...message.childNodes];
  let saying: number | undefined;

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
  const offerMore = (total: number) => {
    const left = total - results.childElementCount;
    more.hidden = left <= 0;
    more.textContent = `Show ${Math.min(PAGE_SIZE, left)} more`;
  };
  const empty = (...words: Node[]) => {
    results.replaceChildren();
    count.replaceChildren();
    more.hidden = true;
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
    searching: () => set('searching'),
    show(answer, hits, address) {
      results.replaceChildren(...hits.map(hitItem));
      count.replaceChildren(...countWords(answer));
      message.replaceChildren(...emptyWords(answer, address));
      showLimits(limits, answer.facets, address);
      offerMore(answer.total);
      say(`${count.textContent} ${message.textContent}`);
      set('done');
    },
    append(answer, hits) {
      const items = hits.map(hitItem);
      results.append(...items);
      offerMore(answer.total);
      items[0]?.querySelector('a')?.focus();
      say(`${results.childElementCount} of ${answer.total} shown`);
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
