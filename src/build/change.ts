import { isPage, type KnownGroup, type Product, readGroup } from './manifest.ts';
import { isThere, type OutputFile } from './output.ts';
import type { PlannedProduct, ProductGroup } from './products.ts';

/** What a build is to do, as it comes out when what is planned is held against what the last build made. */
export interface Change {
  /** Groups of which nothing has changed; their products are not even looked at. */
  kept: readonly KnownGroup[];
  /** What is to be made. */
  missing: readonly PlannedProduct[];
  /** Says what is to be published, once all that was missing is made. */
  settle(made: readonly Product[]): Settled;
}

/** What is to be published of the groups that have changed. */
export interface Settled {
  groups: readonly { name: string; key: string; products: readonly Product[] }[];
  /** Files to be put in place, and to be removed. */
  add: string[];
  remove: string[];
  /** Pages that are no more. */
  gone: number;
}

/** What a build is planned from. */
export interface CompareOptions {
  planned: readonly ProductGroup[];
  /** All groups of this kind that the last build made. */
  before: readonly KnownGroup[];
  /** Names of groups whose files are not all there, or not as they were made. */
  damaged: ReadonlySet<string>;
  /** Pages that must be made because the ledger does not know them yet. */
  unrecorded: ReadonlySet<string>;
  /** Folder of the manifest. */
  place: string;
  outDir: string;
}

/** Holds what is planned against what the last build made. */
export function compare({ planned, before, damaged, unrecorded, place, outDir }: CompareOptions): Change {
  const known = new Map(before.map((group) => [group.name, group]));
  // A page that is unrecorded is an article's, and in the group of its year.
  const held = new Set([...damaged, ...[...unrecorded].map((path) => path.slice(1, 5))]);
  const isSame = ({ name, key }: ProductGroup) => known.get(name)?.key === key && !held.has(name);
  const names = new Set(planned.map(({ name }) => name));
  const kept = planned.filter(isSame).flatMap(({ name }) => known.get(name) ?? []);
  const groups = planned.filter((group) => !isSame(group)).map(({ name, key, products }) => ({ name, key, products: products() }));
  const touched = [...groups, ...before.filter(({ name }) => !names.has(name))];
  const old = touched.flatMap(({ name }) => {
    const group = known.get(name);
    return group === undefined ? [] : (readGroup(place, group) ?? []);
  });
  const byName = new Map(old.map((product) => [product.name, product]));
  const standing = new Map<string, Product>();
  for (const { name, key } of groups.flatMap(({ products }) => products)) {
    const product = byName.get(name);
    if (product?.key === key && !unrecorded.has(name) && product.files.every((file) => isThere(outDir, file))) standing.set(name, product);
  }
  return {
    kept,
    missing: groups.flatMap(({ products }) => products.filter(({ name }) => !standing.has(name))),
    settle: (made) => {
      const fresh = new Map(made.map((product) => [product.name, product]));
      const earlier = new Map(old.flatMap(({ files }) => files.map((file) => [file.file, file])));
      // What came out as it was before need not be put in place again.
      const settled = (file: OutputFile) => {
        const same = earlier.get(file.file);
        return same?.digest === file.digest && isThere(outDir, same) ? same : file;
      };
      const all = groups.map(({ name, key, products }) => ({
        name,
        key,
        products: products.flatMap((product): Product[] => {
          const own = fresh.get(product.name);
          return own === undefined ? [standing.get(product.name) ?? []].flat() : [{ ...own, files: own.files.map(settled) }];
        }),
      }));
      const files = all.flatMap(({ products }) => products.flatMap((product) => product.files));
      const published = new Set(files.map(({ file }) => file));
      const wanted = new Set(all.flatMap(({ products }) => products.map(({ name }) => name)));
      return {
        groups: all,
        add: files.filter((file) => earlier.get(file.file) !== file).map(({ file }) => file),
        remove: [...earlier.keys()].filter((file) => !published.has(file)),
        gone: old.filter((product) => isPage(product) && !wanted.has(product.name)).length,
      };
    },
  };
}
