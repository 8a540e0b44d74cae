import { biblatex, bibtex } from '../formats/bibtex.ts';
import { citationText, STYLES } from '../formats/citation.ts';
import { cslJson } from '../formats/csl-json.ts';
import { citationKey } from '../formats/reference.ts';
import { ris } from '../formats/ris.ts';
import type { CitationPart, CitedWork } from '../formats/work.ts';
import { copyText, saveText } from './hand-over.ts';
import { readWork } from './page.ts';

/** References for programs: how each is called, written and saved. */
const FORMATS: readonly { name: string; write: (work: CitedWork) => string; ending: string; type: string }[] = [
  { name: 'BibTeX', write: bibtex, ending: '.bib', type: 'application/x-bibtex' },
  { name: 'BibLaTeX', write: biblatex, ending: '.bib', type: 'application/x-bibtex' },
  { name: 'RIS', write: ris, ending: '.ris', type: 'application/x-research-info-systems' },
  { name: 'CSL-JSON', write: cslJson, ending: '.json', type: 'application/vnd.citationstyles.csl+json' },
];

/**
 * Brings the citations of a page to life: adds the day on which they are read, a button to copy each, and
 * references to copy or save.
 */
export function startPanel(page: Document, place: HTMLDetailsElement, now: Date): void {
  const work = readWork(page, place.dataset.brackets ?? '', now);
  const said = page.createElement('p');
  said.role = 'status';
  const button = (label: string, what: string, act: () => Promise<string> | string) => {
    const made = page.createElement('button');
    made.type = 'button';
    made.textContent = label;
    made.setAttribute('aria-label', `${label} ${what}`);
    made.addEventListener('click', async () => {
      said.textContent = await act();
    });
    return made;
  };
  const copy = (what: string, text: string) =>
    button('Copy', what, async () =>
      (await copyText(text)) ? `${what} copied.` : 'This browser does not let the page copy. Select the text, or save the file.',
    );

  for (const shown of page.querySelectorAll<HTMLElement>('#cite [data-style]')) {
    const style = STYLES.find(({ name }) => name === shown.dataset.style);
    if (style === undefined) continue;
    shown.replaceChildren(...style.cite(work).map((part) => isolate(page, part)));
    const beneath = page.createElement(shown.localName);
    beneath.append(copy(style.name === 'Plain' ? 'Citation' : style.name, citationText(work, style.cite)));
    shown.after(beneath);
  }
  const list = place.querySelector('dl');
  for (const { name, write, ending, type } of FORMATS) {
    const text = write(work);
    const row = page.createElement('div');
    const [term, shown] = [page.createElement('dt'), page.createElement('dd')];
    term.textContent = name;
    shown.append(
      copy(name, text),
      button('Save', name, () => {
        saveText(page, { name: `${citationKey(work)}${ending}`, text, type });
        return `${name} saved.`;
      }),
    );
    row.append(term, shown);
    list?.append(row);
  }
  place.append(said);
}

function isolate(page: Document, { text, italic }: CitationPart): Node {
  const piece = page.createElement('bdi');
  const inner = italic ? piece.appendChild(page.createElement('i')) : piece;
  inner.textContent = text;
  return piece;
}
