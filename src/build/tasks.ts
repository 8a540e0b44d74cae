import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Content, makeArchive } from '../archive/archive.ts';
import type { Article } from '../archive/article.ts';
import { openFolder } from '../content/files.ts';
import { readBody } from '../content/read-article.ts';
import { toPlainText } from '../markdown/plain-text.ts';
import { writeBundle } from '../search/index.ts';
import type { Names } from '../search/table.ts';
import { give } from '../site/given.ts';
import { fileOf, type PlannedPage } from '../site/plan.ts';
import { type Settings, settings } from '../site/settings.ts';
import { describeFile, listOutput, type OutputFile } from './output.ts';
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
  /** Ids and names of the archive's sources and topics, in their order. */
  sources: readonly (readonly [string, string])[];
  topics: readonly (readonly [string, string])[];
  language: string;
}

export type Task = RenderTask | IndexTask;

/** What everybody who does tasks must know. */
export interface Workplace {
  template: Template;
  /** Folder that output goes to. */
  stage: string;
  /** File with the archive's content, as JSON. */
  contentFile: string;
  /** Paths of all pages that are to be rendered, by whomever. */
  wanted: readonly string[];
}

/** Does tasks, one after the other or several at a time; tells of the files that were written. */
export function makeHand(place: Workplace, content?: Content): (task: Task) => Promise<OutputFile[]> {
  const own = settings();
  let renderer: Promise<Render> | undefined;
  const load = () => {
    const read = content ?? (JSON.parse(readFileSync(place.contentFile, 'utf8')) as Content);
    give({ archive: makeArchive(read), wanted: new Set(place.wanted) });
    return loadRenderer(place.template, own);
  };
  return (task) => {
    if (task.kind === 'index') return writeIndex(task, place.stage, own);
    renderer ??= load();
    return render(task, renderer, place.stage);
  };
}

async function render({ pages }: RenderTask, renderer: Promise<Render>, stage: string): Promise<OutputFile[]> {
  const made: OutputFile[] = [];
  const folders = new Set<string>();
  const draw = await renderer;
  for (const page of pages) {
    const bytes = await draw(page);
    const file = fileOf(page.path);
    const path = join(stage, file);
    const folder = dirname(path);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(path, bytes);
    made.push(describeFile(file, statSync(path), bytes));
  }
  return made;
}

async function writeIndex({ name, articles, sources, topics, language }: IndexTask, stage: string, { contentDir }: Settings): Promise<OutputFile[]> {
  const folder = openFolder(contentDir);
  const dir = join(stage, 'pagefind', name);
  const names: Names = {
    sources: new Map(sources.map(([id, label]) => [id, { id, name: label } as never])),
    topics: new Map(topics.map(([id, title]) => [id, { id, title } as never])),
  };
  await writeBundle({ articles, names, language, dir, readText: ({ file, digest }) => toPlainText(readBody(folder, file, digest)) });
  return listOutput(dir).map((file) => {
    const path = join(dir, file);
    return describeFile(`pagefind/${name}/${file}`, statSync(path), readFileSync(path));
  });
}
