import { CATALOGUE_FILE, type Catalogue, type Common, commonFile, FORM, type Names } from '../catalogue.ts';
import { SearchUnavailable } from '../engine.ts';

/** Gets a file of the index by its path below the folder `pagefind`; rejects with {@link FileMissing} where there is none. `fresh`: not from a cache. */
export type Load = (path: string, fresh?: boolean) => Promise<Uint8Array<ArrayBuffer>>;

/** A file that is not on the server: there is no index, or it was published anew. */
export class FileMissing extends Error {
  override name = 'FileMissing';
}

/** Files of one state of the index, each loaded once and kept unpacked. */
export interface Store {
  catalogue: Catalogue;
  /** What sources and topics are called, by their ids. */
  names(): Promise<Record<keyof Names, ReadonlyMap<string, string>>>;
  /** The most frequent words of a language, as a block of its lexicon; undefined as long as they have not come with the {@link names}. */
  frequent(language: string): Uint8Array | undefined;
  /** A file’s bytes, unpacked; what follows a `?` in the path makes it another address when the file is another, for caches. */
  bytes(path: string): Promise<Uint8Array>;
}

/** Most unpacked bytes that are kept for later queries. */
const MOST_KEPT = 64 * 1024 * 1024;

/** Opens the index as it is published now. Rejects where it was written by another version of the program. */
export async function openStore(load: Load): Promise<Store> {
  const catalogue = JSON.parse(new TextDecoder().decode(await load(CATALOGUE_FILE, true))) as Catalogue;
  if (catalogue.form !== FORM) throw new SearchUnavailable('outdated');
  const kept = new Map<string, Promise<Uint8Array>>();
  let keptBytes = 0;
  const get = (path: string) => {
    let found = kept.get(path);
    if (found !== undefined) {
      // The last used are the last to go.
      kept.delete(path);
      kept.set(path, found);
      return found;
    }
    found = load(path).then(inflate);
    kept.set(path, found);
    found.then(
      async ({ length }) => {
        keptBytes += length;
        for (const [old, bytes] of kept) {
          if (keptBytes <= MOST_KEPT || old === path) break;
          kept.delete(old);
          keptBytes -= (await bytes).length;
        }
      },
      () => kept.delete(path),
    );
    return found;
  };
  let names: ReturnType<Store['names']> | undefined;
  let frequent: Common['frequent'] = {};
  const loadNames = async () => {
    const { sources, topics, ...rest } = JSON.parse(new TextDecoder().decode(await get(commonFile(catalogue.common)))) as Common;
    frequent = rest.frequent;
    return { sources: new Map(sources), topics: new Map(topics) };
  };
  return {
    catalogue,
    names() {
      names ??= loadNames().catch((error: unknown) => {
        names = undefined;
        throw error;
      });
      return names;
    },
    frequent(language) {
      const block = frequent[language];
      return block === undefined ? undefined : Uint8Array.from(atob(block), (letter) => letter.charCodeAt(0));
    },
    bytes: get,
  };
}

/** Unpacks a file (raw deflate). Rejects where it is damaged. */
async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const writer = writable.getWriter();
  // What is wrong with the bytes, the other end tells as well.
  for (const written of [writer.write(packed), writer.close()]) written.catch(() => undefined);
  return new Uint8Array(await new Response(readable).arrayBuffer());
}
