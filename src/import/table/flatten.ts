import { isObject, type Json } from '../read/json-stream.ts';

/** Deeper than this, exports hold references to other things, not facts of the article. */
const DEEPEST = 5;

/** The most values of one document that are looked at. */
const MOST = 2_000;

/** Brings the values of a document into one level: `{ a: { b: 1 } }` becomes `a.b`; what repeats becomes a list. */
export function flatten(document: Json): Record<string, string | string[]> {
  const found = new Map<string, string[]>();
  let count = 0;
  const walk = (value: Json, path: string, depth: number): void => {
    if (value === null || count > MOST || depth > DEEPEST) return;
    if (Array.isArray(value)) for (const each of value) walk(each, path, depth + 1);
    else if (isObject(value)) for (const [key, each] of Object.entries(value)) walk(each, path === '' ? key : `${path}.${key}`, depth + 1);
    else {
      count += 1;
      const text = String(value);
      const known = found.get(path);
      if (known === undefined) found.set(path, [text]);
      else known.push(text);
    }
  };
  walk(document, '', 0);
  return Object.fromEntries([...found].map(([path, values]) => [path, values.length === 1 ? (values[0] ?? '') : values]));
}
