import { CATALOGUE_FILE, type Catalogue } from '../catalogue.ts';
import { FileMissing, type Load } from '../engine/store.ts';
import { canKeep, openKept } from './kept.ts';

/** A part of the index that has not come after so many milliseconds will not come: a few KB take less on any line. */
const LONGEST = 20_000;

/** A request that failed is made once more after so many milliseconds. */
const AGAIN = 400;

/** Loads files of the index over the network, and where that fails, those that are kept. */
export function makeLoad(base: string): Load {
  const folder = new URL(`${base}pagefind/`, location.href);
  const kept = canKeep() ? openKept(base) : undefined;
  const ask = async (url: string, fresh: boolean): Promise<Response> => {
    const options = () => ({ cache: fresh ? 'no-cache' : 'default', signal: AbortSignal.timeout(LONGEST) }) as const;
    try {
      return await fetch(url, options());
    } catch (error) {
      if (!navigator.onLine) throw error;
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
      return fetch(url, options());
    }
  };
  return async (path, fresh = false) => {
    const url = folder.href + path;
    try {
      const response = await ask(url, fresh);
      if (response.status === 404) throw new FileMissing(url);
      if (!response.ok) throw new Error(`${response.status} ${url}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (path === CATALOGUE_FILE) await renew(url, bytes);
      kept?.keep(url, bytes);
      return bytes;
    } catch (error) {
      const known = error instanceof FileMissing ? undefined : await kept?.find(url);
      if (known === undefined) throw error;
      return known;
    }
  };

  async function renew(url: string, bytes: Uint8Array): Promise<void> {
    const before = await kept?.find(url);
    if (before === undefined) return;
    const [old, now] = [before, bytes].map((each) => new TextDecoder().decode(each)) as [string, string];
    if (old !== now) await kept?.renew(folder.pathname, JSON.parse(old) as Catalogue, JSON.parse(now) as Catalogue);
  }
}
