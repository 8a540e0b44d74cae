import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeAddresses } from '../archive/permalink.ts';
import type { PlannedPage } from '../site/plan.ts';
import type { Settings } from '../site/settings.ts';
import { type PageResponse, provideResponse } from './page-response.ts';
import { PARTS, type Template } from './template.ts';

/** The bytes of a page. */
export type Render = (page: Pick<PlannedPage, 'path' | 'route'>) => Promise<Buffer>;

// What the entry of a compiled template offers (Astro 7.3, `astro/entrypoints/prerender`): the app that
// its own build renders pages with, which wants to be told each route's style sheets.
interface Entry {
  app: {
    manifest: { routes: readonly { routeData: { route: string } }[]; pageMap: Map<string, () => Promise<unknown>> };
    setInternals(internals: { pagesByKeys: ReadonlyMap<string, { styles: unknown[] }>; entrySpecifierToBundleMap: ReadonlyMap<string, string> }): void;
    setOptions(options: {
      settings: { scripts: readonly unknown[] };
      logger: { options: { destination: { write(event: { level: string; message: string }): void } } };
    }): void;
    render(request: Request, options: { routeData: unknown }): Promise<PageResponse>;
  };
}

provideResponse();

/** Loads a template. What its pages show must have been given before (see `site/given.ts`): the first page takes it. */
export async function loadRenderer(template: Template, settings: Settings): Promise<Render> {
  const server = join(template.dir, PARTS.server);
  const name = readdirSync(server).find((file) => file.startsWith('prerender-entry'));
  if (name === undefined) throw new Error(`${server} holds no compiled template.`);
  const { app } = (await import(pathToFileURL(join(server, name)).href)) as Entry;
  const styles = JSON.parse(readFileSync(join(template.dir, PARTS.styles), 'utf8')) as [string, unknown[]][];
  app.setInternals({ pagesByKeys: new Map(styles.map(([key, value]) => [key, { styles: value }])), entrySpecifierToBundleMap: new Map() });
  app.setOptions({
    settings: { scripts: [] },
    logger: {
      options: {
        destination: {
          write: ({ level, message }) => {
            if (level === 'error') throw new Error(message);
          },
        },
      },
    },
  });
  // Astro imports a page's module for every page anew, which takes Node a tenth of a millisecond each time.
  for (const [component, load] of app.manifest.pageMap) {
    let module: Promise<unknown> | undefined;
    app.manifest.pageMap.set(component, () => (module ??= load()));
  }
  const routes = new Map(app.manifest.routes.map(({ routeData }) => [routeData.route, routeData]));
  const { href } = makeAddresses(settings.url.href);
  return async ({ path, route }) => {
    const routeData = routes.get(route);
    if (routeData === undefined) throw new Error(`There is no route ${route}.`);
    const response = await app.render(new Request(settings.url.origin + href(path)), { routeData });
    if (response.status !== 200 && path !== '/404/') throw new Error(`${path} could not be rendered: status ${response.status}.`);
    return response.bytes();
  };
}
