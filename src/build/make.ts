import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Archive, Content } from '../archive/archive.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { fileOf } from '../site/plan.ts';
import type { Settings } from '../site/settings.ts';
import type { Crew } from './crew.ts';
import { lexiconFiles } from './lexicon.ts';
import type { Product } from './manifest.ts';
import { describeFile, type OutputFile } from './output.ts';
import { takeFromParts } from './parts.ts';
import type { PlannedProduct, Recipe } from './products.ts';
import type { Progress } from './progress.ts';
import { stageDir, workDir } from './publish.ts';
import { type IndexTask, type KeptFolders, makeHand, type RenderTask, type Workplace, type Written } from './tasks.ts';
import type { Template } from './template.ts';

/** What is made, and from what. */
export interface MakeOptions {
  products: readonly PlannedProduct[];
  archive: Archive;
  /** What the archive was made of. */
  content: Content;
  /** All that was released before. */
  ledger: Ledger;
  settings: Settings;
  template: Template;
  kept: KeptFolders;
  /** Folder of the site that goes on standing; see {@link Workplace}. */
  output?: string;
  progress: Progress;
  /** Does what is too much for one process. */
  crew: Crew;
  /** Folders that pages and search bundles are taken from instead; see `parts.ts`. */
  parts?: readonly string[];
}

/** What was made. */
export interface Made {
  made: Product[];
  /** Ids of the paragraphs of articles that were rendered, joined by spaces, by the articles' ids. */
  ids: ReadonlyMap<string, string>;
}

/** Pages that are rendered by one process before it is asked for more. */
const PAGES_AT_A_TIME = 500;

/** Up to so many pages, and articles of search bundles, starting processes takes longer than the work. */
const FEW = { pages: 600, articles: 300 };

/** Makes products, in the folder where they wait to be published. */
export async function makeProducts({
  products,
  archive,
  content,
  ledger,
  settings,
  template,
  kept,
  output,
  progress,
  crew,
  parts,
}: MakeOptions): Promise<Made> {
  const stage = stageDir(settings.outDir);
  mkdirSync(stage, { recursive: true });
  const taken = parts && takeFromParts([...only(products, 'page'), ...only(products, 'bundle')], parts, stage);
  const made = new Map<string, readonly OutputFile[]>(taken?.made.map(({ name, files }) => [name, files]));
  const ids = new Map(taken?.ids);
  if (products.length === 0) return { made: [], ids };
  const left = products.filter(({ name }) => !made.has(name));
  const pages = only(left, 'page');
  const bundles = only(left, 'bundle').sort((a, b) => b.recipe.task.articles.length - a.recipe.task.articles.length);
  const nameOf = new Map(pages.map(({ name }) => [fileOf(name), name]));
  for (const { name, recipe } of products) {
    if (recipe.kind === 'copy') made.set(name, [put(stage, recipe.to, (path) => copyFileSync(recipe.from, path))]);
    if (recipe.kind === 'text') made.set(name, [put(stage, recipe.to, (path) => writeFileSync(path, recipe.text))]);
  }
  const indexing = bundles.map(({ recipe }) => recipe.task);
  const rendering = split(pages);
  const articles = indexing.reduce((sum, task) => sum + task.articles.length, 0);
  const rendersHere = pages.length <= FEW.pages;
  const indexesHere = rendersHere && articles <= FEW.articles;
  // Whoever is not given the archive reads its content; to index takes neither.
  const contentFile = join(workDir(settings.outDir), 'content.json');
  if (!rendersHere) writeFileSync(contentFile, JSON.stringify(content));
  const place: Workplace = { template, stage, kept, ...(output !== undefined && { output }), archive: contentFile, wanted: pages.map(({ name }) => name) };
  progress.phase('Rendering pages and indexing', pages.length + articles);
  const onDone = (task: RenderTask | IndexTask, { files, ids: found }: Written) => {
    for (const [id, each] of found) ids.set(id, each);
    if (task.kind === 'index') made.set(`search:${task.name}`, files);
    else for (const file of files) made.set(nameOf.get(file.file) ?? '', [file]);
    progress.advance(task.kind === 'index' ? task.articles.length : files.length);
  };
  const hand = makeHand();
  try {
    hand.settle({ ...place, archive, ledger });
    const here = [...(indexesHere ? indexing : []), ...(rendersHere ? rendering : [])];
    // Bundles first: they take longest, and what is left at the end should be short.
    const there = [...(indexesHere ? [] : indexing), ...(rendersHere ? [] : rendering)];
    if (there.length > 0) crew.settle(place);
    const others = crew.work(there, onDone);
    // What is rendered here leaves no time for sending.
    await setImmediate();
    await Promise.all([others, ...here.map(async (task) => onDone(task, (await hand.take(task)) as Written))]);
    for (const { name, recipe } of only(products, 'lexicon')) {
      const files = await lexiconFiles(recipe.bundles, kept, [stage, settings.outDir]);
      made.set(
        name,
        [...files].map(([file, bytes]) => put(stage, file, (path) => writeFileSync(path, bytes))),
      );
    }
  } finally {
    await hand.end();
    rmSync(contentFile, { force: true });
    progress.end();
  }
  const done = products.map(({ name, key }) => {
    const files = made.get(name);
    if (files === undefined) throw new Error(`${name} was to be made and was not.`);
    return { name, key, files };
  });
  return { made: done, ids };
}

function only<Kind extends Recipe['kind']>(products: readonly PlannedProduct[], kind: Kind) {
  return products.filter((product): product is PlannedProduct & { recipe: Extract<Recipe, { kind: Kind }> } => product.recipe.kind === kind);
}

function split(pages: readonly { recipe: { page: RenderTask['pages'][number] } }[]): RenderTask[] {
  const tasks: RenderTask[] = [];
  for (let at = 0; at < pages.length; at += PAGES_AT_A_TIME) {
    tasks.push({ kind: 'render', pages: pages.slice(at, at + PAGES_AT_A_TIME).map(({ recipe: { page } }) => ({ path: page.path, route: page.route })) });
  }
  return tasks;
}

function put(stage: string, file: string, write: (path: string) => void): OutputFile {
  const path = join(stage, file);
  mkdirSync(dirname(path), { recursive: true });
  write(path);
  return describeFile(file, statSync(path), readFileSync(path));
}
