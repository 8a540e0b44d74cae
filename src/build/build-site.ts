import { hash } from 'node:crypto';
import { rmdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { makeArchive } from '../archive/archive.ts';
import { type Listing, listContent, listLedger } from '../content/files.ts';
import { excerpt } from '../markdown/excerpt.ts';
import { paragraphIdsOf } from '../markdown/processor.ts';
import { countArticles, formatCount } from '../site/counted.ts';
import type { Settings } from '../site/settings.ts';
import { loadContentMemory, saveContentMemory } from './content-memory.ts';
import { type Crew, makeCrew } from './crew.ts';
import { listPublic } from './listing.ts';
import { lock } from './lock.ts';
import { makeProducts } from './make.ts';
import { type Manifest, readMemory, writeMemory } from './manifest.ts';
import { watchMemory } from './memory.ts';
import { isThere } from './output.ts';
import { describePart } from './parts.ts';
import { planProducts } from './products.ts';
import type { Progress } from './progress.ts';
import { publishChange, publishWhole, recover, stageDir, workDir } from './publish.ts';
import { readAhead } from './read-ahead.ts';
import { pagesForLedger, readForRelease, recordRelease, requireReleased } from './release.ts';
import { type Shard, shareOf } from './shard.ts';
import { getTemplate, programKey } from './template.ts';

/** What a build did. */
export interface BuildSummary {
  articles: number;
  /** Pages made by this build. */
  rendered: number;
  /** Pages taken over from the build before. */
  reused: number;
  /** Pages of the build before that are no more. */
  removed: number;
  /** Files in the output. */
  files: number;
  /** Files that this build wrote, where they had changed. */
  written: number;
  seconds: number;
  /** Most memory that this process and its children took together. */
  peakMemoryMiB: number;
}

/** How a site is built. */
export interface BuildOptions {
  settings: Settings;
  /** Whether to ignore what was remembered of the last build. */
  clean: boolean;
  /** Day on which the site is released, for the ledger: `2026-11-25`. Undefined where it is only looked at, and nothing is recorded. */
  release: string | undefined;
  /** Makes one machine's share, in place of a site. */
  shard?: Shard;
  /** Folders of the shares of all machines, of which the site is put together. */
  parts?: readonly string[];
  progress: Progress;
}

/** Parts of the program that decide what a text is read as. */
const READER = ['archive', 'content', 'ledger', 'markdown', 'schema'];

/**
 * Builds the finished site and puts it in the place of the old one, which stays whole until then. What
 * the last build made of the same things is taken over.
 * Throws a `ContentError`, with nothing changed, where the content is at fault.
 */
export async function buildSite(options: BuildOptions): Promise<BuildSummary> {
  const began = performance.now();
  const { outDir } = options.settings;
  const memory = watchMemory();
  const crew = makeCrew(availableParallelism());
  const unlock = await lock(workDir(outDir), options.progress.say);
  try {
    recover(outDir);
    const done = await build(options, crew);
    return { ...done, seconds: Math.round(performance.now() - began) / 1000, peakMemoryMiB: memory.peakMiB() };
  } finally {
    memory.end();
    crew.end();
    recover(outDir);
    unlock();
    leave(workDir(outDir));
  }
}

async function build({ settings, clean, release, shard, parts, progress }: BuildOptions, crew: Crew): Promise<Omit<BuildSummary, 'seconds' | 'peakMemoryMiB'>> {
  const { contentDir, outDir, cacheDir, url } = settings;
  const place = join(cacheDir, hash('sha256', outDir).slice(0, 16));
  const manifestFile = join(place, 'manifest.json');
  const before = clean || shard !== undefined ? undefined : readMemory<Manifest>(manifestFile);

  const files = listContent(contentDir);
  const others = [listPublic(), programKey(), url.href];
  const listingOf = (listed: Listing) => hash('sha256', JSON.stringify([[...listed], [...listLedger(contentDir)], others]));
  const isRecorded = release === undefined || before?.isRecorded;
  if (before?.listing === listingOf(files) && isRecorded && before.products.every(({ files }) => files.every((file) => isThere(outDir, file)))) {
    progress.say(`${countArticles(before.articles)}: nothing has changed.`);
    return { articles: before.articles, rendered: 0, reused: before.products.filter(isPage).length, removed: 0, files: countFiles(before), written: 0 };
  }

  const templating = getTemplate(settings);
  // Where the content is at fault, that is told, and not that the template was not waited for.
  templating.catch(() => undefined);
  const contentFile = join(place, 'content.json');
  const reader = programKey(READER);
  const articleMemory = clean ? new Map() : loadContentMemory(contentFile, reader);
  await readAhead(crew, files, articleMemory);
  const reading = { excerpt, paragraphIds: paragraphIdsOf, memory: articleMemory, listing: files };
  const { content, ledger, listing } = readForRelease(contentDir, reading, progress.say);
  progress.say(`${countArticles(content.articles.length)} read.`);
  const archive = makeArchive(content);
  const template = await templating;
  const base = hash('sha256', JSON.stringify([template.key, url.href, archive.facts]), 'base64url');
  const wanted = planProducts({ archive, ledger, settings, template, base });
  requireReleased(ledger, wanted);
  const making = { content, ledger, settings, template, vocabularies: join(place, 'vocabularies'), progress, crew };
  if (shard !== undefined) {
    const part = await makeProducts({ ...making, products: shareOf(wanted, shard) });
    describePart(stageDir(outDir), shard, part);
    publishWhole(outDir, { contentDir, additions: [] });
    const written = part.made.reduce((sum, { files: { length } }) => sum + length, 0);
    return { articles: content.articles.length, rendered: part.made.filter(isPage).length, reused: 0, removed: 0, files: written, written };
  }
  const known = new Map(before?.products.map((product) => [product.name, product]));
  const unrecorded = release === undefined ? new Set() : pagesForLedger(content, ledger);
  const kept = wanted.flatMap(({ name, key }) => {
    const old = known.get(name);
    return old?.key === key && !unrecorded.has(name) && old.files.every((file) => isThere(outDir, file)) ? [old] : [];
  });
  const names = new Set(wanted.map(({ name }) => name));
  const keptNames = new Set(kept.map(({ name }) => name));
  const missing = wanted.filter(({ name }) => !keptNames.has(name));
  const { made, ids } = await makeProducts({ ...making, products: missing, ...(parts && { parts }) });

  const old = new Map(before?.products.flatMap(({ files }) => files.map((file) => [file.file, file])));
  const isWhole = kept.length === 0;
  // What came out as it was before need not be put in place again.
  const products = [
    ...kept,
    ...made.map((product) => ({
      ...product,
      files: product.files.map((file) => {
        const same = old.get(file.file);
        return !isWhole && same?.digest === file.digest && isThere(outDir, same) ? same : file;
      }),
    })),
  ];
  const published = new Set(products.flatMap((product) => product.files.map(({ file }) => file)));
  const add = products.flatMap((product) => product.files.filter((file) => old.get(file.file) !== file).map(({ file }) => file));
  const gone = before?.products.filter(({ name }) => isPage({ name }) && !names.has(name)) ?? [];
  const additions = release === undefined ? [] : [...recordRelease({ contentDir, content, ledger, planned: wanted, ids, today: release, say: progress.say })];
  const entry = { contentDir, additions };
  if (isWhole) publishWhole(outDir, entry);
  else publishChange(outDir, { add, remove: [...old.keys()].filter((file) => !published.has(file)), ledger: entry });
  writeMemory(manifestFile, { listing: listingOf(listing), isRecorded: release !== undefined, articles: content.articles.length, products } satisfies Manifest);
  saveContentMemory(contentFile, reader, new Map([...articleMemory].filter(([file]) => listing.has(file))));
  const rendered = made.filter(isPage).length;
  progress.say(`${formatCount(rendered)} pages rendered, ${formatCount(kept.filter(isPage).length)} reused, ${formatCount(gone.length)} removed.`);
  return { articles: content.articles.length, rendered, reused: kept.filter(isPage).length, removed: gone.length, files: published.size, written: add.length };
}

function isPage({ name }: { name: string }): boolean {
  return name.endsWith('/');
}

function countFiles({ products }: Manifest): number {
  return products.reduce((sum, { files }) => sum + files.length, 0);
}

/** Removes the folder of work that is done; where another build waits, it goes on using it. */
function leave(dir: string): void {
  try {
    rmdirSync(dir);
  } catch (error) {
    if (!['ENOTEMPTY', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
