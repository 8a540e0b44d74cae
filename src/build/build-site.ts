import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build as astroBuild } from 'astro';
import { makeArchive } from '../archive/archive.ts';
import { openFolder } from '../content/files.ts';
import { readBody } from '../content/read-article.ts';
import { requireContent } from '../content/read-content.ts';
import { excerpt } from '../markdown/excerpt.ts';
import { toPlainText } from '../markdown/plain-text.ts';
import { writeSearchIndex } from '../search/index.ts';
import { countArticles } from '../site/counted.ts';
import type { Settings } from '../site/settings.ts';
import { peakMemoryMiB } from './memory.ts';
import { listOutput, publish } from './publish.ts';
import { ROOT } from './root.ts';

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
  seconds: number;
  /** Most memory that this process and its children took, added up. */
  peakMemoryMiB: number;
}

/** How a site is built. */
export interface BuildOptions {
  settings: Settings;
  /** Whether to ignore the cache. */
  clean: boolean;
  /** Told what is being done. */
  say(line: string): void;
}

/**
 * Builds the finished site and puts it in the place of the old one, which stays whole until then.
 * Throws a `ContentError`, with nothing changed, where the content is at fault.
 */
export async function buildSite({ settings, clean, say }: BuildOptions): Promise<BuildSummary> {
  const began = performance.now();
  const content = requireContent(settings.contentDir, { excerpt });
  say(`${countArticles(content.articles.length)} read.`);
  // Beside Astro's other work: it moves files from there, which no move between disks allows.
  const stage = join(ROOT, '.astro', `site-${process.pid}`);
  mkdirSync(stage, { recursive: true });
  try {
    say('Rendering pages …');
    await astroBuild({ root: ROOT, outDir: stage, cacheDir: settings.cacheDir, force: clean, logLevel: 'warn' });
    say('Making the search index …');
    const folder = openFolder(settings.contentDir);
    await writeSearchIndex({
      archive: makeArchive(content),
      readText: ({ file, digest }) => toPlainText(readBody(folder, file, digest)),
      outDir: stage,
    });
    const pages = listOutput(stage).filter(isPage);
    const before = listOutput(settings.outDir).filter(isPage);
    const kept = new Set(pages);
    const files = listOutput(stage).length;
    publish(stage, settings.outDir);
    return {
      articles: content.articles.length,
      rendered: pages.length,
      reused: 0,
      removed: before.filter((page) => !kept.has(page)).length,
      files,
      seconds: Math.round(performance.now() - began) / 1000,
      peakMemoryMiB: peakMemoryMiB(),
    };
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

function isPage(file: string): boolean {
  return file.endsWith('.html');
}
