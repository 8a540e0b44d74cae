import { readMachineDate } from '../../date/machine-date.ts';
import { orderIn, readDate } from '../../date/read-date.ts';
import type { Finding, FoundPicture } from '../../found.ts';
import { type Draft, said } from '../../item.ts';
import { languageTag } from '../../text/language-tag.ts';
import { looksLikeMarkup, plainTitle } from '../../text/markup.ts';
import { withoutFooter } from './footer.ts';

/** What a feed says of itself. */
export interface FeedFacts {
  title?: string;
  /** Address of the site that it is of. */
  home?: string;
  language?: string;
  rights?: string;
  authors?: readonly string[];
  base?: string;
}

/** An entry of a feed of any format. */
export interface FeedEntry {
  /** What tells it from the others: its id, else its address. */
  id?: string;
  title?: string;
  /** Whole text and summary; each HTML or plain. */
  content?: { value: string; html?: boolean };
  summary?: { value: string; html?: boolean };
  address?: string;
  /** As written. */
  published?: string;
  updated?: string;
  authors: readonly string[];
  categories: readonly string[];
  language?: string;
  /** Name of the feed that it comes from, where it says so. */
  publisher?: string;
  rights?: string;
  picture?: FoundPicture;
  base?: string;
  /** What a person should look at, a sentence each. */
  doubts?: readonly string[];
}

/** A summary shorter than this may well be one; in characters. */
const SHORT = 600;

/** Makes an article of an entry; or says what it lacks. */
export function draftOf(entry: FeedEntry, feed: FeedFacts): Draft | { reason: string; address?: string } {
  const [content, summarized] = [entry.content, entry.summary].map((each) => pick(each, entry, feed));
  const text = content ?? summarized;
  const headline = entry.title === undefined ? '' : plainTitle(entry.title);
  if (text === undefined) {
    const reason = headline === '' ? 'The entry has neither headline nor text.' : `The entry has a headline (“${headline.slice(0, 80)}”) and no text.`;
    return { reason, ...(entry.address !== undefined && { address: entry.address }) };
  }
  const whole = content !== undefined && content.value.length > (summarized?.value.length ?? 0);
  const language = entry.language ?? feed.language;
  const date = dateOf(entry.published, language);
  const updated = dateOf(entry.updated, language);
  const doubts = [...(entry.doubts ?? [])];
  const summary = !whole && (text.value.length < SHORT || /(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*(?:<[^>]*>\s*)*$/.test(text.value));
  if (summary) doubts.push('The feed may give a summary rather than the whole text.');
  const written = entry.published ?? entry.updated;
  if (date === undefined && updated === undefined && written !== undefined) doubts.push(`The date “${written.slice(0, 60)}” cannot be read.`);
  const deck = whole ? summarized : undefined;
  const publisher = entry.publisher ?? feed.title;
  return {
    text: text.value,
    markup: (text.html ?? looksLikeMarkup(text.value)) ? 'html' : 'plain',
    base: entry.base ?? entry.address ?? feed.base ?? feed.home,
    ...(headline !== '' && { headline: said(headline, 'feed') }),
    ...(deck !== undefined && isDeck(plainTitle(deck.value), text.value) && { deck: said(plainTitle(deck.value), 'feed') }),
    ...((entry.authors.length > 0 || (feed.authors?.length ?? 0) > 0) && {
      authors: said(entry.authors.length > 0 ? entry.authors : (feed.authors ?? []), 'feed'),
    }),
    ...(date !== undefined ? { date } : updated !== undefined && { date: said(updated.value, 'feed, date of change', false) }),
    ...(updated !== undefined && date !== undefined && updated.value > date.value && { updated }),
    ...(language !== undefined && { language: said(language, 'feed', false) }),
    ...(publisher !== undefined && plainTitle(publisher) !== '' && { publisher: said(plainTitle(publisher), 'feed', entry.publisher !== undefined) }),
    ...(entry.address !== undefined && { address: said(entry.address, 'feed') }),
    ...((entry.rights ?? feed.rights) !== undefined && { rights: plainTitle(entry.rights ?? feed.rights ?? '') }),
    ...(entry.picture !== undefined && { picture: entry.picture }),
    keywords: entry.categories.map(plainTitle).filter((each) => each !== ''),
    ...(summary && { summary }),
    doubts,
  };
}

// Feeds are for programs. What is written for people into one is of no agreed form.
function dateOf(written: string | undefined, language: string | undefined): Finding<string> | undefined {
  if (written === undefined) return undefined;
  const tag = languageTag(language);
  const machine = readMachineDate(written, tag);
  if (machine !== undefined) return said(machine, 'feed');
  const printed = readDate(written, orderIn(tag), tag);
  return printed === undefined ? undefined : said(printed, 'feed, written for people', false);
}

function pick(text: FeedEntry['content'], { address }: FeedEntry, { home }: FeedFacts): FeedEntry['content'] {
  const value = text === undefined || text.html === false ? text?.value : withoutFooter(text.value, address, home).trim();
  return text === undefined || value === undefined || plainTitle(value) === '' ? undefined : { ...text, value };
}

// A summary that is the beginning of the text is none.
function isDeck(summary: string, text: string): boolean {
  const letters = (value: string) => plainTitle(value).replaceAll(/[^\p{L}\p{N}]+/gu, '');
  const start = letters(summary.replace(/(?:…|\.\.\.|\[.{1,3}\])\s*$/, ''));
  return start !== '' && summary.length <= SHORT && !letters(text.slice(0, 20_000)).includes(start.slice(0, 200));
}
