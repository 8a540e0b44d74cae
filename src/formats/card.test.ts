import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { CARD, card, type Typeface } from './card.ts';

/** Every letter is a square of half its size, but for those that are not of ASCII. */
const squares: Typeface = {
  widthOf: (words, size) => (/^[ -~…]*$/.test(words) ? words.length * size * 0.5 : undefined),
  outline: (words, size) =>
    [...words].flatMap((letter, at) => {
      const left = at * size * 0.5;
      return letter === ' '
        ? []
        : [
            { command: 'moveTo' as const, args: [left, 0] },
            { command: 'lineTo' as const, args: [left + size * 0.4, 0] },
            { command: 'lineTo' as const, args: [left + size * 0.4, -size * 0.5] },
            { command: 'lineTo' as const, args: [left, -size * 0.5] },
            { command: 'closePath' as const, args: [] },
          ];
    }),
};

/** Rows of a card in which there is ink, and the furthest column in which there is any. */
function inkOf(names: readonly string[]) {
  const bytes = Buffer.from(card({ names, foot: 'host' }, squares));
  const idat = bytes.indexOf('IDAT');
  const rows = inflateSync(bytes.subarray(idat + 4, idat + 4 + bytes.readUInt32BE(idat - 4)));
  const inked = Array.from({ length: CARD.height }, (_, row) => rows.subarray(row * (CARD.width + 1) + 1, (row + 1) * (CARD.width + 1)));
  return {
    rows: inked.filter((row) => row.includes(15)).length,
    right: Math.max(...inked.map((row) => row.lastIndexOf(15))),
    bytes,
  };
}

test('a long name is smaller, and stays within its margins', () => {
  const [short, long] = [inkOf(['Stet']), inkOf(['words '.repeat(12)])];
  expect(short.rows).toBeGreaterThan(50);
  expect(long.rows).toBeGreaterThan(short.rows);
  for (const words of ['a', 'words '.repeat(300), 'x'.repeat(500), '']) expect(inkOf([words]).right).toBeLessThan(CARD.width - 90);
});

test('the first name is taken that can be set', () => {
  expect(inkOf(['停火', 'Stet']).bytes).toEqual(inkOf(['Stet']).bytes);
});
