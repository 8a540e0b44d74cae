import { isUtf8 } from 'node:buffer';
import type * as z from 'astro/zod';
import { type Document, isMap, isPair, isScalar, LineCounter, type Node, type Pair, parseDocument, visit, type YAMLError } from 'yaml';
import type { Fault } from '../errors.ts';
import { hasUnprintable } from '../schema/fields.ts';
import { wordIssues } from '../schema/wording.ts';
import { readPlainYaml } from './plain-yaml.ts';

/** No article is as long as this; a file that is has something else in it. In bytes. */
export const MOST_BYTES = 2 * 1024 * 1024;

/** No article has as many fields: beyond it, reading them takes a time that grows with their square. In characters. */
const MOST_YAML = 64 * 1024;

/** After so many, faults in YAML are only echoes of the first. */
const MOST_YAML_FAULTS = 10;

/** A text file of `content/`, decoded; or the fault that keeps it from being read. */
export interface SourceText {
  /** Path as faults name it. */
  file: string;
  /** Without byte order mark, lines ending in `\n`. */
  text: string;
}

/** Where a value stands in a file: makes a fault of a message. */
export type Locate = (path: readonly (string | number)[], atKey?: boolean) => { line: number; column: number };

/** A validated document: what it says, and where each value stands. */
export interface Read<Fields> {
  fields: Fields;
  locate: Locate;
}

/** Turns the bytes of a file into text. Throws nothing: what is wrong comes back as a fault. */
export function decode(file: string, bytes: Uint8Array): SourceText | Fault {
  if (bytes.length > MOST_BYTES) {
    return {
      file,
      line: 1,
      column: 1,
      message: `It has ${(bytes.length / 1024 / 1024).toFixed(1)} MiB; the most is ${MOST_BYTES / 1024 / 1024}.`,
      hint: 'Keep the text of one article in a file, and pictures in public/.',
    };
  }
  if (!isUtf8(bytes)) return { file, ...firstBadByte(bytes), message: 'There are bytes that are not UTF-8.', hint: 'Save the file as UTF-8.' };
  const text = lettersOf(bytes);
  if (hasUnprintable(text)) {
    const at = [...text].findIndex(hasUnprintable);
    const before = [...text].slice(0, at).join('').split('\n');
    return {
      file,
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      message: `There is a control character (U+${[...text][at]?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}).`,
      hint: 'Remove it: no page can show it.',
    };
  }
  return { file, text };
}

/** Text of bytes that are UTF-8, without byte order mark, lines ending in `\n`. */
export function lettersOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString()
    .replace(/^\ufeff/, '');
  return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
}

function firstBadByte(bytes: Uint8Array): { line: number; column: number } {
  // The longest beginning that decodes: the file may hold U+FFFD by right, so that one cannot be looked for.
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, good), { stream: true }).split(/\r\n?|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function decodes(beginning: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(beginning, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** A Markdown file taken apart. */
export interface Parts {
  yaml: string;
  body: string;
  /** 1-based line on which the YAML begins. */
  yamlLine: number;
  /** 1-based line on which the body begins. */
  bodyLine: number;
}

const FENCE = /^---[ \t]*$/;

/** Takes frontmatter and body apart. */
export function splitFrontmatter({ file, text }: SourceText): Parts | Fault {
  const lineEnd = text.indexOf('\n');
  if (!FENCE.test(lineEnd < 0 ? text : text.slice(0, lineEnd))) {
    return {
      file,
      line: 1,
      column: 1,
      message: 'The file does not begin with frontmatter.',
      hint: 'Begin it with a line of three hyphens, then the fields, then three hyphens again.',
    };
  }
  const close = /^---[ \t]*$/m.exec(text.slice(lineEnd + 1));
  if (lineEnd < 0 || close === null) {
    return { file, line: 1, column: 1, message: 'The frontmatter is never closed.', hint: 'Add a line of three hyphens after the last field.' };
  }
  const yaml = text.slice(lineEnd + 1, lineEnd + 1 + close.index);
  const bodyStart = text.indexOf('\n', lineEnd + 1 + close.index);
  return {
    yaml,
    body: bodyStart < 0 ? '' : text.slice(bodyStart + 1),
    yamlLine: 2,
    bodyLine: yaml.split('\n').length + 2,
  };
}

/**
 * Reads YAML and holds it against a schema.
 * @param lineOffset lines of the file before the YAML's first.
 * @returns the fields, or every fault found.
 */
export function readYaml<Schema extends z.ZodObject | z.ZodRecord>(
  file: string,
  yaml: string,
  lineOffset: number,
  schema: Schema,
): Read<z.output<Schema>> | Fault[] {
  const known = 'shape' in schema ? Object.keys(schema.shape) : [];
  if (yaml.length > MOST_YAML) {
    return [
      {
        file,
        line: 1 + lineOffset,
        column: 1,
        message: `The fields take ${Math.ceil(yaml.length / 1024)} KiB; the most is ${MOST_YAML / 1024}.`,
        hint: 'Keep text out of the fields.',
      },
    ];
  }
  const plain = readPlainYaml(yaml);
  const quick = plain === undefined ? undefined : schema.safeParse(plain);
  // Where its values stand is asked of few.
  if (quick?.success) return { fields: quick.data as z.output<Schema>, locate: (path, atKey) => parseYaml(yaml, lineOffset).locate(path, atKey) };
  const { document, position, locate } = parseYaml(yaml, lineOffset);
  // A warning is a tag that means nothing here, whose text would be lost: `title: !Viva la vida`.
  const errors = [...document.errors, ...document.warnings];
  if (errors.length > 0) {
    return errors.slice(0, MOST_YAML_FAULTS).map((error) => ({ file, ...position(error.pos[0]), ...wordYamlError(error) }));
  }
  if (!isMap(document.contents)) {
    return [
      {
        file,
        line: 1 + lineOffset,
        column: 1,
        message: 'There are no fields.',
        hint: `Write fields such as “${known[0] ?? '/2020/03/05/slug/'}: …”, one a line.`,
      },
    ];
  }
  let value: unknown;
  try {
    // Aliases are refused: no field needs them, and nested ones grow without bound.
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    return [{ file, ...position(firstAlias(document)), message: 'The YAML uses aliases (*name).', hint: 'Write the value out, or put it in quotes.' }];
  }
  const proto = document.contents.items.find((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === '__proto__');
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success && proto === undefined) return { fields: result.data as z.output<Schema>, locate };
  const complaints = wordIssues(result.error?.issues ?? [], known);
  if (proto !== undefined && !complaints.some(({ path }) => path[0] === '__proto__')) {
    complaints.push({ path: ['__proto__'], atKey: true, message: 'There is no field “__proto__”.', hint: 'Remove it.' });
  }
  return complaints.map(({ path, atKey, message, hint }) => ({ file, ...locate(path, atKey), message, hint }));
}

function parseYaml(yaml: string, lineOffset: number) {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, uniqueKeys: true, stringKeys: true, resolveKnownTags: false, logLevel: 'error' });
  const position = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line) + lineOffset, column: Math.max(1, col) };
  };
  const locate: Locate = (path, atKey = false) => {
    const node = nodeAt(document.contents, path, atKey);
    return node?.range ? position(node.range[0]) : { line: 1 + lineOffset, column: 1 };
  };
  return { document, position, locate };
}

function wordYamlError({ code, message }: YAMLError): { message: string; hint: string } {
  if (code === 'DUPLICATE_KEY') return { message: 'The field is there twice.', hint: 'Remove one of the two.' };
  if (code === 'MULTIPLE_DOCS') return { message: 'YAML cannot be read: a second document begins here.', hint: 'Remove the line of dots or hyphens.' };
  if (message.includes('call stack')) return { message: 'YAML cannot be read: it is nested too deeply.', hint: 'No field needs more than two levels.' };
  return {
    message: `YAML cannot be read: ${(message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '').slice(0, 200)}.`,
    hint: 'Put a value that holds : # [ ] { } ! & * or quotes in quotes, and indent with spaces.',
  };
}

function firstAlias(document: Document): number {
  let at = 0;
  visit(document, {
    Alias: (_key, { range }) => {
      at = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return at;
}

/** The deepest node on a path; a missing one is answered by what would hold it. */
function nodeAt(root: unknown, path: readonly (string | number)[], atKey: boolean): Node | undefined {
  let node = root as Node | undefined;
  for (const [depth, step] of path.entries()) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (pair === undefined) return depth === 0 ? undefined : node;
      const key = pair.key as Node;
      if (atKey && depth === path.length - 1) return key;
      node = (pair.value as Node | null) ?? key;
    } else if (node !== undefined && 'items' in node && typeof step === 'number') {
      node = ((node as { items: unknown[] }).items[step] as Node | undefined) ?? node;
    }
  }
  return node;
}
