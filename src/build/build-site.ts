import { hash } from 'node:crypto';
import { existsSync, rmdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Listing, listContent, listLedger } from '../content/files.ts';
import { countArticles } from '../site/counted.ts';
import type { Settings } from '../site/settings.ts';
import { type Crew, makeCrew } from './crew.ts';
import { findDamaged } from './damage.ts';
import { listPublic } from './listing.ts';
import { lock } from './lock.ts';
import { readManifest, sum } from './manifest.ts';
import { watchMemory } from './memory.ts';
import type { Progress } from './progress.ts';
import { recover, workDir } from './publish.ts';
import type { Shard } from './shard.ts';
import { programKey } from './template.ts';

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

/** What a build did, but for what it took. */
export type Outcome = Omit<BuildSummary, 'seconds' | 'peakMemoryMiB'>;

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
    // To clear away what was made and is there already takes as long as it takes.
    recover(outDir);
    return { ...done, seconds: Math.round(performance.now() - began) / 1000, peakMemoryMiB: memory.peakMiB() };
  } finally {
    memory.end();
    crew.end();
    recover(outDir);
    unlock();
    leave(workDir(outDir));
  }
}

async function build(options: BuildOptions, crew: Crew): Promise<Outcome> {
  const { settings, clean, release, shard, progress } = options;
  const { contentDir, outDir, cacheDir, url } = settings;
  const place = join(cacheDir, hash('sha256', outDir).slice(0, 16));
  const before = clean || shard !== undefined || !existsSync(outDir) ? undefined : readManifest(place);
  const checking = findDamaged(crew, place, before?.groups ?? [], outDir);
  // Where the content is at fault, that is told, and not what was not waited for.
  checking.catch(() => undefined);

  const files = listContent(contentDir);
  const program = [listPublic(), programKey(), url.href];
  const digests = new Map<Listing, string>();
  const listingOf = (listed: Listing) => {
    const digest = digests.get(listed) ?? hash('sha256', JSON.stringify([...listed]));
    digests.set(listed, digest);
    return hash('sha256', JSON.stringify([digest, [...listLedger(contentDir)], program]));
  };
  const isRecorded = release === undefined || before?.isRecorded;
  if (before?.listing === listingOf(files) && isRecorded && (await checking).size === 0) {
    progress.say(`${countArticles(before.articles)}: nothing has changed.`);
    return { articles: before.articles, rendered: 0, reused: sum(before.groups, 'pages'), removed: 0, files: sum(before.groups, 'files'), written: 0 };
  }
  // To load what renders and indexes takes longer than to find out that nothing is to be done.
  const { rebuild } = await import('./rebuild.ts');
  return rebuild(options, { crew, place, before, checking, files, listingOf });
}

/** Removes the folder of work that is done; where another build waits, it goes on using it. */
function leave(dir: string): void {
  try {
    rmdirSync(dir);
  } catch (error) {
    if (!['ENOTEMPTY', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
