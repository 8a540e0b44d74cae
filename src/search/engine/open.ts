import type { BundleEntry } from '../catalogue.ts';
import { type Bundle, openBundle } from './bundle.ts';
import { type Lookup, openLookup } from './lookup.ts';
import { type Load, openStore, type Store } from './store.ts';

/** An index that is open; its bundles are opened as they are needed, once. */
export interface Open {
  store: Store;
  lookups: readonly Lookup[];
  bundleOf(entry: BundleEntry): Promise<Bundle>;
  /** Those of some bundles whose tables are there. */
  opened(entries: readonly BundleEntry[]): Bundle[];
}

/** Opens an index. */
export async function openIndex(load: Load): Promise<Open> {
  const store = await openStore(load);
  const bundles = new Map<string, Promise<Bundle>>();
  const opened = new Map<string, Bundle>();
  const bundleOf = (entry: BundleEntry) => {
    let bundle = bundles.get(entry.name);
    if (bundle === undefined) {
      bundle = openBundle(store, entry);
      bundle.then(
        (done) => opened.set(entry.name, done),
        () => bundles.delete(entry.name),
      );
      bundles.set(entry.name, bundle);
    }
    return bundle;
  };
  return {
    store,
    bundleOf,
    opened: (entries) => entries.flatMap(({ name }) => opened.get(name) ?? []),
    lookups: Object.keys(store.catalogue.lexicons).map((language) => openLookup(store, language)),
  };
}
