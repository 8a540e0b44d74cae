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
import { makeProducts, makeSearch } from './make.ts';
import { isPage, type Manifest, sum, writeGroup, writeManifest } from './manifest.ts';
import { describePart } from './parts.ts';
import { type PlannedProduct, planProducts, planSearch } from './products.ts';
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
export async function rebuild(options: BuildOptions, found: Found): Promise<Outcome> {
  const begun: Promise<unknown>[] = [];
  try {
    return await make(options, found, begun);
  } finally {
    // Whatever came in between: nobody may still be writing when the site is given free.
    await Promise.allSettled(begun);
  }
}

async function make({ settings, clean, release, shard, parts, progress }: BuildOptions, found: Found, begun: Promise<unknown>[]): Promise<Outcome> {
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
  const kept = { vocabularies: join(place, 'vocabularies'), parts: join(place, 'parts') };
  const damaged = await checking;
  // What stands is held against what it unpacks to, and was packed by nobody else only where all is as it was left.
  const isOwn = before !== undefined && ![...damaged].some((name) => name.startsWith('search:'));
  const making = { settings, kept, progress, crew, ...(parts && { parts }), ...(isOwn && { output: outDir }) };
  const looking = { damaged, unrecorded: release === undefined ? new Set<string>() : pagesForLedger(content, ledger), place, outDir };
  const oldGroups = Map.groupBy(before?.groups ?? [], ({ name }) => name.startsWith('search:'));
  const searchGroups = planSearch(archive);
  const search = compare({ ...looking, planned: searchGroups, before: oldGroups.get(true) ?? [] });
  const searching = shard === undefined ? makeSearch(search.missing, making) : undefined;
  if (searching !== undefined) begun.push(searching);
  searching?.catch(() => undefined);
  // What others are to do reaches them before this process is busy with planning.
  await crew.heard();
  const template = await templating;

  const base = hash('sha256', JSON.stringify([template.key, url.href, archive.facts]), 'base64url');
  const planned = planProducts({ archive, ledger, settings, template, base });
  const lasting = lastingPaths(archive);
  requireReleased(ledger, lasting, () => [...redirectsOf(archive).map(({ from }) => from), ...archive.gone.map(({ path }) => path)]);
  const from = { ...making, template, archive, content, ledger };
  if (shard !== undefined) {
    const share = shareOf(
      [...planned, ...searchGroups].flatMap((group) => group.products()),
      shard,
    );
    const isSearch = ({ recipe }: PlannedProduct) => recipe.kind === 'bundle';
    const bundles = makeSearch(share.filter(isSearch), making);
    begun.push(bundles);
    bundles.catch(() => undefined);
    const pages = await makeProducts({ ...from, products: share.filter((product) => !isSearch(product)) });
    const made = [...pages.made, ...(await bundles)];
    describePart(stageDir(outDir), shard, { ...pages, made });
    publishWhole(outDir, { contentDir, additions: [] });
    const written = made.reduce((total, { files: { length } }) => total + length, 0);
    return { articles: content.articles.length, rendered: made.filter(isPage).length, reused: 0, removed: 0, files: written, written };
  }

  const change = compare({ ...looking, planned, before: oldGroups.get(false) ?? [] });
  const { made, ids } = await makeProducts({ ...from, products: change.missing });
  // What needs no search index is done while that is made.
  const pages = change.settle(made);
  memory.save(listing);
  const changes = [search.settle(await (searching ?? [])), pages];
  progress.end();
  const additions = release === undefined ? [] : [...recordRelease({ contentDir, content, ledger, lasting, ids, today: release, say: progress.say })];
  const entry = { contentDir, additions };
  const add = changes.flatMap((each) => each.add);
  if (before === undefined) publishWhole(outDir, entry);
  else publishChange(outDir, { add, remove: changes.flatMap((each) => each.remove), ledger: entry });
  const groups = changes.flatMap((each) => each.groups).map(({ name, key, products }) => writeGroup(place, name, key, products));
  const known = [...search.kept, ...change.kept, ...groups];
  writeManifest(place, { listing: listingOf(listing), isRecorded: release !== undefined, articles: content.articles.length, groups: known });
  const rendered = made.filter(isPage).length;
  const reused = sum(known, 'pages') - rendered;
  const gone = changes.reduce((total, each) => total + each.gone, 0);
  progress.say(`${formatCount(rendered)} pages rendered, ${formatCount(reused)} reused, ${formatCount(gone)} removed.`);
  return { articles: content.articles.length, rendered, reused, removed: gone, files: sum(known, 'files'), written: add.length };
}
