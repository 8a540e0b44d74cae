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
  let read = 0;
  let broken: Error | undefined;
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
    if (broken !== undefined) throw new Refusal(`It is not JSON from character ${read + 1} or a little later on (${firstLine(broken)}).`);
    read += chunk.length;
  }
  if (!parser.isEnded) throw new Refusal('The JSON breaks off before its end.');
}

function firstLine(error: Error): string {
  return (error.message.split('\n')[0] ?? '').replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 120);
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
