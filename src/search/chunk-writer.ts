import { ByteWriter, sharedLength } from './bytes.ts';
import type { FormPlaces } from './part-words.ts';

/**
 * Writes a part of the index; see `chunk.ts`.
 * @param forms What the parts of the bundle have of its words, in the order of the words; of a form in a space, part after part.
 */
export function writeChunk(forms: readonly FormPlaces[]): Uint8Array {
  const shared: number[] = [];
  const rest: string[] = [];
  const kinds: number[] = [];
  const counts: number[] = [];
  const [gaps, times, places] = [new ByteWriter(), new ByteWriter(), new ByteWriter()];
  let text = '';
  let before: FormPlaces | undefined;
  for (const each of forms) {
    const isSameForm = each.form === before?.form;
    const isSameList = isSameForm && each.space === before?.space;
    if (!isSameForm) {
      const form = Buffer.from(each.form, 'latin1').toString();
      const letters = sharedLength(form, text);
      shared.push(letters);
      rest.push(form.slice(letters));
      text = form;
    }
    if (!isSameList) {
      if (isSameForm) kinds.push((kinds.pop() ?? 0) + 1);
      kinds.push(2 * each.space);
      counts.push(0);
    }
    counts.push((counts.pop() ?? 0) + each.pages);
    gaps.number(each.first - (isSameList ? (before?.last ?? 0) : 0));
    gaps.raw(each.bytes, each.gaps, each.times);
    times.raw(each.bytes, each.times, each.places);
    places.raw(each.bytes, each.places, each.end);
    before = each;
  }
  const out = new ByteWriter();
  out.number(shared.length);
  out.numbers(shared);
  out.text(rest.join(' '));
  out.numbers(kinds);
  out.numbers(counts);
  for (const column of [gaps, times]) {
    out.number(column.length);
    out.raw(column.written());
  }
  out.raw(places.written());
  return out.done();
}
