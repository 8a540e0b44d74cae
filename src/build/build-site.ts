import { hash } from 'node:crypto';
import { rmdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { makeArchive } from '../archive/archive.ts';
import { type Listing, listContent, listLedger } from '../content/files.ts';
import { excerpt } from '../markdown/excerpt.ts';
import { paragraphIdsOf } from '../markdown/processor.ts';
import { countArticles, formatCount } from '../site/counted.ts';
import { lastingPaths } from '../site/plan.ts';
import { redirectsOf } from '../site/redirects.ts';
import type { Settings } from '../site/settings.ts';
import { compare } from './change.ts';
import { openContentMemory } from './content-memory.ts';
import { type Crew, makeCrew } from './crew.ts';
import { findDamaged } from './damage.ts';
import { listPublic } from './listing.ts';
import { lock } from './lock.ts';
import { makeProducts } from './make.ts';
import { isPage, type KnownGroup, readManifest, writeGroup, writeManifest } from './manifest.ts';
import { watchMemory } from './memory.ts';
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
  const before = clean || shard !== undefined ? undefined : readManifest(place);
  const checking = findDamaged(crew, place, before?.groups ?? [], outDir);
  // Where the content is at fault, that is told, and not what was not waited for.
  checking.catch(() => undefined);

  const files = listContent(contentDir);
  const others = [listPublic(), programKey(), url.href];
  const listingOf = (listed: Listing) => hash('sha256', JSON.stringify([[...listed], [...listLedger(contentDir)], others]));
  const isRecorded = release === undefined || before?.isRecorded;
  if (before?.listing === listingOf(files) && isRecorded && (await checking).size === 0) {
    progress.say(`${countArticles(before.articles)}: nothing has changed.`);
    return { articles: before.articles, rendered: 0, reused: sum(before.groups, 'pages'), removed: 0, files: sum(before.groups, 'files'), written: 0 };
  }

  const templating = getTemplate(settings);
  templating.catch(() => undefined);
  const memory = openContentMemory(join(place, 'content'), programKey(READER), clean);
  await readAhead(crew, files, memory.articles);
  const reading = { excerpt, paragraphIds: paragraphIdsOf, memory: memory.articles, listing: files };
  const { content, ledger, listing } = readForRelease(contentDir, reading, progress.say);
  progress.say(`${countArticles(content.articles.length)} read.`);
  const archive = makeArchive(content);
  const template = await templating;
  const base = hash('sha256', JSON.stringify([template.key, url.href, archive.facts]), 'base64url');
  const planned = planProducts({ archive, ledger, settings, template, base });
  const lasting = lastingPaths(archive);
  requireReleased(ledger, lasting, () => [...redirectsOf(archive).map(({ from }) => from), ...archive.gone.map(({ path }) => path)]);
  const kept = { vocabularies: join(place, 'vocabularies'), parts: join(place, 'parts') };
  const making = { archive, content, ledger, settings, template, kept, progress, crew };
  if (shard !== undefined) {
    const products = shareOf(
      planned.flatMap((group) => group.products()),
      shard,
    );
    const part = await makeProducts({ ...making, products });
    describePart(stageDir(outDir), shard, part);
    publishWhole(outDir, { contentDir, additions: [] });
    const written = part.made.reduce((total, { files: { length } }) => total + length, 0);
    return { articles: content.articles.length, rendered: part.made.filter(isPage).length, reused: 0, removed: 0, files: written, written };
  }

  const unrecorded = release === undefined ? new Set<string>() : pagesForLedger(content, ledger);
  const change = compare({ planned, before, damaged: await checking, unrecorded, place, outDir });
  const { made, ids } = await makeProducts({ ...making, products: change.missing, ...(parts && { parts }), ...(!change.isWhole && { output: outDir }) });
  const { groups, add, remove, gone } = change.settle(made);
  const additions = release === undefined ? [] : [...recordRelease({ contentDir, content, ledger, lasting, ids, today: release, say: progress.say })];
  const entry = { contentDir, additions };
  if (change.isWhole) publishWhole(outDir, entry);
  else publishChange(outDir, { add, remove, ledger: entry });
  const known = [...change.kept, ...groups.map(({ name, key, products }) => writeGroup(place, name, key, products))];
  writeManifest(place, { listing: listingOf(listing), isRecorded: release !== undefined, articles: content.articles.length, groups: known });
  memory.save(listing);
  const rendered = made.filter(isPage).length;
  const reused = sum(known, 'pages') - rendered;
  progress.say(`${formatCount(rendered)} pages rendered, ${formatCount(reused)} reused, ${formatCount(gone)} removed.`);
  return { articles: content.articles.length, rendered, reused, removed: gone, files: sum(known, 'files'), written: add.length };
}

function sum(groups: readonly KnownGroup[], what: 'pages' | 'files'): number {
  return groups.reduce((total, group) => total + group[what], 0);
}

/** Removes the folder of work that is done; where another build waits, it goes on using it. */
function leave(dir: string): void {
  try {
    rmdirSync(dir);
  } catch (error) {
    if (!['ENOTEMPTY', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
