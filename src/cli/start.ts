import { once } from 'node:events';
import { buildSite } from '../build/build-site.ts';
import { makeProgress } from '../build/progress.ts';
import { serve } from '../build/serve.ts';
import { settings } from '../site/settings.ts';
import { type Command, say } from './command.ts';
import { applySettings } from './flags.ts';

const PORT = 4321;

/** `stet start`: builds the archive and serves it on this machine. */
export const start: Command = {
  summary: 'build the archive and serve it on this machine',
  flags: ['content', 'out', 'cache', 'url', 'clean', 'port'],
  async run(values) {
    applySettings(values);
    const made = settings();
    await buildSite({ settings: made, clean: values.clean ?? false, release: undefined, progress: makeProgress(process.stderr) });
    const wanted = Number(values.port ?? PORT);
    const server = await serve({ dir: made.outDir, base: made.url.pathname, port: wanted });
    if (server.port !== wanted) say(`Port ${wanted} is in use; taking ${server.port}.`);
    process.stdout.write(`http://localhost:${server.port}${made.url.pathname}\n`);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await server.close();
    return 0;
  },
};
