import { join } from 'node:path';
import type { BuildSummary } from '../build/build-site.ts';
import { type Measured, measure } from './measure.ts';
import { copyProgram, editTemplate } from './program.ts';
import { countBytes, countWritten, requireArticles, type Survey, survey } from './survey.ts';
import { SYNTHETIC_URL } from './synthetic.ts';
import { writeArchive, writeContentFile } from './write-archive.ts';

/** What is measured of Stet, in this order. */
export const STEPS = ['full build', 'nothing changed', 'one more article', 'headline edited', 'template changed'] as const;

/** One of {@link STEPS}. */
export type Step = (typeof STEPS)[number];

/** What one step took. */
export interface StepRun extends Measured {
  /** Files of the site that were new or written again. */
  written: number;
}

/** One run through all steps. */
export interface OwnRun {
  steps: Map<Step, StepRun>;
  /** Files of the site after the full build, and their bytes. */
  files: number;
  bytes: number;
}

/** Where and how something is measured. */
export interface Place {
  /** A folder of its own, that is not there yet. */
  dir: string;
  articles: number;
  signal: AbortSignal;
}

/**
 * Goes through all steps but the last, in a new copy of the program and on an archive of its own: a release
 * records its addresses beside the articles, and would not let them be taken away for the next run.
 * @returns `changeTemplate` takes the last step, when the others of all runs are done: it replaces every
 * page, and file systems are slow for minutes after so many files were deleted.
 */
export async function runOwn({ dir, articles, signal }: Place): Promise<OwnRun & { changeTemplate(): Promise<void> }> {
  const archive = writeArchive(join(dir, 'content'), { articles });
  const program = copyProgram(join(dir, 'program'));
  const out = join(dir, 'site');
  const flags = ['--content', archive.dir, '--out', out, '--cache', join(dir, 'cache'), '--url', SYNTHETIC_URL];
  const command = { file: process.execPath, args: [join(program, 'src/cli/stet.mjs'), 'build', '--json', ...flags] };
  const steps: OwnRun['steps'] = new Map();
  let last: Survey = new Map();

  const build = async (expected: number): Promise<StepRun> => {
    const { stdout, ...measured } = await measure([command], program, signal);
    const summary = JSON.parse(stdout) as BuildSummary;
    if (summary.articles !== expected) throw new Error(`There are ${expected} articles, but ${summary.articles} were built.`);
    const now = survey(out);
    requireArticles(now, expected);
    const written = countWritten(last, now);
    last = now;
    return { ...measured, written };
  };

  const { middle, more } = archive;
  steps.set('full build', await build(articles));
  const size = { files: last.size, bytes: countBytes(last) };
  steps.set('nothing changed', await build(articles));
  writeContentFile(archive.dir, more);
  steps.set('one more article', await build(articles + 1));
  writeContentFile(archive.dir, { ...middle, text: middle.text.replace(/^title: /m, '$&Corrected ') });
  steps.set('headline edited', await build(articles + 1));

  const changeTemplate = async () => {
    editTemplate(program);
    const changed = await build(articles + 1);
    if (changed.written < articles) throw new Error(`The template of all pages was changed, but only ${changed.written} files were.`);
    steps.set('template changed', changed);
  };
  return { ...size, steps, changeTemplate };
}
