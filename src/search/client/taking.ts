import type { SearchAddress } from '../address.ts';
import { type SearchAnswer, type SearchEngine, SearchUnavailable } from '../engine.ts';
import { element, find } from './elements.ts';
import { formatCount } from './numbers.ts';
import { type Origin, searchSentence, TAKE_FORMATS, type TakeFormat, Taken } from './take.ts';

/** Fragments that are asked for at a time. */
const AT_A_TIME = 100;

/** The part of the page from which results are taken away. */
export interface Taking {
  show(answer: SearchAnswer, address: SearchAddress): void;
  hide(): void;
}

/** Offers all hits of the answer shown, in every format, and the sentence that says what was searched. */
export function makeTaking(engine: SearchEngine, origin: () => Origin & { url: string }): Taking {
  const part = find<HTMLDetailsElement>('[data-search-take]');
  const sentence = find('[data-search-sentence]');
  const formats = find('[data-search-formats]');
  const progress = find('[data-search-progress]');
  let shown: { answer: SearchAnswer; address: SearchAddress } | undefined;

  const take = async (format: TakeFormat) => {
    if (shown === undefined) return;
    const { address } = shown;
    try {
      // All of them, not only what was enough for a first page.
      const answer = shown.answer.exact ? shown.answer : await engine.search(address, true);
      const taken = new Taken(format, origin());
      while (taken.length < answer.total) {
        progress.textContent = `${formatCount(taken.length)} of ${formatCount(answer.total)} …`;
        taken.add(await answer.fragments(taken.length, taken.length + AT_A_TIME));
      }
      save(taken.done(), `search-${origin().day}.${format.ending}`, format.type);
      progress.textContent = answer.exact
        ? `${formatCount(taken.length)} articles saved.`
        : `${formatCount(taken.length)} articles saved; ${formatCount(answer.failed)} could not be searched.`;
    } catch (error) {
      if (!(error instanceof SearchUnavailable)) console.error(error);
      progress.textContent = 'Not all of them could be loaded, and nothing was saved. Is there a connection to the network?';
    }
  };
  formats.replaceChildren(
    ...TAKE_FORMATS.map((format) => {
      const button = element('button', { type: 'button' }, format.label);
      button.addEventListener('click', async () => {
        formats.ariaBusy = 'true';
        await take(format);
        formats.ariaBusy = 'false';
      });
      return element('li', {}, button);
    }),
  );
  find('[data-search-copy]').addEventListener('click', async () => {
    await navigator.clipboard.writeText(sentence.textContent ?? '');
    progress.textContent = 'The sentence is copied.';
  });
  return {
    show(answer, address) {
      shown = { answer, address };
      sentence.textContent = searchSentence(answer, address, origin());
      progress.textContent = '';
      part.hidden = answer.total === 0;
    },
    hide() {
      part.hidden = true;
    },
  };
}

function save(parts: string[], name: string, type: string): void {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = element('a', { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
