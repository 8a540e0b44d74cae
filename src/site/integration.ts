import type { AstroIntegration } from 'astro';
import { listFiles, openFolder } from '../content/files.ts';
import { countArticles } from './counted.ts';
import { settings } from './settings.ts';

/**
 * What Stet adds to an Astro build: it watches the content folder in a preview, and after a build it
 * counts. Articles in, pages out: any difference is an error, for a text must not be lost quietly.
 */
export function stet(): AstroIntegration {
  return {
    name: 'stet',
    hooks: {
      'astro:config:setup': ({ addWatchFile, command }) => {
        if (command === 'dev') addWatchFile(`${settings().contentDir}/archive.yml`);
      },
      'astro:build:done': ({ pages, logger }) => {
        if (settings().templateOnly) return;
        const rendered = new Set(pages.map(({ pathname }) => decodeURI(pathname).replace(/^\/?/, '/')));
        const files = listFiles(openFolder(settings().contentDir), 'articles');
        const lost = files.filter((file) => !rendered.has(`/${file.slice('articles/'.length, -'.md'.length).normalize('NFC')}/`));
        if (lost.length > 0)
          throw new Error(`${files.length} files in articles/, but no page was made of ${lost.slice(0, 10).join(', ')}${lost.length > 10 ? ' …' : ''}.`);
        logger.info(`${countArticles(files.length)}. Search needs its index too: npm run build makes both.`);
      },
    },
  };
}
