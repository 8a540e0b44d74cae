import { describe, expect, test } from 'vitest';
import { makeRandom, type Random, seed } from '../../tests/support/random.ts';
import { type Finding, find } from './find.ts';
import { addressOf, fold, passage, type Quotation, quotationIn, quote } from './quotation.ts';

/** How many selections are tried; more for those who have the time. */
const SELECTIONS = Number(process.env.STET_SELECTIONS ?? 500);

/** What an address carries, read back from it. */
function carried(text: string, from: number, to: number): Quotation {
  const made = quotationIn(
    new URL(`https://a.example/x/${addressOf(quote(text, ...passage(text, from, to)), 'p1234567', text.slice(...passage(text, from, to)))}`).search,
  );
  if (made === undefined) throw new Error('The address carries no quotation.');
  return made;
}

const around = (text: string, words: string, nth = 0): [number, number] => {
  let from = -1;
  for (let count = 0; count <= nth; count += 1) from = text.indexOf(words, from + 1);
  return [from, from + words.length];
};

/** What a finding says, in words. */
function told(text: string, quotation: Quotation): string {
  const found = find(text, quotation, ALL);
  if (found.state === 'gone') return 'gone';
  const passage = `${found.state}: ${text.slice(found.from, found.to)}`;
  return found.state === 'changed'
    ? `${passage} | ${found.pieces.map(([kind, words]) => ({ span: words, del: `[-${words}-]`, ins: `[+${words}+]` })[kind]).join(' ')}`
    : passage;
}

/** No paragraph in particular. */
const ALL = [0, Number.POSITIVE_INFINITY] as const;

const TEXT = 'The harbour is shut. Ferries wait outside the harbour. Nobody said when the harbour would open again, or why it was shut at all.';

describe('a quotation', () => {
  test('is found in its own text', () => {
    expect(told(TEXT, carried(TEXT, ...around(TEXT, 'Ferries wait outside')))).toBe('found: Ferries wait outside');
  });

  test('takes a word that is cut as a whole, and no space at its ends', () => {
    expect(TEXT.slice(...passage(TEXT, 6, 16))).toBe('harbour is shut');
    expect(TEXT.slice(...passage(TEXT, 3, 12))).toBe('harbour');
  });

  test('of words that are there several times is found in its own place', () => {
    for (const nth of [0, 1, 2]) {
      const [from, to] = around(TEXT, 'the harbour', nth % 2);
      expect(find(TEXT, carried(TEXT, from, to), ALL)).toEqual({ state: 'found', from, to });
    }
  });

  test('whose own place is gone is not found in another', () => {
    const quotation = carried(TEXT, ...around(TEXT, 'harbour', 2));
    expect(find('The harbour is shut. Ferries wait outside the harbour.', quotation, ALL).state).toBe('unsure');
  });

  test('that has changed is shown with what differs', () => {
    const now = TEXT.replace('wait outside', 'were waiting outside');
    expect(told(now, carried(TEXT, ...around(TEXT, 'Ferries wait outside the harbour')))).toBe(
      'changed: Ferries were waiting outside the harbour | Ferries [-wait-] [+were waiting+] outside the harbour',
    );
  });

  test('of which nothing is left is gone', () => {
    expect(told('Another text altogether.', carried(TEXT, ...around(TEXT, 'Ferries wait outside')))).toBe('gone');
  });

  test('is found in a text from right to left', () => {
    const text = 'قالت الوزارة إن الهدنة تبدأ غدا. ورحبت المدينة بالهدنة التي طال انتظارها.';
    const [from, to] = around(text, 'الهدنة تبدأ غدا');
    expect(find(text, carried(text, from, to), ALL)).toEqual({ state: 'found', from, to });
    expect(told(text.replace('تبدأ غدا', 'تبدأ بعد غد'), carried(text, from, to))).toMatch(/^changed: الهدنة تبدأ/);
  });

  test('is found in a script without spaces', () => {
    const text = '两国外长同意停火。停火协议将于周五生效。';
    const [from, to] = around(text, '停火协议');
    expect(find(text, carried(text, from, to), ALL)).toEqual({ state: 'found', from, to });
    expect(told(text.replace('停火协议', '停战协议'), carried(text, from, to))).toContain('[-火-]');
  });

  test('longer than an address carries is known by its sum, and a change in its middle noticed', () => {
    const text = fold(Array.from({ length: 400 }, (_, at) => `word${at} of many`).join(' '));
    const [from, to] = [text.indexOf('word20 '), text.indexOf('word380 ')];
    expect(find(text, carried(text, from, to), ALL)).toMatchObject({ state: 'found', from });
    expect(carried(text, from, to).words.length).toBeLessThan(2000);
    for (const changed of ['word30', 'word370']) {
      const now = text.replace(changed, 'another');
      expect(find(now, carried(text, from, to), ALL)).toMatchObject({ state: 'changed', from });
    }
    const unbroken = String.fromCodePoint(...Array.from({ length: 2000 }, (_, at) => 0x4e00 + at));
    expect(find(unbroken, carried(unbroken, 40, 1900), ALL)).toMatchObject({ from: 40, to: 1900 });
  });
});

test('an address without a quotation carries none', () => {
  expect(quotationIn('?utm_source=x')).toBeUndefined();
  expect(quotationIn('?quote=%20')).toBeUndefined();
});

test('an address reads the same with commas and hyphens, which text directives give a meaning', () => {
  expect(addressOf({ words: 'so-called, he said', before: '', after: '' }, 'p1', 'so-called, he said')).toBe(
    '?quote=so-called%2C+he+said&before=&after=#p1:~:text=so%2Dcalled%2C%20he%20said',
  );
});

/** Words of several scripts; few, so that phrases come again. */
const WORDS = 'the harbour treaty of a river council said that market strike in verdict لا المدينة قال نهر 港 口 on-time “no” it’s 2020'.split(' ');

/** A word that knows which one it is, whatever happens around it. */
interface Token {
  id: number;
  word: string;
}

/** A text of paragraphs that is edited word by word. */
class Draft {
  paragraphs: Token[][];
  #made = 0;
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
    this.paragraphs = random.list(2 + random.below(6), () => this.#words(5 + random.below(60)));
  }

  #token(word: string): Token {
    this.#made += 1;
    return { id: this.#made, word };
  }

  #words(length: number): Token[] {
    return this.#random.list(length, () => this.#token(this.#random.pick(WORDS)));
  }

  /** The text, and where each word stands in it. */
  text(): { text: string; places: Map<number, [number, number]>; order: number[] } {
    const places = new Map<number, [number, number]>();
    const tokens = this.paragraphs.flat();
    let text = '';
    for (const { id, word } of tokens) {
      if (text !== '') text += ' ';
      places.set(id, [text.length, text.length + word.length]);
      text += word;
    }
    return { text, places, order: tokens.map(({ id }) => id) };
  }

  edit(): void {
    const { below, pick } = this.#random;
    const paragraph = pick(this.paragraphs);
    const at = below(paragraph.length + 1);
    const kinds: (() => void)[] = [
      () => paragraph.splice(at, 0, ...this.#words(1 + below(4))),
      () => paragraph.splice(at, 1 + below(4)),
      () => paragraph.splice(at, 1, ...this.#words(1)),
      () => this.paragraphs.splice(below(this.paragraphs.length), 0, this.#words(5 + below(30))),
      () => this.paragraphs.length > 1 && this.paragraphs.splice(below(this.paragraphs.length), 1),
      () => this.paragraphs.push(...this.paragraphs.splice(below(this.paragraphs.length), 1)),
      // The same words again, somewhere else.
      () =>
        this.paragraphs.splice(
          below(this.paragraphs.length),
          0,
          paragraph.map(({ word }) => this.#token(word)),
        ),
    ];
    pick(kinds)();
  }
}

const normal = (text: string) => text.replaceAll(' ', '');

/** What is wrong with a finding, by what is known of every word; undefined where nothing is. */
function wrong(
  found: Finding,
  quotation: Quotation,
  quoted: readonly number[],
  { text, places, order }: ReturnType<Draft['text']>,
  isHome: boolean,
): string | undefined {
  const spans = quoted.map((id) => places.get(id));
  const at = order.indexOf(quoted[0] ?? -1);
  const isWhole = quoted.every((id, nth) => order[at + nth] === id);
  const [from, to] = [spans[0]?.[0], spans.at(-1)?.[1]];
  const { before, after } = quotation;
  const isAround = (start: number, stop: number) => text.slice(0, start).endsWith(before) && text.slice(stop).startsWith(after);
  if (found.state === 'found') {
    if (isWhole && found.from === from && found.to === to) return undefined;
    // Where the original's paragraph is no more as it was, a copy of it with the same words around it to the letter is what was quoted.
    const isIntact = isHome && isWhole && from !== undefined && to !== undefined && isAround(from, to);
    return !isIntact && isAround(found.from, found.to) ? undefined : 'found in another place';
  }
  if (found.state === 'unsure') return text.slice(found.from).startsWith(quotation.words) ? undefined : 'other words';
  if (found.state === 'gone') {
    const left = quoted.filter((id) => places.has(id)).length;
    return isWhole || left > quoted.length * 0.9 ? 'still there' : undefined;
  }
  if (isWhole && quoted.length > 0) return 'shown as changed, though it is as it was';
  // What the comparison says must be so: without the new it is the quotation, without the old it is the passage.
  const only = (...kinds: string[]) =>
    normal(
      found.pieces
        .filter(([kind]) => kinds.includes(kind))
        .map(([, words]) => words)
        .join(''),
    );
  if (only('span', 'del') !== normal(quotation.words)) return 'what was quoted is told wrongly';
  if (only('span', 'ins') !== normal(text.slice(found.from, found.to))) return 'what stands there now is told wrongly';
  // Of a long quotation the change may be where the address carries nothing; the page says that.
  return quotation.sum === undefined && found.pieces.every(([kind]) => kind === 'span') ? 'no change is shown' : undefined;
}

test(`${SELECTIONS} selections in texts that are edited afterwards: the words are found, or the change is shown; none is wrong`, () => {
  const states = new Map<string, number>();
  for (let round = 0; round < SELECTIONS; round += 1) {
    const random = makeRandom(seed + round);
    const draft = new Draft(random);
    const before = draft.text();
    const first = random.below(before.order.length);
    const quoted = before.order.slice(first, first + 1 + random.below(random.pick([6, 30, 120])));
    const [from] = before.places.get(quoted[0] ?? -1) ?? [0];
    const [, to] = before.places.get(quoted.at(-1) ?? -1) ?? [0, 0];
    const quotation = carried(before.text, from, to);
    const own = draft.paragraphs.find((paragraph) => paragraph.some(({ id }) => id === quoted[0])) ?? [];
    const wordsBefore = own.map(({ word }) => word).join(' ');
    for (let edits = random.below(6); edits > 0; edits -= 1) draft.edit();
    const after = draft.text();
    // The paragraph that the address leads to: its own, where that is as it was or is known to have become another.
    const isSame = own.map(({ word }) => word).join(' ') === wordsBefore && draft.paragraphs.includes(own);
    const home = draft.paragraphs[isSame || random.below(4) > 0 ? draft.paragraphs.indexOf(own) : random.below(draft.paragraphs.length)] ?? [];
    const bounds = [after.places.get(home[0]?.id ?? -1)?.[0] ?? 0, after.places.get(home.at(-1)?.id ?? -1)?.[1] ?? 0] as const;
    const found = find(after.text, quotation, bounds);
    states.set(found.state, (states.get(found.state) ?? 0) + 1);
    expect(
      wrong(found, quotation, quoted, after, isSame),
      `with STET_SEED=${seed + round}: ${JSON.stringify({ quotation, found, text: after.text }, null, 1)}`,
    ).toBeUndefined();
  }
  for (const state of ['found', 'unsure', 'changed', 'gone']) expect(states.get(state), state).toBeGreaterThan(SELECTIONS / 100);
});
