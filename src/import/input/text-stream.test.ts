import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inputFolder } from '../../../tests/support/import.ts';
import { textStream } from './text-stream.ts';

async function read(bytes: Uint8Array) {
  const path = join(inputFolder({ input: bytes }), 'input');
  const { chunks, decoding } = await textStream({ name: 'input', path, size: bytes.length, gzip: false, named: true });
  return { text: (await Array.fromAsync(chunks)).join(''), decoding };
}

test('a first accent behind megabytes of ASCII tells the encoding still', async () => {
  const letters = 'Die Brücke über die Elbe ist gesperrt, sagte Bürgermeister Müller.';
  const { text, decoding } = await read(Buffer.from('The bridge is closed. '.repeat(60_000) + letters, 'latin1'));
  expect(text.slice(-letters.length)).toBe(letters);
  expect(decoding).toMatchObject({ encoding: 'windows-1252', guessed: true });
});

test.each([0, 1])('a character that lies across pieces of a large text is none that is damaged: %d', async (before) => {
  const text = 'a'.repeat(before) + 'я'.repeat(1024 * 1024);
  expect(await read(Buffer.from(text))).toEqual({ text, decoding: { encoding: 'utf-8', notes: [] } });
});

test('bytes that go bad far into a text in UTF-8 are told', async () => {
  const bytes = Buffer.concat([Buffer.from('я'.repeat(1024 * 1024)), Buffer.of(0xff)]);
  expect((await read(bytes)).decoding).toEqual({ encoding: 'utf-8', notes: ['Some bytes are not UTF-8 and are shown as \ufffd.'] });
});
