import { buildSite } from '../build/build-site.ts';
import { countArticles } from '../site/counted.ts';
import { settings } from '../site/settings.ts';
import { type Command, printJson, say } from './command.ts';
import { applySettings } from './flags.ts';

/** `stet build`: the finished site. */
export const build: Command = {
  summary: 'make the finished static site, search included',
  flags: ['content', 'out', 'cache', 'url', 'clean', 'json'],
  async run(values) {
    applySettings(values);
    const summary = await buildSite({ settings: settings(), clean: values.clean ?? false, say });
    if (values.json) printJson(summary);
    say(
      `${countArticles(summary.articles)}, ${summary.rendered} pages, ${summary.files} files in ${summary.seconds.toFixed(1)} s with ${summary.peakMemoryMiB} MiB, in ${settings().outDir}`,
    );
    return 0;
  },
};
