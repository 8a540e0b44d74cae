import { join, relative } from 'node:path';
import { lock } from '../build/lock.ts';
import { openFolder } from '../content/files.ts';
import { readArticle } from '../content/read-article.ts';
import { overNetwork } from '../import/fetch/transport.ts';
import { ReportPage } from '../import/report/page.ts';
import { Summary } from '../import/report/summary.ts';
import { summaryTable } from '../import/report/table.ts';
import { runImport } from '../import/run-import.ts';
import { excerpt } from '../markdown/excerpt.ts';
import { settings } from '../site/settings.ts';
import { type Command, printPieces, say } from './command.ts';
import { applySettings } from './flags.ts';

/** `stet import`: saved pages, feeds, web archives, tables and other sites become entries. */
export const importCommand: Command = {
  summary: 'turn saved pages, feeds, web archives and tables into entries',
  flags: ['content', 'cache', 'source', 'mapping', 'fetch', 'report', 'dry-run', 'json'],
  operands: 'INPUT…',
  async run(values, inputs) {
    applySettings(values);
    const { contentDir, cacheDir } = settings();
    const dryRun = values['dry-run'] ?? false;
    const unlock = dryRun ? () => undefined : await lock(join(contentDir, 'imports'), say);
    // Files are written in one go each, so nothing is half done between two events.
    const stop = (_: NodeJS.Signals, signal: number) => {
      say('Stopped. The same import again goes on from here.');
      process.exit(128 + signal);
    };
    process.on('exit', unlock).on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);
    const summary = new Summary();
    const page = new ReportPage(values.report ?? join(cacheDir, 'import-report.html'), near(contentDir));
    try {
      await runImport({
        inputs,
        contentDir,
        cacheDir,
        dryRun,
        ...(values.fetch && { fetch: true }),
        ...(values.source !== undefined && { source: values.source }),
        ...(values.mapping !== undefined && { mapping: values.mapping }),
        stdin: process.stdin,
        transport: overNetwork,
        now: () => new Date(),
        check: (dir, file) => {
          const read = readArticle(openFolder(dir), file, excerpt);
          return Array.isArray(read) ? read : [];
        },
        say,
        onOutcome: (outcome, item, settled) => {
          summary.add(outcome);
          page.add(outcome, item, settled);
        },
        onWaiting: (outcome) => summary.add(outcome),
        onPassedOver: (passed) => summary.passOver(passed),
      });
      const made = summary.finish(page.file, dryRun);
      if (values.json) await printPieces(summary.json(made));
      say(summaryTable(made, summary.shown, near(contentDir)));
      return made.refused > 0 ? 1 : 0;
    } finally {
      page.end();
      summary.end();
      process.off('exit', unlock).off('SIGINT', stop).off('SIGTERM', stop).off('SIGHUP', stop);
      unlock();
    }
  },
};

/** A folder as a person would write it from here. */
function near(dir: string): string {
  const path = relative('', dir) || '.';
  return path.startsWith('..') ? dir : path;
}
