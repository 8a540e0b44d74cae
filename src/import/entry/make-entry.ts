import { dayOf } from '../../archive/dates.ts';
import { webAddress } from '../../archive/web-address.ts';
import { articleSchema } from '../../schema/article.ts';
import { isWebAddress } from '../../schema/fields.ts';
import { isDate } from '../date/machine-date.ts';
import type { Finding } from '../found.ts';
import type { Item } from '../item.ts';
import type { Claims } from '../known/known.ts';
import { Refusal } from '../limits.ts';
import { languageTag } from '../text/language-tag.ts';
import { plainTitle } from '../text/markup.ts';
import { printable } from '../text/printable.ts';
import type { Finished } from '../threads/task.ts';
import { type Fixed, withGiven } from './given.ts';
import type { Sources } from './sources.ts';
import type { Topics } from './topics.ts';

/** An article as it is to be written. */
export interface Entry {
  /** Frontmatter, in the order of the schema. */
  fields: Record<string, unknown>;
  body: string;
  /** What a person should look at. */
  doubts: string[];
  /** Why it must wait in the inbox; empty where it can be published. */
  lacks: string[];
  /** What is said of it without anybody having to look. */
  notes: string[];
  language?: string;
  /** What it is held against the archive's with. */
  claims: Claims;
  /** What its name in the address is made of. */
  slugFrom: string;
}

/** What an entry is made with. */
export interface EntryContext {
  sources: Sources;
  topics: Topics;
  fixed: Fixed;
}

/** What an entry may lack; the ledger and the comments in entries have it in these words. */
export const NO_DATE = 'Its date of publication is not known.';
export const NO_SOURCE = 'Its source is not known.';

/** Beyond so many, a page's keywords are for search engines; topics that an editor gave are for readers. */
const MOST_KEYWORDS = 12;
const MOST_TOPICS = 40;

/** Beyond so many characters, a headline is a text that was taken for one. */
const LONGEST_HEADLINE = 500;

/** Makes an entry of what was found. Throws a `Refusal` where it holds what no page can show. */
export function makeEntry(item: Item, finished: Finished, { sources, topics, fixed }: EntryContext): Entry {
  const found = withGiven(finished, fixed);
  refuseHalves(found);
  const notes = [...(found.notes ?? [])];
  const doubts = [...found.doubts];
  const lacks: string[] = [];
  const body = printable(found.text, notes).trim();
  if (body.replaceAll(/[^\p{L}\p{N}]/gu, '') === '') throw new Refusal('It has no text.');

  const headline = line(found.headline?.value, LONGEST_HEADLINE);
  const title = headline ?? supplied(body);
  if (headline === undefined) doubts.push('It has no headline; the beginning of its text stands for it.');
  else dispute('headline', found.headline, doubts);

  const date = found.date === undefined || !isDate(found.date.value) ? undefined : found.date.value;
  if (date === undefined) lacks.push(NO_DATE);
  else dispute('date', found.date, doubts);
  const inferred = date !== undefined && found.date?.witnesses.every((witness) => /^(?:address|name of the file|url)/i.test(witness));

  const language = languageTag(found.language?.value);

  const address = web(found.address?.value);
  const publisher = { name: line(found.publisher?.value, 120), sure: found.publisher?.sure ?? true, address, home: web(found.publisherUrl) };
  const { source: always } = fixed.overrule;
  const spoken = found.publisherLanguage === undefined ? language : languageTag(found.publisherLanguage);
  const knownSource = always === undefined ? sources.find(publisher) : sources.called(always, spoken);
  // A host is no name: what a person says goes before it.
  const named = found.publisher?.witnesses.some((witness) => witness !== 'address') === true && publisher.name !== undefined;
  const given = named ? undefined : fixed.set.source;
  const source = knownSource ?? (given === undefined ? sources.create(publisher, spoken) : sources.called(given, spoken));
  if (source === undefined) lacks.push(NO_SOURCE);
  else if (publisher.name === undefined && given === undefined && knownSource === undefined)
    notes.push(`Its source was named after its address: ${source.name}.`);

  const authors = (found.authors?.value ?? []).flatMap((name) => line(name, 200) ?? []);
  if (authors.length > 0) dispute('authors', found.authors, doubts);
  const updated = found.updated !== undefined && isDate(found.updated.value) ? found.updated.value : undefined;
  const captured = item.captured !== undefined && isDate(item.captured) ? item.captured : undefined;
  const ids = topicsOf(item, found, topics, notes);
  if (found.withheld !== undefined) lacks.push(found.withheld);
  const deck = line(found.deck?.value, 1000);
  const fields: Record<string, unknown> = {
    title,
    source: source?.id,
    date,
    topics: ids,
    deck: deck !== undefined && deck !== title && !startsWith(body, deck) ? deck : undefined,
    authors: authors.length > 0 ? authors : undefined,
    sourceUrl: address,
    language: language !== undefined && language !== source?.language ? language : undefined,
    dateline: line(found.dateline, 100),
    places: names(found.places),
    people: names(found.people),
    organizations: names(found.organizations),
    updated: updated !== undefined && (date === undefined || updated > date) ? updated : undefined,
    captured: captured !== undefined && (date === undefined || dayOf(captured) >= dayOf(date)) ? captured : undefined,
    suppliedTitle: headline === undefined ? true : undefined,
    dateBasis: inferred ? 'inferred' : undefined,
    dateNote: inferred ? `From the ${found.date?.witnesses[0]?.startsWith('name') ? 'name of its file' : 'address of the original'}.` : undefined,
    rights: line(found.rights, 500),
    aliases: found.aliases === undefined || found.aliases.length === 0 ? undefined : [...found.aliases],
    image: pictureOf(found.picture),
  };
  for (const [name, value] of Object.entries(fields)) if (value === undefined) delete fields[name];
  dropInvalid(fields, doubts);
  const claims = {
    titles: headline === undefined ? [] : claimed(found.headline),
    dates: date === undefined ? [] : claimed(found.date).filter(isDate),
    authors: authors.length === 0 ? [] : claimed(found.authors),
  };
  return { fields, body, doubts, lacks, notes, language, claims, slugFrom: found.slug ?? title };
}

function topicsOf({ content }: Item, found: Finished, topics: Topics, notes: string[]): string[] {
  const most = content.kind === 'page' ? MOST_KEYWORDS : MOST_TOPICS;
  const named = [...(found.section === undefined ? [] : [{ name: found.section }]), ...(found.subjects ?? []), ...found.keywords.map((name) => ({ name }))];
  const names = named.flatMap(({ name, ...rest }) => {
    const cleaned = line(name, 200);
    return cleaned === undefined ? [] : [{ name: cleaned, ...rest }];
  });
  const ids = topics.take(names, most);
  if (ids.length === most && names.length > most) notes.push(`It names ${names.length} topics; the first ${most} were taken.`);
  return ids;
}

// A lone surrogate or a NUL is the trace of data that was cut or is no text; what stands around it cannot be trusted.
function refuseHalves(found: Finished): void {
  for (const text of [found.text, found.headline?.value, found.deck?.value, ...(found.authors?.value ?? [])]) {
    if (text === undefined) continue;
    if (text.includes('\0')) throw new Refusal('It holds a NUL byte, which no text has.');
    if (!text.isWellFormed()) throw new Refusal('It holds half of a character (a lone surrogate).');
  }
}

/** A value on one line, without what no page can show; undefined where nothing is left, or it is longer than such a thing is. */
function line(value: string | undefined, longest: number): string | undefined {
  if (value === undefined) return undefined;
  const made = value
    .toWellFormed()
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff\s]+/g, ' ')
    .trim();
  return made === '' || made.length > longest ? undefined : made;
}

function names(values: readonly string[] | undefined): string[] | undefined {
  const made = [...new Set((values ?? []).flatMap((value) => line(value, 200) ?? []))].slice(0, 50);
  return made.length === 0 ? undefined : made;
}

/** The first sentence of a text, or as much of it as a headline has. */
function supplied(body: string): string {
  const words = plainTitle(
    body
      .slice(0, 2000)
      .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replaceAll(/[*_`#>|\\]+/g, ' '),
  );
  const sentence = /^.{20,100}?[.!?。؟۔।](?=\s|$)/u.exec(words)?.[0];
  if (sentence !== undefined) return sentence.replace(/[.。।۔]$/, '');
  if (words.length <= 100) return words;
  const cut = words.slice(0, 100);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 60)).replace(/\p{Surrogate}$/u, '')}…`;
}

/** What an input says for sure, and what else it says. */
function claimed<Value>(finding: Finding<Value> | undefined): Value[] {
  return finding?.sure ? [finding.value, ...finding.disputed.map(({ value }) => value)] : [];
}

function dispute(what: string, finding: Finding<unknown> | undefined, doubts: string[]): void {
  if (finding === undefined || finding.sure) return;
  const [other] = finding.disputed;
  const show = (value: unknown) => `“${[value].flat().join(', ').slice(0, 120)}”`;
  const [stands, is] = Array.isArray(finding.value) ? ['stand', 'are'] : ['stands', 'is'];
  doubts.push(
    other === undefined
      ? `The ${what} ${show(finding.value)} ${stands} on one witness alone (${finding.witnesses.join(', ')}).`
      : `The ${what} ${is} ${show(finding.value)} by ${finding.witnesses.join(', ')}, but ${show(other.value)} by ${other.witnesses.join(', ')}.`,
  );
}

// Hosts and letters that a browser would mend are mended; what is no address of the web then is left out.
function web(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const made = webAddress(address);
  return isWebAddress(made) && made.length < 2000 ? made : undefined;
}

function pictureOf(picture: Finished['picture']): Record<string, string> | undefined {
  const src = web(picture?.src);
  if (picture === undefined || src === undefined) return undefined;
  const [caption, credit] = [line(picture.caption, 1000), line(picture.credit, 300)];
  return { src, alt: line(picture.alt, 1000) ?? '', ...(caption !== undefined && { caption }), ...(credit !== undefined && { credit }) };
}

function startsWith(body: string, deck: string): boolean {
  const letters = (text: string) => text.replaceAll(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
  const start = letters(deck.replace(/(?:…|\.\.\.|\[.{1,3}\])$/, ''));
  return start !== '' && letters(body.slice(0, deck.length * 2 + 500)).startsWith(start.slice(0, 200));
}

/** What the schema does not accept is left out and told, but for what an entry must have. */
function dropInvalid(fields: Record<string, unknown>, doubts: string[]): void {
  const { error } = articleSchema.safeParse(fields);
  for (const issue of error?.issues ?? []) {
    const [name] = issue.path;
    if (typeof name !== 'string' || !(name in fields) || ['title', 'source', 'date', 'topics'].includes(name)) continue;
    delete fields[name];
    doubts.push(`Its ${name} was left out: it ${issue.message}.`);
  }
}
