/** Arrow keys walk from the search field through the hits and back; `/` goes to the field. */
export function followKeys(input: HTMLInputElement, results: HTMLElement): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { target, key } = event;
    const isTyping = target instanceof HTMLElement && target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');
    if (key === '/' && !isTyping) {
      event.preventDefault();
      input.focus();
      input.select();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const links = [...results.querySelectorAll<HTMLAnchorElement>('h3 a')];
    const at = target === input ? -1 : links.indexOf(target as HTMLAnchorElement);
    if (step === undefined || (at < 0 && target !== input)) return;
    const next = at + step < 0 ? (target === input ? undefined : input) : links[at + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  });
}
