import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../../tests/support/random.ts';
import { CATALOGUE_FILE, FORM } from '../catalogue.ts';
import { openStore } from './store.ts';

const random = makeRandom(11);
const CATALOGUE = Buffer.from(JSON.stringify({ form: FORM }));
const noise = (length: number) => Uint8Array.from({ length }, () => random.below(256));

/** A store of one file. */
async function storeOf(packed: Uint8Array) {
  return openStore(async (path) => Uint8Array.from(path === CATALOGUE_FILE ? CATALOGUE : packed));
}

describe('what is unpacked', () => {
  const CASES: [string, Uint8Array][] = [
    ['nothing', new Uint8Array(0)],
    ['a text', new TextEncoder().encode('as it stands '.repeat(40))],
    ['what packs well', new Uint8Array(3_000_000).fill(7)],
    ['what does not pack', noise(400_000)],
    ['what does not pack after what packs well', Buffer.concat([new Uint8Array(260_000), noise(70_000)])],
  ];
  it.each(CASES)('is whole: %s', async (_, bytes) => {
    expect(Buffer.from(await (await storeOf(deflateRawSync(bytes))).bytes('a')).equals(bytes)).toBe(true);
  });

  it('is not overwritten by what is unpacked later', async () => {
    const store = await openStore(async (path) => Uint8Array.from(path === CATALOGUE_FILE ? CATALOGUE : deflateRawSync(Buffer.from(path.repeat(9)))));
    const first = await store.bytes('first');
    await store.bytes('second');
    expect(new TextDecoder().decode(first)).toBe('first'.repeat(9));
  });

  it('is refused where it breaks off', async () => {
    const store = await storeOf(deflateRawSync(noise(1000)).subarray(0, 500));
    await expect(store.bytes('a')).rejects.toThrow();
  });
});

it('an index of another version of the program is not read', async () => {
  for (const form of [FORM + 1, undefined]) {
    await expect(openStore(async () => Uint8Array.from(Buffer.from(JSON.stringify({ form }))))).rejects.toMatchObject({ reason: 'outdated' });
  }
});
