/**
 * What is kept in the browser so that a search works offline: the page and its code, and the parts of the
 * index that were read. What comes over the network always goes first, so nothing that is kept is ever
 * shown in place of what is published.
 */
import { blockFile, type Catalogue, commonFile } from '../catalogue.ts';

/** Caches of an archive: several may share a host. */
export const codeCache = (base: string) => `stet-code ${base}`;
const indexCache = (base: string) => `stet-index ${base}`;

/** Where a browser keeps nothing, as on pages without encryption, there is no such thing. */
export const canKeep = () => 'caches' in globalThis;

/** Keeps files of the code, whose names tell their content, and the page that loads them. */
export async function keepCode(base: string, urls: readonly string[]): Promise<void> {
  const cache = await caches.open(codeCache(base));
  for (const url of urls) {
    if (!new URL(url).pathname.startsWith(`${base}_astro/`) || (await cache.match(url)) !== undefined) continue;
    // What the browser has just loaded, it need not ask for again.
    const response = await fetch(url, { cache: 'force-cache' });
    if (response.ok) await cache.put(url, response);
  }
}

/** Keeps the page itself; with another version of its code than the one that was kept, that one goes. */
export async function keepPage(base: string, page: string, scripts: readonly string[]): Promise<void> {
  const known = await (await caches.open(codeCache(base))).match(page);
  const html = known === undefined ? '' : await known.text();
  if (scripts.some((script) => !html.includes(new URL(script).pathname))) await caches.delete(codeCache(base));
  const response = await fetch(page, { cache: 'force-cache' });
  if (response.ok) await (await caches.open(codeCache(base))).put(page, response);
}

/** Parts of the index, kept as they come and found where the network fails. */
export interface KeptIndex {
  keep(url: string, bytes: Uint8Array<ArrayBuffer>): void;
  find(url: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Lets go of all that belongs to an earlier state of the archive. */
  renew(folder: string, before: Catalogue, now: Catalogue): Promise<void>;
}

/** Parts are written this long after the last one came, so that they hold up no answer. */
const QUIET = 2000;

/** See {@link KeptIndex}. */
export function openKept(base: string): KeptIndex {
  const waiting = new Map<string, Uint8Array<ArrayBuffer>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = async () => {
    const cache = await caches.open(indexCache(base));
    for (const [url, bytes] of waiting) {
      waiting.delete(url);
      await cache.put(url, new Response(bytes));
    }
  };
  return {
    keep(url, bytes) {
      waiting.set(url, bytes);
      clearTimeout(timer);
      // A browser whose disk is full keeps nothing, and works as before.
      timer = setTimeout(() => void write().catch(() => waiting.clear()), QUIET);
    },
    async find(url) {
      const kept = waiting.get(url) ?? (await (await caches.open(indexCache(base))).match(url));
      return kept instanceof Response ? new Uint8Array(await kept.arrayBuffer()) : kept;
    },
    async renew(folder, before, now) {
      const tags = new Map(now.bundles.map(({ name, tag }) => [name, tag]));
      const same = before.bundles.filter(({ name, tag }) => tags.get(name) === tag).map(({ name }) => `${folder}${name}/`);
      // Their names tell their content.
      const shared = new Set([commonFile(now.common), ...blocksOf(now)].map((file) => folder + file));
      const cache = await caches.open(indexCache(base));
      for (const request of await cache.keys()) {
        const { pathname } = new URL(request.url);
        if (!shared.has(pathname) && !same.some((each) => pathname.startsWith(each))) await cache.delete(request);
      }
    },
  };
}

/** The files of all blocks of the lexicon. */
function blocksOf({ lexicons }: Catalogue): string[] {
  return Object.entries(lexicons).flatMap(([language, { names }]) => (names.match(/.{6}/g) ?? []).map((name) => blockFile(language, name)));
}

/** Lets go of everything. */
export async function forget(base: string): Promise<void> {
  await Promise.all([caches.delete(codeCache(base)), caches.delete(indexCache(base))]);
}
