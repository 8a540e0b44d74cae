/**
 * Program of article pages, loaded when somebody selects words or opens the address of a quotation: copies
 * a quotation with its citation and an address that leads to the very words, and shows them to whoever
 * opens it, or how they have changed.
 */
import { find } from '../find.ts';
import { addressOf, quotationIn, quote } from '../quotation.ts';
import { boundsOf, type PageText, rangeOf, readPage } from './page-text.ts';

const SHEET = `::highlight(quoted){background:Mark;color:MarkText}
.quoting{position:fixed;z-index:1;font:1rem/1.5 system-ui;padding:.3rem .8rem;background:Canvas;color:CanvasText;border:1px solid;border-radius:4px}
aside.quoting{inset:auto 1rem 1rem;max-width:44rem;max-height:45vh;margin:auto;padding:1rem;overflow:auto}
.quoting ins{background:Mark;color:MarkText;text-decoration:none}
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
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1).split(':~:')[0] ?? ''));
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
  const said = {
    unsure: 'The words quoted stand here, but what stood around them has changed since: this may be another place.',
    changed: 'The text has changed since it was quoted. The nearest passage is marked; it differs so:',
    gone: 'The words quoted are not in this text any more:',
  };
  make('p', said[found.state], notice);
  const words = make('p', '', notice);
  words.lang = body.lang;
  words.dir = body.dir;
  if (found.state === 'changed') {
    for (const [kind, piece] of found.pieces) {
      make(kind === 'old' ? 'del' : kind === 'new' ? 'ins' : 'span', kind === 'unknown' ? '[…]' : piece, words);
      words.append(' ');
    }
  } else words.textContent = [quotation.words, ...(quotation.end === undefined ? [] : ['[…]', quotation.end])].join(' ');
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
    button.style.left = `${Math.max(8, Math.min(left, innerWidth - 180))}px`;
    button.style.top = `${Math.max(8, Math.min(bottom + 8, innerHeight - 48))}px`;
    button.onclick = () => copy(body, range).then(() => (button.textContent = 'Copied'));
    body.after(button);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, 150);
  };
  // A press on the button must not take the selection away.
  button.onpointerdown = (event) => event.preventDefault();
  document.addEventListener('selectionchange', soon);
  document.addEventListener('scroll', soon, { passive: true });
  soon();
}

/** Copies the words in a range with their citation, which ends in their address. */
function copy(body: HTMLElement, range: Range): Promise<void> {
  const page = readPage(body);
  const [from, to] = boundsOf(page, (node, offset) => range.isPointInRange(node, offset) && range.isPointInRange(node, offset + 1));
  const made = quote(page.text, from, to);
  const blocks = [made.from, made.to - 1].map((place) => page.at[place]?.[0].parentElement?.closest('[id]'));
  const url = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href.replace(/[?#].*/, '');
  const address = url + addressOf(made, body.contains(blocks[0] ?? null) ? (blocks[0]?.id ?? '') : '', blocks[0] === blocks[1]);
  const citation = document.querySelector('.citation')?.textContent?.replace(url, '').trim() ?? document.title;
  return navigator.clipboard.writeText(`“${page.text.slice(made.from, made.to)}”\n${citation} ${address}\n`);
}
