/**
 * Hits come after the browser has tried to go back to where the reader was, so the place is kept with
 * the page's entry in the history and taken up when they are there.
 */
export function rememberScroll(): void {
  history.scrollRestoration = 'manual';
  let waiting: number | undefined;
  const keep = () => {
    const at = { href: location.href, scroll: scrollY };
    waiting = window.setTimeout(() => {
      if (at.href === location.href) history.replaceState({ ...history.state, scroll: at.scroll }, '');
    }, 100);
  };
  addEventListener(
    'scroll',
    () => {
      clearTimeout(waiting);
      keep();
    },
    { passive: true },
  );
}

/** Scrolls to where the reader left this entry of the history, or else to `otherwise` if that is given. */
export function restoreScroll(otherwise?: number): void {
  const { scroll = otherwise } = (history.state ?? {}) as { scroll?: number };
  if (scroll !== undefined) scrollTo({ top: scroll, behavior: 'instant' });
}
