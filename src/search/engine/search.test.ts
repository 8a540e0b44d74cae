import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { conforms, plainly } from '../../../tests/support/conformance.ts';
import { makeIndex } from '../../../tests/support/search-index.ts';
import { endIndexing } from '../pagefind.ts';
import { makeEngine } from './search.ts';
import { FileMissing, type Load } from './store.ts';

const folders: string[] = [];
afterAll(async () => {
  await endIndexing();
  for (const dir of folders) rmSync(dir, { recursive: true });
});

const folder = () => {
  const dir = mkdtempSync(join(tmpdir(), 'stet-engine-'));
  folders.push(dir);
  return dir;
};
const loadFrom =
  (dir: string): Load =>
  async (path) => {
    const file = join(dir, path.replace(/\?.*/, ''));
    if (!existsSync(file)) throw new FileMissing(path);
    return Uint8Array.from(readFileSync(file));
  };

conforms(
  'the engine over Pagefind’s index',
  async () => {
    const dir = folder();
    const { articles, names } = await makeIndex(dir, 150);
    return { engine: makeEngine(loadFrom(dir), '/'), articles, names };
  },
  { queries: 400 },
);

test('a frequent word is known without a block of the lexicon, once the first answer is there', async () => {
  const dir = folder();
  await makeIndex(dir, 150);
  const loaded: string[] = [];
  const load = loadFrom(dir);
  const blocksFor = async (engine: ReturnType<typeof makeEngine>, text: string) => {
    loaded.length = 0;
    const { total } = await engine.search(plainly(text));
    expect(total).toBeGreaterThan(0);
    return loaded.filter((path) => path.startsWith('words/en-')).length;
  };
  const engine = makeEngine((path) => {
    loaded.push(path);
    return load(path);
  }, '/');
  await engine.search(plainly('before:2030'));
  expect(await blocksFor(engine, '"of the"')).toBe(0);
  expect(await blocksFor(engine, 'officially')).toBe(1);
});

describe('an index that is out of reach', () => {
  test('is missing, or has failed, and is found when it is there again', async () => {
    const dir = folder();
    await makeIndex(dir, 20);
    let broken: Error | undefined = new FileMissing('bundles.json');
    const load = loadFrom(dir);
    const engine = makeEngine((path) => (broken === undefined ? load(path) : Promise.reject(broken)), '/');
    await expect(engine.search(plainly('-zzzz'))).rejects.toMatchObject({ reason: 'missing' });
    broken = new Error('no network');
    await expect(engine.search(plainly('-zzzz'))).rejects.toMatchObject({ reason: 'failed' });
    broken = undefined;
    expect((await engine.search(plainly('-zzzz'))).total).toBe(20);
  });

  test('in part, is searched as far as it goes, and the answer says so', async () => {
    const dir = folder();
    await makeIndex(dir, 60);
    const { bundles } = JSON.parse(readFileSync(join(dir, 'bundles.json'), 'utf8'));
    const load = loadFrom(dir);
    const engine = makeEngine((path) => (path.startsWith(`${bundles[0].name}/`) ? Promise.reject(new Error('no network')) : load(path)), '/');
    const answer = await engine.search(plainly('-zzzz'));
    expect(answer).toMatchObject({ exact: false, failed: bundles[0].articles, total: 60 - bundles[0].articles });
    expect(answer.searched).toMatchObject({ articles: 60 - bundles[0].articles, of: 60 });
  });

  test('is opened anew where the archive has been published in the meantime', async () => {
    const dir = folder();
    const old = folder();
    await makeIndex(old, 20);
    await makeIndex(dir, 30);
    let load = loadFrom(old);
    const engine = makeEngine((path) => load(path), '/');
    await engine.prepare();
    load = loadFrom(dir);
    // What the old catalogue names is not there any more.
    const gone = loadFrom(dir);
    load = (path) => (path.endsWith('?20') ? Promise.reject(new FileMissing(path)) : gone(path));
    expect((await engine.search(plainly('-zzzz'))).total).toBe(30);
  });
});
