import { hash } from 'node:crypto';
import { join } from 'node:path';
import { makeArchive } from '../archive/archive.ts';
import type { Listing } from '../content/files.ts';
import { excerpt } from '../markdown/excerpt.ts';
import { paragraphIdsOf } from '../markdown/processor.ts';
import { countArticles, formatCount } from '../site/counted.ts';
import { lastingPaths } from '../site/plan.ts';
import { redirectsOf } from '../site/redirects.ts';
import type { BuildOptions, Outcome } from './build-site.ts';
import { compare } from './change.ts';
import { openContentMemory } from './content-memory.ts';
import type { Crew } from './crew.ts';
import { makeProducts } from './make.ts';
import { isPage, type Manifest, sum, writeGroup, writeManifest } from './manifest.ts';
import { describePart } from './parts.ts';
import { planProducts } from './products.ts';
import { publishChange, publishWhole, stageDir } from './publish.ts';
import { readAhead } from './read-ahead.ts';
import { pagesForLedger, readForRelease, recordRelease, requireReleased } from './release.ts';
import { shareOf } from './shard.ts';
import { getTemplate, programKey } from './template.ts';

/** Parts of the program that decide what a text is read as. */
const READER = ['archive', 'content', 'ledger', 'markdown', 'schema'];

/** What is known when a build has found that something is to be done. */
export interface Found {
  crew: Crew;
  /** Folder of all that is remembered of this site. */
  place: string;
  /** What the last build made. */
  before: Manifest | undefined;
  /** See `findDamaged`. */
  checking: Promise<ReadonlySet<string>>;
  files: Listing;
  /** Digest of a listing, and of what else decides whether anything is to be done. */
  listingOf(listed: Listing): string;
}

/** Makes what is to be made, and publishes it. */
export async function rebuild({ settings, clean, release, shard, parts, progress }: BuildOptions, found: Found): Promise<Outcome> {
  const { contentDir, outDir, url } = settings;
  const { crew, place, before, checking, files, listingOf } = found;
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
