import { type SearchAddress, writeAddress } from '../address.ts';
import type { PartialHit, SearchAnswer, SearchTerm, SearchUnavailable } from '../engine.ts';
import { type Query, withoutTerms } from '../query/nodes.ts';
import { sayQuery, sayTerm } from '../query/say.ts';
import { writeQuery } from '../query/write.ts';
import { element } from './elements.ts';
import { formatCount } from './numbers.ts';

type Words = (Node | string)[];

/** “12 articles with troops and location”, or “240 articles at least”; starts with the number. */
export function countWords({ total, exact, searched, reading, terms }: SearchAnswer): Words {
  const found = `${formatCount(total)} ${total === 1 ? 'article' : 'articles'}`;
  // What is asked for in another way stands beneath the field.
  const isPlain = reading.query?.kind === 'word' || (reading.query?.kind === 'all' && terms.every(({ term, wanted }) => wanted && term.kind === 'word'));
  const names = terms.flatMap(({ term }, at) => [
    at === 0 ? ' with ' : at === terms.length - 1 ? ' and ' : ', ',
    element('b', {}, element('bdi', {}, 'typed' in term ? term.typed : '')),
  ]);
  if (exact) return [found, ...(isPlain ? names : [])];
  const side = searched.until === undefined ? '' : `, back to ${searched.until}`;
  return [`${found} at least: ${formatCount(searched.articles)} of ${formatCount(searched.of)} searched${side}`];
}

/** How the query was read, and what was not understood of it. */
export function readingWords({ reading }: SearchAnswer, typed: string): HTMLElement[] {
  const { query, notes } = reading;
  const said = notes.map((note) => element('p', {}, element('b', {}, element('bdi', {}, note.text)), ` ${note.said}.`));
  // One word, or words that must all be there, say it themselves.
  if (query === undefined || /^[\p{L}\p{M}\p{N}\s]*$/u.test(typed)) return said;
  return [element('p', {}, 'Read as: ', element('bdi', {}, sayQuery(query)), '.'), ...said];
}

/** What was found of each term alone; nothing where there is but one plain term. */
export function termItems({ terms }: SearchAnswer): HTMLElement[] {
  return terms.map((each) => {
    const { term, wanted, articles, exact, forms } = each;
    const also = forms.length > 0 ? [element('span', { class: 'forms' }, ' also ', element('bdi', {}, listSome(forms)))] : [];
    const count = `${formatCount(articles)}${exact ? '' : '+'}`;
    return element('li', {}, element('bdi', {}, `${wanted ? '' : 'not '}${sayTerm(term)}`), ...also, ' ', element('span', { class: 'n' }, count));
  });
}

function listSome(forms: readonly string[]): string {
  const shown = forms.slice(0, 5).join(', ');
  return forms.length > 5 ? `${shown} and ${forms.length - 5} more` : shown;
}

/** Why there are no hits and what to do; what the archive does not have is named in any case. */
export function emptyWords(answer: SearchAnswer, address: SearchAddress): HTMLElement[] {
  const { terms, reading } = answer;
  const said: HTMLElement[] = [];
  const absent = terms.filter((term) => term.absent.length > 0 && (term.wanted || answer.total > 0));
  for (const term of absent) said.push(absentWords(term, address, reading.query));
  if (answer.total > 0) return said;
  const query = reading.query;
  if (absent.length > 0) {
    const left = query && withoutTerms(query, (term) => absent.some((each) => each.term === term));
    const text = writeQuery(left);
    if (text !== '') said.push(element('p', {}, searchLink({ ...address, text }, `Search for ${text} alone`)));
  } else if (answer.unlimited > 0) {
    const all = { ...address, sources: [], topics: [], languages: [], years: [], months: [], from: '', to: '' };
    said.push(element('p', {}, 'No article within these limits. ', searchLink(all, `Search the whole archive: ${answer.unlimited} found`)));
  } else if (terms.length > 1) {
    said.push(element('p', {}, 'No article fits all of it. How many have each part stands above: leave one out.'));
  } else if (query === undefined) {
    said.push(element('p', {}, 'Type a word that the articles may have.'));
  } else {
    said.push(element('p', {}, answer.exact ? 'No article of this archive fits.' : 'No article fits so far.'));
  }
  return said;
}

/** What stands above articles that have most of what was asked for. */
export function partialWords({ length }: readonly PartialHit[]): HTMLElement[] {
  return length === 0 ? [] : [element('p', { class: 'partial' }, 'Nearest to it are articles that have most of it:')];
}

function absentWords({ term, absent }: SearchTerm, address: SearchAddress, query: Query | undefined): HTMLElement {
  const names = absent.map(({ word }) => (term.kind === 'word' ? term.typed : word));
  const words: Words = [
    'No article of this archive has ',
    ...names.flatMap((name, at) => [at === 0 ? '' : ' or ', element('b', {}, element('bdi', {}, name))]),
    '.',
  ];
  for (const { word, near } of absent) {
    const links = near.flatMap((other, at) => {
      const text = writeQuery(query && replaceWord(query, word, other));
      return [at === 0 ? ' Did you mean ' : at === near.length - 1 ? ' or ' : ', ', searchLink({ ...address, text }, other)];
    });
    words.push(...links, ...(links.length > 0 ? ['?'] : []));
  }
  if (absent.every(({ near }) => near.length === 0)) words.push(' Check the spelling, or try another word.');
  if (term.kind === 'word' && term.word.length > 2) {
    const text = writeQuery(query && replaceWord(query, term.word, `${term.word}*`));
    words.push(' ', searchLink({ ...address, text }, `Words that begin with ${term.typed}`));
  }
  return element('p', {}, ...words);
}

/** A query with another word in the place of one. */
function replaceWord(query: Query, word: string, other: string): Query {
  if ('parts' in query) return { ...query, parts: query.parts.map((part) => replaceWord(part, word, other)) };
  if (query.kind === 'not') return { kind: 'not', part: replaceWord(query.part, word, other) };
  if (query.kind === 'word' && query.word === word) {
    return other.endsWith('*') ? { kind: 'beginning', words: [word], field: query.field, typed: query.typed } : { ...query, word: other, typed: other };
  }
  if (query.kind === 'phrase') {
    const words = query.words.map((each) => (each === word ? other : each));
    return words.some((each, at) => each !== query.words[at]) ? { ...query, words, typed: words.join(' ') } : query;
  }
  return query;
}

function searchLink(address: SearchAddress, label: string): HTMLElement {
  return element('a', { href: `?${writeAddress(address)}` }, label);
}

/** What is said where the engine cannot be loaded. */
export function failedWords(reason: SearchUnavailable['reason']): string {
  if (reason === 'missing') return 'This copy of the archive has no search index. “npm run build” makes one.';
  if (reason === 'outdated') return 'The archive was published with another version of its search. Please load this page again.';
  return 'The search could not be loaded. Is there a connection to the network?';
}
