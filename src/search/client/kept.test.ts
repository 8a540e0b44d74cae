import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Catalogue, FORM } from '../catalogue.ts';
import { openKept } from './kept.ts';

const SITE = 'https://archive.example';
const FOLDER = '/news/pagefind/';

let kept: Map<string, Response>;
beforeEach(() => {
  kept = new Map();
  const cache = {
    keys: async () => [...kept.keys()].map((url) => new Request(url)),
    delete: async (request: Request) => kept.delete(request.url),
    match: async (url: string) => kept.get(url),
    put: async (url: string, response: Response) => void kept.set(url, response),
  };
  vi.stubGlobal('caches', { open: async () => cache });
});
afterEach(() => vi.unstubAllGlobals());

const bundle = (name: string, tag: string) => ({ name, tag, language: 'en', articles: 1, from: '2020-01-01', to: '2020-01-01' });
const catalogue = (more: Partial<Catalogue> = {}): Catalogue => ({
  form: FORM,
  common: 'aaaaaa',
  bundles: [bundle('en_old', 'x'), bundle('en_new', 'y')],
  lexicons: { en: { bundles: ['en_old', 'en_new'], keys: 'a m', names: 'block1block2' } },
  ...more,
});

/** What is still kept, of some files, when the archive has been published anew. */
async function keptAfter(now: Catalogue): Promise<string[]> {
  const files = [
    'common-aaaaaa.stet',
    'words/en-block1.stet',
    'words/en-block2.stet',
    'en_old/bundle.stet?x',
    'en_new/bundle.stet?y',
    'en_new/fragment/a.stet',
  ];
  for (const file of files) kept.set(`${SITE}${FOLDER}${file}`, new Response(''));
  await openKept('/news/').renew(FOLDER, catalogue(), now);
  return [...kept.keys()].map((url) => url.slice(`${SITE}${FOLDER}`.length));
}

it('a bundle that is another goes, and what has not changed stays', async () => {
  expect(await keptAfter(catalogue({ bundles: [bundle('en_old', 'x'), bundle('en_new', 'z')] }))).toEqual([
    'common-aaaaaa.stet',
    'words/en-block1.stet',
    'words/en-block2.stet',
    'en_old/bundle.stet?x',
  ]);
});

it('names and blocks of the lexicon that are others go', async () => {
  const lexicons = { en: { bundles: ['en_old', 'en_new'], keys: 'a m', names: 'block1block3' } };
  expect(await keptAfter(catalogue({ common: 'bbbbbb', lexicons }))).toEqual([
    'words/en-block1.stet',
    'en_old/bundle.stet?x',
    'en_new/bundle.stet?y',
    'en_new/fragment/a.stet',
  ]);
});
