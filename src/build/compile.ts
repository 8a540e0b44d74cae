/**
 * Program: compiles the templates, and renders no page, into the folder that is its argument. It is a
 * process of its own because Astro and Vite stay in memory, which the rest of a build has better use for.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AstroIntegration, type AstroPrerenderer, build } from 'astro';
import { RESPONSE } from './page-response.ts';
import { ROOT } from './root.ts';
import { PARTS } from './template.ts';

const [dir = ''] = process.argv.slice(2);
const outDir = join(dir, PARTS.assets);
// Files of the publisher's are none of the template's business.
const publicDir = join(dir, 'cache', 'public');
mkdirSync(publicDir, { recursive: true });

/** Takes what Astro renders from, in place of rendering. */
function take(): AstroIntegration {
  let pages: ReadonlyMap<string, { styles: unknown }> = new Map();
  return {
    name: 'stet-compile',
    hooks: {
      'astro:build:setup': (options) => {
        // Filled with each page's style sheets by the time that pages would be rendered.
        pages = options.pages as unknown as typeof pages;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const prerenderer: AstroPrerenderer = {
          name: 'stet-compile',
          setup: async () => {
            renameSync(join(outDir, '.prerender'), join(dir, PARTS.server));
            writeFileSync(join(dir, PARTS.styles), JSON.stringify([...pages].map(([key, { styles }]) => [key, styles])));
          },
          getStaticPaths: async () => [],
          render: async () => new Response(),
        };
        setPrerenderer(prerenderer);
      },
    },
  };
}

await build({
  root: ROOT,
  outDir,
  publicDir,
  cacheDir: join(dir, 'cache'),
  logLevel: 'error',
  force: true,
  integrations: [take()],
  vite: { environments: { prerender: { define: { Response: RESPONSE } } } },
});
