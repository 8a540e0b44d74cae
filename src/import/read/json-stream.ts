import { JSONParser } from '@streamparser/json';
import { Watch } from '../input/text-stream.ts';
import { MOST_DEPTH, Refusal } from '../limits.ts';

/** A value of JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A group of values. */
export type JsonObject = { [key: string]: Json };

/** A value that was met, and the keys that lead to it. */
export interface Met {
  value: Json;
  path: (string | number)[];
}

/**
 * Reads JSON as it comes. Hands out the values on `paths` (`$.items.*`); what was met before the data breaks off is
 * handed out before the `Refusal` that says where.
 */
export async function* streamJson(chunks: AsyncIterable<string>, paths: string[]): AsyncGenerator<Met> {
  const parser = new JSONParser({ paths, keepStack: false });
  const ready: Met[] = [];
  const watch = new Watch();
  const place = new Place();
  // Bytes before the last token that was met; the parser counts them in UTF-8, and names no place where tokens follow wrongly.
  let met = 0;
  let broken: Error | undefined;
  parser.onToken = ({ offset }) => {
    met = offset;
  };
  parser.onValue = ({ value, key, stack }) => {
    ready.push({ value: value as Json, path: [...stack.slice(1).map((step) => step.key ?? ''), key ?? ''] });
    watch.came();
  };
  parser.onError = (error) => {
    broken ??= error;
  };
  for await (const chunk of chunks) {
    watch.read(chunk.length);
    if (!parser.isEnded && broken === undefined) parser.write(chunk);
    yield* ready.splice(0);
    if (broken !== undefined) throw new Refusal(`It is not JSON in or shortly after ${place.in(chunk, met)} (${firstLine(broken)}).`);
    place.pass(chunk);
  }
  if (!parser.isEnded) throw new Refusal('The JSON breaks off before its end.');
}

/** Tells where in a text a byte of it stands. */
class Place {
  #bytes = 0;
  #line = 1;
  /** Characters of the line that have passed. */
  #column = 0;

  pass(chunk: string): void {
    this.#bytes += Buffer.byteLength(chunk);
    this.#count(chunk);
  }

  /** The place of the byte `at` of the whole, which is in this chunk or before it. */
  in(chunk: string, at: number): string {
    this.#count(
      Buffer.from(chunk)
        .subarray(0, Math.max(0, at - this.#bytes))
        .toString(),
    );
    return `line ${this.#line}, character ${this.#column + 1}`;
  }

  #count(text: string): void {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#line += 1;
    const last = text.lastIndexOf('\n');
    this.#column = last < 0 ? this.#column + text.length : text.length - last - 1;
  }
}

function firstLine(error: Error): string {
  return (error.message.split('\n')[0] ?? '')
    .replace(/ at chunk position "\d+" \(.*?\)/, '')
    .replaceAll(/[^\x20-\x7e]/g, '?')
    .slice(0, 120);
}

/** Whether a value is a group of values. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One or many, as many. */
export function many(value: Json | undefined): Json[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

/** Text of a value that is one, else undefined. */
export function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Whether values stand deeper in one another than anything that is read; looked at without recursion. */
export function isTooDeep(value: Json): boolean {
  let level: Json[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_DEPTH) return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return false;
}
