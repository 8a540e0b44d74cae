import { buildSite } from '../build/build-site.ts';
import { makeProgress } from '../build/progress.ts';
import { countArticles, formatCount } from '../site/counted.ts';
import { settings } from '../site/settings.ts';
import { type Command, printJson, say } from './command.ts';
import { applySettings } from './flags.ts';
import { today } from './today.ts';

/** `stet build`: the finished site. */
export const build: Command = {
  summary: 'make the finished static site, search included',
  flags: ['content', 'out', 'cache', 'url', 'clean', 'json'],
  async run(values) {
    applySettings(values);
    const summary = await buildSite({ settings: settings(), clean: values.clean ?? false, release: today(), progress: makeProgress(process.stderr) });
    if (values.json) printJson(summary);
    say(
      `${countArticles(summary.articles)}, ${formatCount(summary.files)} files, ${formatCount(summary.written)} of them written, in ${summary.seconds.toFixed(1)} s with ${summary.peakMemoryMiB} MiB, in ${settings().outDir}`,
    );
    return 0;
  },
};
