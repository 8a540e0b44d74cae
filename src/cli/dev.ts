import { once } from 'node:events';
import { ROOT } from '../build/root.ts';
import type { Command } from './command.ts';
import { applySettings } from './flags.ts';

/** `stet dev`: a preview that follows the content as it is edited. */
export const dev: Command = {
  summary: 'preview the archive while it is being edited',
  flags: ['content', 'cache', 'url', 'port'],
  async run(values) {
    applySettings(values);
    // Only a preview needs Astro here, and it takes its time to load.
    const { dev: astroDev } = await import('astro');
    const server = await astroDev({ root: ROOT, server: { port: Number(values.port ?? 4321) } });
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await server.stop();
    return 0;
  },
};
