import type * as z from 'astro/zod';
import { closest, distance } from 'fastest-levenshtein';
import { hasUnprintable } from './fields.ts';

/** A schema's complaint in words, and the path to the value that it is about. */
export interface Complaint {
  /** Keys and list positions from the top of the document; empty for the document itself. */
  path: (string | number)[];
  /** Whether the path's last key, rather than its value, is what is wrong. */
  atKey: boolean;
  message: string;
  hint: string;
}

/** Words a schema's issues for the person who wrote the file. `known` are the fields it may have. */
export function wordIssues(issues: readonly z.core.$ZodIssue[], known: readonly string[]): Complaint[] {
  return issues.flatMap((issue) => wordIssue(issue, known));
}

function wordIssue(issue: z.core.$ZodIssue, known: readonly string[]): Complaint[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const name = path.length === 0 ? 'The file' : `“${nameOf(path)}”`;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      atKey: true,
      message: `There is no field “${printable(key)}”.`,
      hint: path.length === 0 ? suggest(key, known, 'Fields are') : 'Remove it, or look its name up in the README.',
    }));
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return [
      {
        path,
        atKey: false,
        message: `${name} is missing.`,
        hint: `Add a line “${path.at(-1)}: …”${path.length === 1 ? '' : ` to “${nameOf(path.slice(0, -1))}”`}.`,
      },
    ];
  }
  if (issue.code === 'invalid_type') {
    return [
      { path, atKey: false, message: `${name} must be ${kind(issue.expected)}, not ${kindOf(issue.input)}.`, hint: typeHint(issue.expected, issue.input) },
    ];
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return [{ path, atKey: false, message: `${name} cannot be ${show(issue.input)}.`, hint: suggest(String(issue.input), values, 'It is one of') }];
  }
  return [{ path, atKey: false, message: `${name} ${shown(issue.input)}${issue.message}.`, hint: 'Correct the value.' }];
}

function nameOf(path: readonly (string | number)[]): string {
  return path.map((step) => (typeof step === 'number' ? `entry ${step + 1}` : step)).join(', ');
}

const kinds: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'a group of fields',
  boolean: 'true or false',
  number: 'a number',
  null: 'nothing',
};

function kind(expected: string): string {
  return kinds[expected] ?? expected;
}

function kindOf(input: unknown): string {
  if (input === null) return 'nothing';
  return kind(Array.isArray(input) ? 'array' : typeof input);
}

function typeHint(expected: string, input: unknown): string {
  if (expected === 'string' && (typeof input === 'number' || typeof input === 'boolean')) return 'Put quotes around it.';
  if (expected === 'string' && input === null) return 'Write a value after the colon, or remove the line.';
  if (expected === 'array' && typeof input === 'string') return `Write it as a list: [${input}].`;
  if (expected === 'array' && input === null) return 'Write [] for an empty list.';
  return 'Correct the value.';
}

function shown(input: unknown): string {
  return typeof input === 'string' && input !== '' ? `${show(input)} ` : '';
}

function show(input: unknown): string {
  const written = typeof input === 'string' ? input : (JSON.stringify(input) ?? 'nothing');
  return `(${printable(written)})`;
}

/** A piece of the file as a terminal can show it: on one line, short, nothing in it that the terminal would obey. */
function printable(written: string): string {
  const cut = [...written.slice(0, 200)]
    .map((letter) => (hasUnprintable(letter) ? '\ufffd' : letter))
    .join('')
    .replaceAll(/\s+/g, ' ');
  return cut.length > 60 ? `${cut.slice(0, 59).replace(/\p{Surrogate}$/u, '')}…` : cut;
}

/** “Did you mean …?” where a known word is near, else the list of known words. */
export function suggest(word: string, known: readonly string[], list: string): string {
  const near = known.length === 0 ? undefined : closest(word.toLowerCase(), known as string[]);
  if (near !== undefined && distance(word.toLowerCase(), near.toLowerCase()) <= Math.min(Math.max(2, near.length / 3), near.length - 1)) {
    return `Did you mean “${near}”?`;
  }
  if (known.length === 0) return 'There is none yet.';
  return `${list}: ${known.slice(0, 30).join(', ')}${known.length > 30 ? ' …' : ''}.`;
}
