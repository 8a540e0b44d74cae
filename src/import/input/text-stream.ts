import { isAscii, isUtf8 } from 'node:buffer';
import { inMiB, MOST_BYTES, Refusal } from '../limits.ts';
import { type Decoding, type EncodingHints, encodingOf, streamDecoder } from './decode.ts';
import { bytesOf, Damaged, type Input } from './input.ts';

/** An input as text that comes in chunks, and how it is read. */
export interface TextStream {
  chunks: AsyncGenerator<string>;
  decoding: Decoding;
}

/** Enough to tell an encoding by. */
const SAMPLE = 1024 * 1024;

/** Where a document declares its encoding and its language. */
const HEAD = 64 * 1024;

/** Opens an input of any size as text. It is read twice: first to learn whether all of it is UTF-8. */
export async function textStream(input: Input): Promise<TextStream> {
  const decoding = await streamEncoding(input, { contentType: input.contentType });
  return { chunks: textOf(input, decoding), decoding };
}

/** The text of an input from its beginning, in chunks, once it is known how it is read. */
export async function* textOf(input: Input, { encoding }: Decoding): AsyncGenerator<string> {
  const decoder = streamDecoder(encoding);
  let first = true;
  for await (const chunk of bytesOf(input)) {
    const text = decoder.write(chunk);
    yield first && text.startsWith('\ufeff') ? text.slice(1) : text;
    if (text !== '') first = false;
  }
  const last = decoder.end();
  if (last !== '') yield last;
}

/** So many characters tell what a text begins with. */
const START = 64 * 1024;

/** The first {@link START} characters of an input, or a little more, once it is known how it is read. */
export async function startOf(input: Input, decoding: Decoding): Promise<string> {
  let start = '';
  for await (const chunk of asFarAsItGoes(textOf(input, decoding))) {
    start += chunk;
    if (start.length > START) break;
  }
  return start;
}

async function streamEncoding(input: Input, hints: EncodingHints): Promise<Decoding> {
  let sample: Uint8Array = new Uint8Array();
  let rest: Uint8Array = new Uint8Array();
  let guess: Decoding | undefined;
  for await (const chunk of asFarAsItGoes(bytesOf(input))) {
    if (guess === undefined) {
      // ASCII tells nothing: the first accent of a table may stand behind megabytes of it.
      if (sample.length >= HEAD && isAscii(chunk)) continue;
      sample = Buffer.concat([sample, chunk]);
      if (sample.length < SAMPLE) continue;
      rest = sample.subarray(lastWhole(sample));
      guess = encodingOf(sample.subarray(0, sample.length - rest.length), hints);
      if (guess.encoding !== 'utf-8') return guess;
      continue;
    }
    // A character may lie across two chunks.
    const bytes = Buffer.concat([rest, chunk]);
    const end = lastWhole(bytes);
    if (!isUtf8(bytes.subarray(0, end))) return withBadBytes(guess);
    rest = bytes.subarray(end);
  }
  if (guess === undefined) return encodingOf(sample, hints);
  return isUtf8(rest) ? guess : withBadBytes(guess);
}

/** What comes before an input breaks off. Whoever reads the whole is told where that is, after all that stands before. */
async function* asFarAsItGoes<Chunk>(chunks: AsyncIterable<Chunk>): AsyncGenerator<Chunk> {
  try {
    yield* chunks;
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
  }
}

// Beyond the sample a bad byte does not change what the whole is.
function withBadBytes({ encoding, notes }: Decoding): Decoding {
  return { encoding, notes: [...notes, 'Some bytes are not UTF-8 and are shown as \ufffd.'] };
}

function lastWhole(bytes: Uint8Array): number {
  let end = bytes.length;
  for (let back = 1; back <= 4 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      end = bytes.length - back;
      break;
    }
  }
  return end;
}

/** A line of a text, or word that it is too long to be held. */
export type Line = { number: number; text: string } | { number: number; tooLong: string };

/** The lines of a text, counted from 1. One that is longer than anything that is read is named, and skipped. */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<Line> {
  let number = 1;
  let parts: string[] = [];
  let length = 0;
  let tooLong = false;
  const take = (): Line => {
    const line: Line = tooLong
      ? { number, tooLong: `Line ${number} is longer than ${inMiB(MOST_BYTES)}.` }
      : { number, text: parts.join('').replace(/\r$/, '') };
    number += 1;
    [parts, length, tooLong] = [[], 0, false];
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); ; from = end + 1, end = chunk.indexOf('\n', from)) {
      const piece = end < 0 ? chunk.slice(from) : chunk.slice(from, end);
      length += piece.length;
      if (length > MOST_BYTES) [tooLong, parts] = [true, []];
      else if (piece !== '') parts.push(piece);
      if (end < 0) break;
      yield take();
    }
  }
  if (length > 0) yield take();
}

/** Gives up a stream of which no value has come for longer than one can be. */
export class Watch {
  #since = 0;

  /** So many more characters have been read. */
  read(characters: number): void {
    this.#since += characters;
    if (this.#since > 4 * MOST_BYTES) throw new Refusal(`A value is longer than ${inMiB(MOST_BYTES)}; what follows is not read.`);
  }

  /** A value has come. */
  came(): void {
    this.#since = 0;
  }
}
