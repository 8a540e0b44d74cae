import { type BuildSummary, buildSite } from '../build/build-site.ts';
import { isSite } from '../build/parts.ts';
import { makeProgress } from '../build/progress.ts';
import { parseShard } from '../build/shard.ts';
import { UsageError } from '../errors.ts';
import { countArticles, formatCount } from '../site/counted.ts';
import { settings } from '../site/settings.ts';
import { type Command, printJson, say } from './command.ts';
import { applySettings } from './flags.ts';
import { today } from './today.ts';

/** `stet build`: the finished site. */
export const build: Command = {
  summary: 'make the finished static site, search included',
  flags: ['content', 'out', 'cache', 'url', 'clean', 'shard', 'json'],
  async run(values) {
    const shard = values.shard === undefined ? undefined : parseShard(values.shard);
    // A part must not take the place of a site.
    applySettings({ ...values, ...(shard && { out: values.out ?? `dist-${shard.at}-of-${shard.of}` }) });
    if (shard !== undefined && isSite(settings().outDir)) throw new UsageError(`--out ${settings().outDir} holds a site; a part goes into a folder of its own`);
    const summary = await buildSite({
      settings: settings(),
      clean: values.clean ?? false,
      release: shard === undefined ? today() : undefined,
      progress: makeProgress(process.stderr),
      ...(shard && { shard }),
    });
    tell(summary, values.json);
    return 0;
  },
};

/** `stet merge`: the finished site, from the shares of several machines. */
export const merge: Command = {
  summary: 'put the site together from parts that “build --shard” has made',
  flags: ['content', 'out', 'cache', 'url', 'json'],
  operands: 'DIR…',
  async run(values, parts) {
    applySettings(values);
    const summary = await buildSite({ settings: settings(), clean: true, release: today(), parts, progress: makeProgress(process.stderr) });
    tell(summary, values.json);
    return 0;
  },
};

function tell(summary: BuildSummary, json: boolean | undefined): void {
  if (json) printJson(summary);
  say(
    `${countArticles(summary.articles)}, ${formatCount(summary.files)} files, ${formatCount(summary.written)} of them written, in ${summary.seconds.toFixed(1)} s with ${summary.peakMemoryMiB} MiB, in ${settings().outDir}`,
  );
}
