/**
 * Program of article pages, loaded when somebody selects words or opens the address of a quotation: copies
 * a quotation with its citation and an address that leads to the very words, and shows them to whoever
 * opens it, or how they have changed.
 */
import { find } from '../find.ts';
import { addressOf, passage, quotationIn, quote } from '../quotation.ts';
import { boundsOf, type PageText, rangeOf, readPage } from './page-text.ts';

const SHEET = `::highlight(quoted){background:Mark;color:MarkText}
.quoting{position:absolute;font:1rem/1.5 system-ui;padding:.3rem .8rem;background:Canvas;color:CanvasText;border:1px solid}
aside.quoting{position:fixed;inset:auto 1rem 1rem;max-height:45vh;overflow:auto}
@media print{.quoting{display:none}}`;

const body = document.querySelector<HTMLElement>('[data-article-body]');
if (body !== null) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  document.adoptedStyleSheets.push(sheet);
  show(body);
  offer(body);
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, text = '', under?: Element): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.textContent = text;
  under?.append(element);
  return element;
}

/** Shows the quotation that the page's address carries. */
function show(body: HTMLElement): void {
  const quotation = quotationIn(location.search);
  if (quotation === undefined) return;
  const page = readPage(body);
  const target = document.querySelector(':target');
  // The mark of an earlier paragraph is empty, and stands in the one that leads on.
  const paragraph = target?.textContent === '' ? target.parentElement : target;
  const found = find(
    page.text,
    quotation,
    boundsOf(page, (node) => paragraph?.contains(node) ?? false),
  );
  if (found.state !== 'gone') mark(page, found.from, found.to);
  if (found.state === 'found') return;
  const notice = make('aside');
  notice.className = 'quoting';
  notice.role = 'status';
  const since = {
    unsure: 'the text around it has changed, and this may be another place:',
    changed: 'the text has changed. The nearest passage differs so:',
    gone: 'it has gone from the text:',
  };
  make('p', `Since this was quoted, ${since[found.state]}`, notice);
  const words = make('p', '', notice);
  words.dir = 'auto';
  const pieces = found.state === 'changed' ? found.pieces : [['span', quotation.words] as const];
  for (const [kind, piece] of pieces) make(kind, `${piece} `, words);
  // What the address does not carry.
  if (quotation.sum !== undefined) words.append('[…]');
  make('button', 'Close', notice).onclick = () => notice.remove();
  body.after(notice);
}

function mark(page: PageText, from: number, to: number): void {
  const range = rangeOf(page, from, to);
  if (CSS.highlights !== undefined) CSS.highlights.set('quoted', new Highlight(range));
  else getSelection()?.addRange(range);
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
}

/** Offers to copy what is selected. */
function offer(body: HTMLElement): void {
  const button = make('button', 'Copy quotation');
  button.className = 'quoting';
  button.ariaLive = 'polite';
  let timer: ReturnType<typeof setTimeout>;
  const look = () => {
    const selection = getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
    if (range === undefined || range.collapsed || !range.intersectsNode(body)) {
      if (document.activeElement !== button) button.remove();
      return;
    }
    const { left, bottom } = range.getBoundingClientRect();
    button.textContent = 'Copy quotation';
    button.style.inset = `${bottom + scrollY + 8}px auto auto min(${left}px, 100vw - 11rem)`;
    button.onclick = () => copy(body, range).then(() => (button.textContent = 'Copied'));
    body.after(button);
  };
  // When the selection has settled.
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, 150);
  };
  // A press on the button must not take the selection away.
  button.onpointerdown = (event) => event.preventDefault();
  document.onselectionchange = soon;
  soon();
}

/** Copies the words in a range with their citation, which ends in their address. */
function copy(body: HTMLElement, range: Range): Promise<void> {
  const page = readPage(body);
  const [from, to] = boundsOf(page, (node, offset) => range.isPointInRange(node, offset) && range.isPointInRange(node, offset + 1));
  const [start, stop] = passage(page.text, from, to);
  const whole = page.text.slice(start, stop);
  const paragraph = page.at[start]?.[0].parentElement?.closest('[id]');
  const url = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? '';
  const address = url + addressOf(quote(page.text, start, stop), body.contains(paragraph ?? null) ? (paragraph?.id ?? '') : '', whole);
  const citation = document.querySelector('.citation')?.textContent?.replace(url, '').trim() ?? '';
  return navigator.clipboard.writeText(`“${whole}”\n${citation} ${address}\n`);
}
