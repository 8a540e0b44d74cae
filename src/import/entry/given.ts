import { said } from '../item.ts';
import type { Finished } from '../threads/task.ts';

/** What a person can say of articles that do not say it themselves. */
export interface Given {
  /** Name or id of whoever published them. */
  source?: string;
  /** First publication: an ISO 8601 day, or a date-time with its offset. */
  date?: string;
  /** BCP 47. */
  language?: string;
  section?: string;
  /** Names or ids. */
  topics?: readonly string[];
  authors?: readonly string[];
  /** Place that they were filed from. */
  dateline?: string;
  places?: readonly string[];
  people?: readonly string[];
  organizations?: readonly string[];
  rights?: string;
}

/** Values that hold for all articles of an input. */
export interface Fixed {
  /** For what an article lacks. */
  set: Given;
  /** Whatever the article says; an empty list takes out what it says. */
  overrule: Given;
}

/** Nothing is said of any. */
export const NOTHING_FIXED: Fixed = { set: {}, overrule: {} };

type Filled = Omit<Given, 'source'>;

// A section is a topic as well: where topics are overruled, it goes with the others.
const PUT: { [Name in keyof Filled]-?: (value: NonNullable<Filled[Name]>) => Partial<Finished> } = {
  date: (date) => ({ date: said(date, 'mapping') }),
  language: (language) => ({ language: said(language, 'mapping') }),
  topics: (topics) => ({ keywords: topics, subjects: [] }),
  section: (section) => ({ section }),
  authors: (authors) => ({ authors: said(authors, 'mapping') }),
  dateline: (dateline) => ({ dateline }),
  places: (places) => ({ places }),
  people: (people) => ({ people }),
  organizations: (organizations) => ({ organizations }),
  rights: (rights) => ({ rights }),
};

/** An article with what a person says of it, but for its source, which is looked for among those of the archive. */
export function withGiven(found: Finished, { set, overrule }: Fixed): Finished {
  const { section: _, ...sectionless } = found;
  const base = overrule.topics === undefined ? found : sectionless;
  return { ...base, ...put(set, (name) => lacks(found, name)), ...put(overrule, () => true) };
}

/**
 * An article with the language that a person says it has, where it says none. Words do not lie: a draft's are looked at
 * afterwards, and what a page's have told can only be made more exact, `en` into `en-GB`.
 */
export function withLanguageGiven<Article extends Pick<Finished, 'language'>>(article: Article, { set }: Fixed): Article {
  const { language } = article;
  const base = (tag: string) => tag.split('-')[0];
  const isSilent = language === undefined || (language.witnesses.every((witness) => witness === 'text') && base(language.value) === base(set.language ?? ''));
  return set.language === undefined || !isSilent ? article : { ...article, language: said(set.language, 'mapping') };
}

/** Of two that say something of one article, the nearer one goes first. */
export function nearer(near: Fixed | undefined, far: Fixed): Fixed {
  return near === undefined ? far : { set: { ...far.set, ...near.set }, overrule: { ...far.overrule, ...near.overrule } };
}

function put(given: Given, wanted: (name: keyof Filled) => boolean): Partial<Finished> {
  const names = (Object.keys(PUT) as (keyof Filled)[]).filter((name) => given[name] !== undefined && wanted(name));
  return Object.assign({}, ...names.map((name) => (PUT[name] as (value: unknown) => Partial<Finished>)(given[name])));
}

function lacks(found: Finished, name: keyof Filled): boolean {
  if (name === 'topics') return found.keywords.length === 0 && (found.subjects ?? []).length === 0;
  const value = name === 'authors' ? found.authors?.value : found[name];
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
