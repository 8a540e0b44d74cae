import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Archive, Content } from '../archive/archive.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { fileOf } from '../site/plan.ts';
import type { Settings } from '../site/settings.ts';
import type { Crew } from './crew.ts';
import type { Product } from './manifest.ts';
import { describeFile, type OutputFile } from './output.ts';
import { takeFromParts } from './parts.ts';
import { LEXICON, type PlannedProduct, type Recipe } from './products.ts';
import type { Progress } from './progress.ts';
import { stageDir, workDir } from './publish.ts';
import { type IndexTask, type KeptFolders, type LexiconTask, makeHand, type RenderTask, type Workplace, type Written } from './tasks.ts';
import type { Template } from './template.ts';

/** How something is made. */
export interface Making {
  settings: Settings;
  kept: KeptFolders;
  /** Folder of the site that goes on standing; see {@link Workplace}. */
  output?: string;
  progress: Progress;
  /** Does what is too much for one process. */
  crew: Crew;
  /** Folders that pages and search bundles are taken from instead; see `parts.ts`. */
  parts?: readonly string[];
}

/** What pages and files are made from. */
export interface MakeOptions extends Making {
  products: readonly PlannedProduct[];
  template: Template;
  archive: Archive;
  /** What the archive was made of. */
  content: Content;
  /** All that was released before. */
  ledger: Ledger;
}

/** What was made. */
export interface Made {
  made: Product[];
  /** Ids of the paragraphs of articles that were rendered, joined by spaces, by the articles' ids. */
  ids: ReadonlyMap<string, string>;
}

/** Pages that are rendered by one process before it is asked for more. */
const PAGES_AT_A_TIME = 500;

const PHASE = 'Rendering pages and indexing';

/** Up to so many pages, and articles of search bundles, starting processes takes longer than the work. */
const FEW = { pages: 600, articles: 300 };

/**
 * Makes search bundles and what they have in common, in the folder where they wait to be published. It needs no page, and takes
 * longest: so it may begin before anything else is planned.
 */
export async function makeSearch(products: readonly PlannedProduct[], { settings, kept, output, progress, crew, parts }: Making): Promise<Product[]> {
  const stage = openStage(settings);
  const taken = parts === undefined ? [] : takeFromParts(only(products, 'bundle'), parts, stage).made;
  const made = new Map(taken.map(({ name, files }) => [name, files]));
  const bundles = only(products, 'bundle').filter(({ name }) => !made.has(name));
  const tasks = bundles.map(({ recipe }) => recipe.task).sort((a, b) => b.articles.length - a.articles.length);
  const articles = tasks.reduce((sum, task) => sum + task.articles.length, 0);
  if (articles > 0) progress.phase(PHASE, articles);
  const place: Workplace = { stage, kept, ...(output !== undefined && { output }) };
  await share({ crew, place, isHere: articles <= FEW.articles }, tasks, (task, { files }) => {
    made.set(`search:${task.name}`, files);
    progress.advance(task.articles.length);
  });
  const lexicons = only(products, 'lexicon').map(
    ({ recipe: { bundles: all, names } }): LexiconTask => ({ kind: 'lexicon', bundles: all, names, outputs: [stage, settings.outDir] }),
  );
  await share({ crew, place, isHere: articles <= FEW.articles }, lexicons, (_, { files }) => made.set(LEXICON, files));
  return settled(products, made);
}

/** Makes pages and files, in the folder where they wait to be published. */
export async function makeProducts({ products, archive, content, ledger, settings, template, kept, progress, crew, parts }: MakeOptions): Promise<Made> {
  const stage = openStage(settings);
  const taken = parts && takeFromParts(only(products, 'page'), parts, stage);
  const made = new Map(taken?.made.map(({ name, files }) => [name, files]));
  const ids = new Map(taken?.ids);
  const pages = only(products, 'page').filter(({ name }) => !made.has(name));
  for (const { name, recipe } of products) {
    if (recipe.kind === 'copy') made.set(name, [put(stage, recipe.to, (path) => copyFileSync(recipe.from, path))]);
    if (recipe.kind === 'text') made.set(name, [put(stage, recipe.to, (path) => writeFileSync(path, recipe.text))]);
  }
  const nameOf = new Map(pages.map(({ name }) => [fileOf(name), name]));
  const isHere = pages.length <= FEW.pages;
  // Whoever is not given the archive reads its content.
  const contentFile = join(workDir(settings.outDir), 'content.json');
  if (!isHere) writeFileSync(contentFile, JSON.stringify(content));
  const place: Workplace = { template, stage, kept, wanted: pages.map(({ name }) => name), ...(isHere ? { archive, ledger } : { archive: contentFile }) };
  if (pages.length > 0) progress.phase(PHASE, pages.length);
  try {
    await share({ crew, place, isHere }, split(pages), (_, { files, ids: found }) => {
      for (const [id, each] of found) ids.set(id, each);
      for (const file of files) made.set(nameOf.get(file.file) ?? '', [file]);
      progress.advance(files.length);
    });
  } finally {
    rmSync(contentFile, { force: true });
  }
  return { made: settled(products, made), ids };
}

/** Does tasks in this process, or has others do them. */
async function share<Each extends RenderTask | IndexTask | LexiconTask>(
  { crew, place, isHere }: { crew: Crew; place: Workplace; isHere: boolean },
  tasks: readonly Each[],
  onDone: (task: Each, written: Written) => void,
): Promise<void> {
  if (tasks.length === 0) return;
  if (!isHere) {
    crew.settle(place);
    await crew.work(tasks, (task, written) => onDone(task, written as Written));
    return;
  }
  const hand = makeHand();
  try {
    hand.settle(place);
    await Promise.all(tasks.map(async (task) => onDone(task, (await hand.take(task)) as Written)));
  } finally {
    await hand.end();
  }
}

function openStage({ outDir }: Settings): string {
  const stage = stageDir(outDir);
  mkdirSync(stage, { recursive: true });
  return stage;
}

/** Products as they were made. */
function settled(products: readonly PlannedProduct[], made: ReadonlyMap<string, readonly OutputFile[]>): Product[] {
  return products.map(({ name, key }) => {
    const files = made.get(name);
    if (files === undefined) throw new Error(`${name} was to be made and was not.`);
    return { name, key, files };
  });
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
