import { dayOf } from '../../archive/dates.ts';
import { addressKeyOf, isSiteAddress } from './address-key.ts';
import { changes, sameTitle } from './changes.ts';
import { HashIndex, hashOf } from './hash-index.ts';
import { resemblance, type Sketch } from './sketch.ts';

/** An article as far as others are compared with it. */
export interface Candidate {
  title: string;
  source?: string;
  /** As in its frontmatter. */
  date?: string;
  authors: readonly string[];
  address?: string;
  sketch: Sketch;
}

/** What an input is sure of, a list for each: first what was taken, then what its other witnesses say. */
export interface Claims {
  titles?: readonly string[];
  dates?: readonly string[];
  authors?: readonly (readonly string[])[];
}

/** An article that may be new to the archive. */
export interface Newcomer extends Candidate {
  claims: Claims;
}

/** An article that the archive holds, published or waiting. */
export interface KnownArticle extends Candidate {
  /** Path of its file below the content folder. */
  file: string;
  /** SHA-256 of its file. */
  digest: string;
  language?: string;
  topics: readonly string[];
  aliases: readonly string[];
}

/** How an article stands to one that the archive holds. */
export interface Relation {
  /** The same; the same story of the same source, changed; the same story told elsewhere or on another day. */
  kind: 'same' | 'version' | 'sibling';
  of: KnownArticle;
  /** In words. */
  because: string;
}

/** So many of the smallest hashes are looked up: two texts that share half their shingles miss each other once in 250 times. */
const LOOKED_UP = 8;

/** From here on two texts tell one story. Another report of the same event is below 0.1; interviews with the same questions reach 0.5. */
const NEAR = 0.6;

/** A corrected text is near 0.9; one under another headline that has less in common than this is not the same with another headline. */
const SAME = 0.75;

/** Texts with fewer words are alike by chance: “No report today.” */
const SHORT = 40;

/** A source corrects a text within days; what it prints alike later is another one: a forecast, a table. In days. */
const SOON = 4;

/** A hash that so many texts share is of a phrase that stands in all of them, and tells nothing. */
const COMMON = 200;

/** Where articles are kept; what is looked for is told by where it lies. */
export interface Shelf {
  /** Puts an article there; returns its place. */
  add(article: KnownArticle): number;
  at(place: number): KnownArticle;
}

/** All articles of an archive, to find the one that another is the same as. In memory are hashes alone, 200 bytes an article. */
export class Known {
  readonly #shelf: Shelf;
  readonly #byAddress = new HashIndex();
  readonly #byText = new HashIndex();
  readonly #bySample = new HashIndex();

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  /** Makes an article known. */
  add(article: KnownArticle): void {
    const place = this.#shelf.add(article);
    const address = article.address === undefined ? undefined : addressKeyOf(article.address);
    if (address !== undefined) this.#byAddress.add(hashOf(address), place);
    this.#byText.add(hashOf(article.sketch.key), place);
    for (const hash of article.sketch.sample.subarray(0, LOOKED_UP)) if (this.#bySample.get(hash, COMMON).length < COMMON) this.#bySample.add(hash, place);
  }

  /** What the archive holds of the same story, but for what the file `except` holds; undefined where it is new. */
  relate(article: Newcomer, except?: string): Relation | undefined {
    return this.#byItsAddress(article, except) ?? this.#byItsText(article, except) ?? this.#nearly(article, except);
  }

  /** Articles at some places, but for what the file `except` holds. */
  #at(places: Iterable<number>, except: string | undefined): KnownArticle[] {
    return [...new Set(places)].map((place) => this.#shelf.at(place)).filter(({ file }) => file !== except);
  }

  #byItsAddress(article: Newcomer, except: string | undefined): Relation | undefined {
    const key = article.address === undefined ? undefined : addressKeyOf(article.address);
    if (key === undefined || isSiteAddress(key)) return undefined;
    const there = this.#at(this.#byAddress.get(hashOf(key)), except).filter(({ address }) => address !== undefined && addressKeyOf(address) === key);
    const same = bySameText(
      article,
      there.filter((each) => each.sketch.key === article.sketch.key),
      'the same address and the same text',
    );
    if (same !== undefined) return same;
    const near = best(article, there);
    // A page that gives the address of another one (a canonical link that was never changed) tells another story.
    if (near === undefined || (near.share < 0.2 && !sameTitle(near.of, article))) return undefined;
    return { kind: 'version', of: near.of, because: `It has the same address, and its text has changed (${percent(near.share)} alike).` };
  }

  #byItsText(article: Newcomer, except: string | undefined): Relation | undefined {
    const { key } = article.sketch;
    const there = this.#at(this.#byText.get(hashOf(key), COMMON), except).filter(({ sketch }) => sketch.key === key);
    const own = there.filter(
      (each) =>
        sameSource(each, article) &&
        (sameTitle(each, article) || article.sketch.words >= SHORT) &&
        (sameDay(each, article) || (sameTitle(each, article) && article.sketch.words >= SHORT)),
    );
    const same = own.filter((each) => sameTitle(each, article));
    // Printed at two addresses it is a copy, with the byline and date of one of them.
    const copied = same.find((each) => otherAddress(each, article));
    if (copied !== undefined) return { kind: 'same', of: copied, because: 'It has the same text.' };
    const [renamed] = own;
    const found = bySameText(article, same, 'the same text');
    if (found !== undefined) return found;
    if (renamed !== undefined)
      return { kind: 'version', of: renamed, because: `It has the same text under another headline (“${renamed.title.slice(0, 80)}”).` };
    const [other] = there;
    return other === undefined || article.sketch.words < SHORT
      ? undefined
      : {
          kind: 'sibling',
          of: other,
          because: sameSource(other, article) ? 'The same source printed the same text on another day.' : 'Another source printed the same text.',
        };
  }

  #nearly(article: Candidate, except: string | undefined): Relation | undefined {
    if (article.sketch.words < SHORT) return undefined;
    const places = [...article.sketch.sample.subarray(0, LOOKED_UP)].flatMap((hash) => this.#bySample.get(hash));
    const near = best(article, this.#at(places, except));
    if (near === undefined || near.share < NEAR) return undefined;
    const headline = sameTitle(near.of, article) ? '' : ' under another headline';
    const alike = `${percent(near.share)} of its text${headline} is alike`;
    if (sameSource(near.of, article) && isSoon(near.of, article) && (headline === '' || near.share >= SAME))
      return { kind: 'version', of: near.of, because: `The same source has the same story: ${alike}.` };
    return {
      kind: 'sibling',
      of: near.of,
      because: sameSource(near.of, article) ? `The same source has a text that is nearly the same: ${alike}.` : `Another source has the same story: ${alike}.`,
    };
  }
}

/** The most alike; of two that are equally so, the one that came first. */
function best(article: Candidate, among: Iterable<KnownArticle>): { of: KnownArticle; share: number } | undefined {
  let found: { of: KnownArticle; share: number } | undefined;
  for (const of of among) {
    const share = resemblance(of.sketch.sample, article.sketch.sample);
    if (found === undefined || share > found.share) found = { of, share };
  }
  return found;
}

/** Of those that have the same text, the one that differs least: the same, or a new version. */
function bySameText(article: Newcomer, among: readonly KnownArticle[], because: string): Relation | undefined {
  const [nearest] = among.map((of) => ({ of, changed: changes(article, of) })).sort((a, b) => a.changed.length - b.changed.length);
  if (nearest === undefined) return undefined;
  const { of, changed } = nearest;
  return changed.length === 0
    ? { kind: 'same', of, because: `It has ${because}.` }
    : { kind: 'version', of, because: `It has ${because}, and ${new Intl.ListFormat('en-GB').format(changed)}.` };
}

function otherAddress(a: Candidate, b: Candidate): boolean {
  const [x, y] = [a.address, b.address].map((address) => (address === undefined ? undefined : addressKeyOf(address)));
  return x !== undefined && y !== undefined && x !== y;
}

function sameSource(a: Candidate, b: Candidate): boolean {
  return a.source === undefined || b.source === undefined || a.source === b.source;
}

function sameDay(a: Candidate, b: Candidate): boolean {
  return a.date === undefined || b.date === undefined || dayOf(a.date) === dayOf(b.date);
}

function isSoon(a: Candidate, b: Candidate): boolean {
  if (a.date === undefined || b.date === undefined) return true;
  return Math.abs(Date.parse(dayOf(a.date)) - Date.parse(dayOf(b.date))) <= SOON * 86_400_000;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
