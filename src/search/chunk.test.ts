import { expect } from 'vitest';
import { type Random, testRandomly } from '../../tests/support/random.ts';
import { ByteWriter } from './bytes.ts';
import { countWords, type Places, readForms, readWords } from './chunk.ts';
import { writeChunk } from './chunk-writer.ts';
import { type FormPlaces, PartReader, writePartWord } from './part-words.ts';

const LETTERS = [...'abcdeéст', '\u{20000}', '\u{20001}'];

/** Where a form is: by space, article and place. */
type Known = Omit<Places, 'numbers'> & { form: string; numbers: readonly number[] };

const rising = (random: Random, most: number, step: number) => {
  let at = random.below(step);
  return random.list(1 + random.below(most), () => {
    at += 1 + random.below(step);
    return at;
  });
};

function know(random: Random): Known[] {
  const forms = new Set(random.list(1 + random.below(40), () => random.list(1 + random.below(6), () => random.pick(LETTERS)).join('')));
  return [...forms]
    .map((form) => ({ form, bytes: Buffer.from(form) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .flatMap(({ form }) =>
      [0, 1, 2, 3, 4]
        .filter((space) => random.below(space === 0 ? 8 : 4) === 0 || space === random.below(5))
        .flatMap((space) =>
          rising(random, 12, random.pick([2, 300])).map((page) => ({ form, space, page, numbers: rising(random, 5, random.pick([3, 500])) })),
        ),
    );
}

const gapsOf = (numbers: readonly number[], from = 0) => numbers.map((each, at) => each - (at === 0 ? from : (numbers[at - 1] ?? 0)));

/** What a part of a bundle, which begins at an article, has of each form in each space. */
function partOf(known: readonly Known[], first: number, end: number): Uint8Array {
  const out = new ByteWriter();
  const own = known.filter(({ page }) => page >= first && page < end);
  for (const [key, places] of Map.groupBy(own, ({ form }) => form)) {
    const forms = [...Map.groupBy(places, ({ space }) => space)].map(([space, list]): FormPlaces => {
      const columns = new ByteWriter();
      const pages = list.map(({ page }) => page - first);
      columns.numbers(gapsOf(pages).slice(1));
      const times = columns.length;
      columns.numbers(list.map(({ numbers }) => numbers.length));
      const at = columns.length;
      for (const { numbers } of list) columns.numbers(gapsOf(numbers));
      const latin1 = Buffer.from(key).toString('latin1');
      return {
        form: latin1,
        space,
        pages: pages.length,
        first: pages[0] ?? 0,
        last: pages.at(-1) ?? 0,
        bytes: columns.done(),
        gaps: 0,
        times,
        places: at,
        end: columns.length,
      };
    });
    writePartWord(out, Buffer.from(key).toString('latin1'), forms);
  }
  return out.done();
}

/** The parts of a bundle as one part of its index. */
function chunkOf(known: readonly Known[], cuts: readonly number[]): Uint8Array {
  const forms: FormPlaces[] = [];
  for (const [at, first] of cuts.entries()) {
    const reader = new PartReader(partOf(known, first, cuts[at + 1] ?? Number.POSITIVE_INFINITY), first);
    while (reader.key !== undefined) reader.take(forms);
  }
  return writeChunk(forms.sort((a, b) => (a.form < b.form ? -1 : a.form > b.form ? 1 : a.space - b.space || a.first - b.first)));
}

testRandomly('what parts have of words is read from the index, whatever they are cut into', 200, (random) => {
  const known = know(random);
  const chunk = chunkOf(known, [0, ...rising(random, 5, 300)]);
  const forms = new Set(known.map(({ form }) => form));
  const inTexts = (form: string) => known.filter((each) => each.form === form && each.space === 0).length;
  expect(readForms(chunk)).toEqual([...forms].map((form) => ({ form, articles: inTexts(form) })));
  const wanted = new Set([...forms].filter(() => random.below(3) > 0));
  const own = known.filter(({ form }) => wanted.has(form));
  const read = [...readWords(chunk, (form) => wanted.has(form))].map(({ page, space, numbers }) => ({ page, space, numbers: numbers() }));
  expect(read).toEqual(own.map(({ page, space, numbers }) => ({ page, space, numbers })));
  const counted: number[][] = [];
  countWords(
    chunk,
    (form) => wanted.has(form),
    (...each) => counted.push(each),
  );
  expect(counted).toEqual(own.map(({ page, space, numbers }) => [page, space, numbers.length]));
  expect(chunkOf(known, [0])).toEqual(chunk);
});
