import { hash } from 'node:crypto';
import type { Fixed } from '../entry/given.ts';
import type { Decoding } from '../input/decode.ts';
import type { Input } from '../input/input.ts';
import type { Content, Item } from '../item.ts';
import { Refusal } from '../limits.ts';
import type { Mapping } from '../table/guess.ts';
import type { TableMapping } from '../table/mapping-file.ts';
import type { Site } from './markdown/site.ts';

/** What readers need beside the input. */
export interface ReadContext {
  /** Columns that a person named, for whatever table has them. */
  columns: readonly string[];
  /** Which column of a table holds what: as a person corrected it, else as it is guessed from so many rows. */
  mapping(input: Input, headings: readonly string[], guess: Mapping, rows: number): TableMapping;
  /** What the site says that a Markdown file is of; `root` is the folder that was named, where the file lies in one. */
  site(file: string, root: string | undefined): Site | undefined;
}

/** Reads one format: hands on what it finds, as it finds it. */
export type Reader = (input: Input, context: ReadContext) => AsyncGenerator<Item>;

/** SHA-256 of what an item was made from. */
export function digestOf(...parts: (Uint8Array | string)[]): string {
  return parts.length === 1 && parts[0] !== undefined
    ? hash('sha256', parts[0], 'base64url')
    : hash('sha256', parts.map((part) => hash('sha256', part, 'hex')).join(), 'base64url');
}

/** Facts about an item beside what it holds. */
export interface About {
  part?: string;
  captured?: string;
  decoding?: Decoding;
  how?: string;
  fixed?: Fixed;
}

/** An item of an input. `from` is what it was made from. */
export function item(input: Input, content: Content, from: Uint8Array | string, { part, captured, decoding, how, fixed }: About = {}): Item {
  return {
    input: input.name,
    ...(part !== undefined && part !== '' && { part: ownCopy(part.slice(0, 500)) }),
    digest: digestOf(from),
    ...((captured ?? input.captured) !== undefined && { captured: captured ?? input.captured }),
    ...(decoding !== undefined && { decoding }),
    ...(how !== undefined && { how }),
    ...(fixed !== undefined && { fixed }),
    content,
  };
}

// A piece of a text keeps the whole text in memory; what stays until the end of an import must not.
function ownCopy(piece: string): string {
  return Buffer.from(piece).toString();
}

/** What a reader throws, as an item: a `Refusal` becomes one, a fault of the program goes on. */
export function refusal(input: Input, error: unknown, part?: string): Item {
  if (!(error instanceof Refusal)) throw error;
  return item(input, { kind: 'refused', reason: error.message }, `${input.name} ${part ?? ''} ${error.message}`, { part });
}

/** What to say of an input that holds no article: a person who named it is told so, in a folder it is passed over. */
export function nothing(input: Input, reason: string): Item {
  return item(input, { kind: input.named ? 'refused' : 'passed-over', reason }, `${input.name} ${reason}`);
}
