import type { SearchAnswer, SearchTerm } from '../engine.ts';
import { type SearchAddress, writeAddress } from '../address.ts';
import { withoutTerms } from '../terms.ts';
import { element } from './elements.ts';

type Words = (Node | string)[];

/** “12 articles with troops and location”; starts with the number. */
export function countWords({ total, searched }: SearchAnswer): Words {
  const found = `${total} ${total === 1 ? 'article' : 'articles'}`;
  if (searched.length === 0) return [found];
  return [`${found} with `, ...listed(searched.map(termWords))];
}

function termWords({ text, reading }: SearchTerm): Words {
  const name = element('b', {}, element('bdi', {}, reading === 'word' ? text : `“${text}”`));
  return reading === 'beginning' ? ['words that begin with ', name] : [name];
}

function listed(parts: Words[], last = 'and'): Words {
  return parts.flatMap((part, at) => [...(at === 0 ? [] : [at === parts.length - 1 ? ` ${last} ` : ', ']), ...part]);
}

/** Why there are no hits and what to do; nothing where there are some. */
export function emptyWords(answer: SearchAnswer, address: SearchAddress): HTMLElement[] {
  if (answer.total > 0) return [];
  const absent = answer.searched.filter(({ articles }) => articles === 0);
  const said: HTMLElement[] = [];
  if (absent.length > 0) {
    said.push(element('p', {}, 'No article of this archive has ', ...listed(absent.map(termWords), 'or'), '. Check the spelling, or try another word.'));
    const text = withoutTerms(address.text, (term) => absent.some((each) => each.text === term.text));
    if (text !== '') said.push(element('p', {}, searchLink({ ...address, text }, `Search for ${text} alone`)));
  } else if (answer.unlimited > 0) {
    const all = { ...address, sources: [], topics: [], years: [] };
    said.push(element('p', {}, 'No article within these limits. ', searchLink(all, `Search the whole archive: ${answer.unlimited} found`)));
  } else if (answer.searched.length > 1) {
    const counts = answer.searched.map((term) => [...termWords(term), ` is in ${term.articles}`]);
    said.push(element('p', {}, 'No article has all of them: ', ...listed(counts), '. Leave one out.'));
  } else {
    said.push(element('p', {}, 'Type a word that the articles may have.'));
  }
  return said;
}

function searchLink(address: SearchAddress, label: string): HTMLElement {
  return element('a', { href: `?${writeAddress(address)}` }, label);
}

/** What is said where the engine cannot be loaded. */
export function failedWords(reason: 'missing' | 'failed'): string {
  return reason === 'missing'
    ? 'This copy of the archive has no search index. “npm run build” makes one.'
    : 'The search could not be loaded. Is there a connection to the network?';
}
