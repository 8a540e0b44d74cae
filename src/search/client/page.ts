import { isEmpty, PAGE_SIZE, readAddress, type SearchAddress, writeAddress } from '../address.ts';
import { type SearchAnswer, type SearchEngine, SearchUnavailable } from '../engine.ts';
import { find } from './elements.ts';
import { showFeeds } from './feeds.ts';
import { followKeys } from './keys.ts';
import { rememberFound } from './recall.ts';
import { rememberScroll, restoreScroll } from './scroll.ts';
import { makeTaking } from './taking.ts';
import { whileTyping } from './typing.ts';
import { makeView, type Shown } from './view.ts';

/** While typing, a search starts this long after the last letter. */
const TYPING = 200;

/** Shorter texts are looked for only when asked to; a letter of these scripts is a word or nearly. */
const LONG_ENOUGH = /^.{3}|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/su;

/** Makes the search page work with an engine. Without this script it is a form, and links to what can be browsed. */
export function startSearchPage(engine: SearchEngine, keeping: { answered(): void }): void {
  const form = find<HTMLFormElement>('#query');
  const input = find<HTMLInputElement>('input[type=search][name=q]');
  const view = makeView({
    chooseDays: (days) => void go({ ...address, ...days, shown: PAGE_SIZE }, 'push'),
    searchRest: () => void run(true),
  });
  const { searchArchive: archive = '', searchBase: base = '/' } = form.dataset;
  const taking = makeTaking(engine, () => ({ archive, site: new URL(base, location.href).href, url: location.href, day: today() }));
  const feeds = find('[data-search-feeds]');
  const days = document.querySelectorAll<HTMLInputElement>('[data-search-day]');
  const titleEnd = document.title.replace(/^[^·]*/, '');

  let address = fromLocation();
  let current: SearchAnswer | undefined;
  /** Whether this entry of the history holds a search that one may want to come back to. */
  let isSettled = !isEmpty(address);
  let turn = 0;
  let typing: number | undefined;

  /** Searches for what the address says. Only the answer to the last question is shown. */
  const run = async (whole = false, isTyping = false, isAgain = false): Promise<void> => {
    const mine = ++turn;
    clearTimeout(typing);
    current = undefined;
    if (isEmpty(address)) {
      taking.hide();
      feeds.hidden = true;
      return view.idle();
    }
    view.searching();
    try {
      const wanted = { part: address.view === 'articles' ? 'hits' : 'concordance', to: address.shown } as const;
      const answer = await (isTyping ? whileTyping(engine, address, wanted) : engine.search(address, whole, wanted));
      if (mine !== turn) return;
      const shown: Shown = address.view === 'articles' ? await hitsOf(answer) : { lines: await answer.concordance(0, address.shown) };
      if (mine !== turn) return;
      current = answer;
      await view.show(answer, shown, address, () => mine === turn);
      if (mine !== turn) return;
      // Calendars take a browser longer to lay out than the rest of the page; until here they are plain fields that nobody sees.
      for (const day of days) day.type = 'date';
      taking.show(answer, address);
      showFeeds(feeds, answer, address, base);
      keeping.answered();
    } catch (error) {
      if (mine !== turn) return;
      // Published anew between the answer and its hits: the new archive is asked, once.
      if (error instanceof SearchUnavailable && error.reason === 'changed' && !isAgain) return run(whole, isTyping, true);
      fail(error);
    }
  };

  /** Hits, or where there are none, what comes nearest. */
  const hitsOf = async (answer: SearchAnswer): Promise<Shown> =>
    answer.total === 0 && answer.exact ? { hits: [], partial: await engine.most(address, PAGE_SIZE) } : { hits: await answer.hits(0, address.shown) };

  const fail = (error: unknown) => {
    taking.hide();
    feeds.hidden = true;
    if (!(error instanceof SearchUnavailable)) console.error(error);
    const reason = error instanceof SearchUnavailable ? error.reason : 'failed';
    view.fail(reason, () => (reason === 'outdated' ? location.reload() : void run()));
  };

  const showAddress = () => {
    if (document.activeElement !== input || fromForm().text !== address.text) input.value = address.text;
    for (const radio of document.querySelectorAll<HTMLInputElement>('input[name=sort], input[name=view]')) {
      radio.checked = radio.value === (radio.name === 'sort' ? address.sort : address.view);
    }
    for (const day of days) day.value = day.name === 'from' ? address.from : address.to;
    document.title = `${address.text === '' ? 'Search' : `${address.text} · Search`} ${titleEnd}`.trim();
  };

  const go = (next: SearchAddress, how: 'push' | 'replace', isTyping = false) => {
    const isSame = writeAddress(next).toString() === writeAddress(address).toString();
    address = next;
    // The search begins before the browser writes its history, which takes it milliseconds.
    const running = run(false, isTyping);
    history[how === 'push' && !isSame ? 'pushState' : 'replaceState']({}, '', toUrl(address));
    showAddress();
    return running;
  };

  const fromForm = () => readAddress(new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])));
  // The boxes of the limits come with the first answer, so a new text keeps the limits of the address.
  const typed = (): SearchAddress => ({ ...address, text: fromForm().text, shown: PAGE_SIZE });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void go(typed(), isSettled ? 'push' : 'replace');
    isSettled = true;
  });
  document.addEventListener('change', ({ target }) => {
    if (target === input) isSettled = true;
    else if (target instanceof HTMLInputElement && target.form === form) void go(fromForm(), 'push');
  });
  input.addEventListener('input', (event) => {
    clearTimeout(typing);
    const next = typed();
    if ((event as InputEvent).isComposing || next.text === address.text || !(next.text === '' || LONG_ENOUGH.test(next.text))) return;
    typing = window.setTimeout(() => {
      void go(next, isSettled ? 'push' : 'replace', true);
      isSettled = false;
    }, TYPING);
  });
  input.addEventListener('focus', () => void engine.prepare().catch(() => undefined), { once: true });
  view.results.closest('section')?.addEventListener('click', (event) => {
    const opened = (event.target as Element).closest<HTMLAnchorElement>('[data-search-results] a, [data-search-lines] a');
    if (opened !== null) rememberFound(opened.pathname, address.text);
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="?"]');
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void go(readAddress(new URL(link.href).searchParams), 'push');
    input.focus();
  });
  view.more.addEventListener('click', async () => {
    const answer = current;
    const from = address.shown;
    if (answer === undefined || view.more.ariaBusy === 'true') return;
    view.more.ariaBusy = 'true';
    try {
      const next = { ...address, shown: from + PAGE_SIZE };
      const hits = address.view === 'articles' ? await answer.hits(from, from + PAGE_SIZE) : [];
      const lines = address.view === 'articles' ? [] : await answer.concordance(0, next.shown);
      if (answer !== current) return;
      address = next;
      history.replaceState({ scroll: scrollY }, '', toUrl(address));
      if (address.view === 'articles') view.append(answer, hits, address);
      else await view.show(answer, { lines }, address, () => answer === current);
    } catch (error) {
      if (answer === current) await (error instanceof SearchUnavailable && error.reason === 'changed' ? run() : fail(error));
    } finally {
      view.more.ariaBusy = 'false';
    }
  });
  addEventListener('popstate', () => {
    address = fromLocation();
    isSettled = true;
    input.value = address.text;
    showAddress();
    void run().then(() => restoreScroll(0));
  });

  // On a narrow screen the limits would stand between the question and its answers.
  const wide = matchMedia('(min-width: 56rem)');
  const fold = find<HTMLDetailsElement>('[data-search-fold]');
  fold.open = wide.matches;
  wide.addEventListener('change', () => {
    fold.open = wide.matches;
  });
  const fields = find<HTMLDetailsElement>('[data-search-fields]');
  fields.addEventListener('toggle', async () => {
    if (!fields.open) return;
    const { showFields } = await import('./fields.ts');
    showFields(fields, {
      input,
      search: () => form.requestSubmit(),
      facets: async () => (current ?? (await engine.search(readAddress(new URLSearchParams())))).facets,
    });
  });
  followKeys(input, view.results);
  rememberScroll();
  showAddress();
  void run().then(() => restoreScroll());
  if (isEmpty(address) && matchMedia('(pointer: fine)').matches && location.hash === '') input.focus();
}

function fromLocation(): SearchAddress {
  return readAddress(new URLSearchParams(location.search));
}

/** Today, where the reader is: `2026-11-25`. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

function toUrl(address: SearchAddress): string {
  const params = writeAddress(address).toString();
  return params === '' ? location.pathname : `?${params}`;
}
