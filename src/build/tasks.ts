import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Archive, type Content, makeArchive } from '../archive/archive.ts';
import type { Article } from '../archive/article.ts';
import { openFolder } from '../content/files.ts';
import { type ArticleFile, readArticle, readBody } from '../content/read-article.ts';
import type { Fault } from '../errors.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { excerpt } from '../markdown/excerpt.ts';
import { toPlainText } from '../markdown/plain-text.ts';
import type { Names } from '../search/catalogue.ts';
import { writeBundle } from '../search/index.ts';
import { endIndexing } from '../search/pagefind.ts';
import { readPart, writePart } from '../search/part.ts';
import { writeVocabulary } from '../search/vocabulary.ts';
import { give } from '../site/given.ts';
import { fileOf, type PlannedPage } from '../site/plan.ts';
import { type Settings, settings } from '../site/settings.ts';
import { findFragments, keep, readKept } from './kept.ts';
import { lexiconFiles } from './lexicon.ts';
import type { KnownGroup } from './manifest.ts';
import { describeFile, findPacked, findSame, folderMaker, type OutputFile } from './output.ts';
import type { LexiconBundle } from './products.ts';
import { loadRenderer, type Render } from './renderer.ts';
import type { Template } from './template.ts';

/** Pages to be rendered. */
export interface RenderTask {
  kind: 'render';
  pages: readonly Pick<PlannedPage, 'path' | 'route'>[];
}

/** A search bundle to be made. */
export interface IndexTask {
  kind: 'index';
  /** Name of its folder. */
  name: string;
  articles: readonly Article[];
  /** The parts that they are indexed in, one after the other; the key is a digest of what the part is made of. */
  parts: readonly { key: string; length: number }[];
  /** Name of its file among the vocabularies. */
  vocabulary: string;
}

/** Articles to be read, by their files below the content folder. */
export interface ReadTask {
  kind: 'read';
  files: readonly string[];
}

/** Groups of products whose files are to be looked at. */
export interface VerifyTask {
  kind: 'verify';
  /** Folder of the manifest. */
  place: string;
  outDir: string;
  groups: readonly Pick<KnownGroup, 'name' | 'memory'>[];
}

/** What all search bundles have in common to be made; the newest bundle first. */
export interface LexiconTask {
  kind: 'lexicon';
  bundles: readonly LexiconBundle[];
  names: Names;
  /** See `lexiconFiles`. */
  outputs: readonly string[];
}

export type Task = ReadTask | VerifyTask | RenderTask | IndexTask | LexiconTask;

/** What comes of a task: articles or their faults, in the order of the files; names of groups that are damaged; or what was written. */
export type Answer<Each extends Task> = Each extends ReadTask ? readonly (ArticleFile | Fault[])[] : Each extends VerifyTask ? readonly string[] : Written;

/** What was written. */
export interface Written {
  files: readonly OutputFile[];
  /** Ids of articles that were rendered, each with those of its paragraphs, joined by spaces. */
  ids: readonly (readonly [id: string, ids: string])[];
}

/** Where what search bundles are made of is kept from one build to the next; see `kept.ts`. */
export interface KeptFolders {
  vocabularies: string;
  parts: string;
}

/** What everybody who makes pages must know. */
export interface Workplace {
  /** Needed to render, and not to index. */
  template?: Template;
  /** Folder that output goes to. */
  stage: string;
  /** Folders that outlive the build. */
  kept: KeptFolders;
  /** Folder of the site that goes on standing, of which files may be taken over; none where all is made anew. */
  output?: string;
  /** The archive, or a file with its content, as JSON; none where no page is to be rendered. */
  archive?: Archive | string;
  /** All that was released before; read from disk where it is not given. */
  ledger?: Ledger;
  /** Paths of all pages that are to be rendered, by whomever; none where no page is. */
  wanted?: readonly string[];
}

/** Somebody who does tasks, one after the other or several at a time. */
export interface Hand {
  /** Tells of the workplace, or more of it: search and pages are made at the same time, and each tells what it knows. */
  settle(place: Workplace): void;
  take(task: Exclude<Task, VerifyTask>): Promise<Answer<Exclude<Task, VerifyTask>>>;
  /** Ends what it has started. */
  end(): Promise<void>;
}

/** Makes somebody who does tasks in this process. */
export function makeHand(): Hand {
  const own = settings();
  const folder = openFolder(own.contentDir);
  let place: Workplace | undefined;
  let renderer: Promise<Render> | undefined;
  const found = new Map<string, string>();
  let hasIndexed = false;
  const load = ({ archive: known, ledger, template, wanted = [] }: Workplace) => {
    if (known === undefined || template === undefined) throw new Error('Pages are to be rendered, and nobody has told of what.');
    const archive = typeof known === 'string' ? makeArchive(JSON.parse(readFileSync(known, 'utf8')) as Content) : known;
    const onText = (id: string, ids: readonly string[]) => found.set(id, ids.join(' '));
    give({ archive, wanted: new Set(wanted), onText, ...(ledger !== undefined && { ledger }) });
    return loadRenderer(template, own);
  };
  return {
    settle: (told) => {
      place = { ...place, ...told };
    },
    take: async (task) => {
      if (task.kind === 'read') return task.files.map((file) => readArticle(folder, file, excerpt));
      if (place === undefined) throw new Error('A task came before the workplace.');
      if (task.kind === 'index') {
        hasIndexed = true;
        return { files: await writeIndex(task, place, own), ids: [] };
      }
      if (task.kind === 'lexicon') return { files: await writeLexicon(task, place), ids: [] };
      renderer ??= load(place);
      const files = await render(task, await renderer, place.stage);
      const ids = [...found];
      found.clear();
      return { files, ids };
    },
    end: async () => {
      if (hasIndexed) await endIndexing();
    },
  };
}

async function render({ pages }: RenderTask, draw: Render, stage: string): Promise<OutputFile[]> {
  const made: OutputFile[] = [];
  const makeFolder = folderMaker(stage);
  for (const page of pages) {
    // What others have done meanwhile is heard of, and they are told what comes next.
    await setImmediate();
    const bytes = await draw(page);
    const file = fileOf(page.path);
    makeFolder(dirname(file));
    const path = join(stage, file);
    writeFileSync(path, bytes);
    made.push(describeFile(file, statSync(path), bytes));
  }
  return made;
}

async function writeLexicon(task: LexiconTask, { stage, kept }: Workplace): Promise<OutputFile[]> {
  const makeFolder = folderMaker(stage);
  return [...(await lexiconFiles(task, kept))].map(([file, bytes]) => {
    makeFolder(dirname(file));
    const path = join(stage, file);
    writeFileSync(path, bytes);
    return describeFile(file, statSync(path), bytes);
  });
}

async function writeIndex({ name, articles, parts, vocabulary }: IndexTask, place: Workplace, { contentDir }: Settings): Promise<OutputFile[]> {
  const { stage, output, kept } = place;
  const folder = openFolder(contentDir);
  const bundle = `pagefind/${name}`;
  const makeFolder = folderMaker(stage);
  const files: OutputFile[] = [];
  const articlesOf: (readonly Article[])[] = [];
  let first = 0;
  for (const { length } of parts) {
    articlesOf.push(articles.slice(first, first + length));
    first += length;
  }
  const words = await writeBundle({
    parts: articlesOf,
    scratch: join(stage, bundle, 'scratch'),
    readText: ({ file, digest }) => toPlainText(readBody(folder, file, digest)),
    write: (file, bytes) => {
      const path = `${bundle}/${file}`;
      const same = output === undefined ? undefined : findSame(output, path, bytes);
      if (same !== undefined) {
        files.push(same);
        return;
      }
      makeFolder(dirname(path));
      writeFileSync(join(stage, path), bytes);
      files.push(describeFile(path, statSync(join(stage, path)), bytes));
    },
    standing: (file, unpacked) => {
      const same = output === undefined ? undefined : findPacked(output, `${bundle}/${file}`, unpacked);
      if (same !== undefined) files.push(same);
      return same?.size;
    },
    kept: (at) => {
      const bytes = output === undefined ? undefined : readKept(kept.parts, parts[at]?.key ?? '');
      const part = bytes && readPart(bytes);
      const fragments = part && output && findFragments(output, bundle, articlesOf[at] ?? [], part);
      if (!fragments) return undefined;
      files.push(...fragments);
      return part;
    },
    onMade: (at, part) => keep(kept.parts, parts[at]?.key ?? '', writePart(part)),
  });
  keep(kept.vocabularies, vocabulary, writeVocabulary(words));
  return files;
}
