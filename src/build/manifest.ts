import { join } from 'node:path';
import { listMemories, readMemory, removeMemory, writeByDigest, writeMemory } from './memories.ts';
import { isThere, type OutputFile } from './output.ts';

/** Something that a build makes: a page, a search bundle, a copied file. */
export interface Product {
  /** Its path in the archive; `search:NAME` for a bundle, `public:PATH` for a file of the publisher's. */
  name: string;
  /** Digest of what it was made of. */
  key: string;
  files: readonly OutputFile[];
}

/** Products that are planned, remembered and looked at together: those of a year, of a topic, of a search bundle. */
export interface KnownGroup {
  name: string;
  /** Digest of all that its products were made of. */
  key: string;
  /** Name of the file that tells of its products: a digest, so one that is there is not written again. */
  memory: string;
  pages: number;
  files: number;
}

/** What the last build made, and of what. Its products lie in files of their own, so that only those of groups that change are read. */
export interface Manifest {
  /** Digest of the listing of the content, of its ledger and of the publisher's files. */
  listing: string;
  /** Whether the ledger tells of what was made. */
  isRecorded: boolean;
  articles: number;
  groups: readonly KnownGroup[];
}

const INDEX = 'manifest.json';
const GROUPS = 'groups';

/** What the last build made, as it was remembered in a folder. */
export function readManifest(dir: string): Manifest | undefined {
  return readMemory<Manifest>(join(dir, INDEX));
}

/** The products of a group; undefined where what was remembered of them is damaged. */
export function readGroup(dir: string, { memory }: Pick<KnownGroup, 'memory'>): readonly Product[] | undefined {
  return readMemory<readonly Product[]>(join(dir, GROUPS, memory));
}

/** Remembers the products of a group. It counts only from when a manifest names it. */
export function writeGroup(dir: string, name: string, key: string, products: readonly Product[]): KnownGroup {
  const memory = writeByDigest(join(dir, GROUPS), products);
  return { name, key, memory, pages: products.filter(isPage).length, files: products.reduce((sum, { files }) => sum + files.length, 0) };
}

/** Remembers what was made, and forgets groups that are no more. */
export function writeManifest(dir: string, manifest: Manifest): void {
  writeMemory(join(dir, INDEX), manifest);
  const named = new Set(manifest.groups.map(({ memory }) => memory));
  for (const name of listMemories(join(dir, GROUPS))) if (!named.has(name)) removeMemory(join(dir, GROUPS, name));
}

/** Whether every file of a group still lies in the output as it was made. */
export function isIntact(dir: string, group: Pick<KnownGroup, 'memory'>, outDir: string): boolean {
  return readGroup(dir, group)?.every(({ files }) => files.every((file) => isThere(outDir, file))) ?? false;
}

/** Whether a product is a page that people read. */
export function isPage({ name }: Pick<Product, 'name'>): boolean {
  return name.endsWith('/');
}

/** Pages or files of all groups. */
export function sum(groups: readonly KnownGroup[], what: 'pages' | 'files'): number {
  return groups.reduce((total, group) => total + group[what], 0);
}
