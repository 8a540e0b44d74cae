import { element, find } from './elements.ts';
import { canKeep, forget, keepCode, keepPage } from './kept.ts';

/** What the reader chose: `no`, or nothing. */
const CHOICE = 'stet-keep';

/** The page is kept when the reader has asked nothing for so long, so that it holds up no answer. */
const QUIET = 2500;

/** Keeps the search for use offline once there has been an answer, and says so, unless the reader will not have it. */
export function startKeeping(base: string, keepEngine: () => Promise<void>): { answered(): void } {
  const line = find('[data-search-kept]');
  let isBegun = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const say = (words: string, act: string, does: () => Promise<void>) => {
    const button = element('button', { type: 'button', class: 'retry' }, act);
    button.addEventListener('click', () => void does());
    line.replaceChildren(`${words} `, button);
    line.hidden = false;
  };
  const keep = async () => {
    localStorage.removeItem(CHOICE);
    await navigator.serviceWorker.register(`${base}sw.js`, { scope: base });
    const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src);
    await keepPage(base, new URL(`${base}search/`, location.href).href, scripts);
    await keepEngine();
    await keepCode(
      base,
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    say('What you search is kept in this browser, for use offline.', 'Forget it', letGo);
  };
  const letGo = async () => {
    localStorage.setItem(CHOICE, 'no');
    await (await navigator.serviceWorker.getRegistration(base))?.unregister();
    await forget(base);
    say('Nothing is kept for use offline.', 'Keep it', keep);
  };
  return {
    answered() {
      if (isBegun || !canKeep() || !('serviceWorker' in navigator)) return;
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        isBegun = true;
        try {
          if (localStorage.getItem(CHOICE) === 'no') say('Nothing is kept for use offline.', 'Keep it', keep);
          else if (navigator.onLine) await keep();
        } catch (error) {
          // Private windows and full disks keep nothing, and lines break: the search itself goes on.
          if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
        }
      }, QUIET);
    },
  };
}
