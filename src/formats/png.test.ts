import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { png } from './png.ts';

test('a picture is read back pixel by pixel', () => {
  const pixels = Uint8Array.of(0, 1, 2, 2, 1, 0);
  const bytes = Buffer.from(
    png({
      width: 3,
      height: 2,
      palette: [
        [0, 0, 0],
        [255, 0, 0],
        [1, 2, 3],
      ],
      pixels,
    }),
  );
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
  expect([...(chunks.get('IHDR') ?? [])]).toEqual([0, 0, 0, 3, 0, 0, 0, 2, 8, 3, 0, 0, 0]);
  expect([...(chunks.get('PLTE') ?? [])]).toEqual([0, 0, 0, 255, 0, 0, 1, 2, 3]);
  expect([...inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))]).toEqual([0, 0, 1, 2, 0, 2, 1, 0]);
  // The sum of an empty IEND, as every PNG ends.
  expect(bytes.subarray(-4).toString('hex')).toBe('ae426082');
});
