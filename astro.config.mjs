import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import { stet } from './src/site/integration.ts';
import { settings } from './src/site/settings.ts';

const { url, outDir, cacheDir } = settings();

export default defineConfig({
  site: url.origin,
  base: url.pathname,
  outDir,
  cacheDir,
  trailingSlash: 'always',
  output: 'static',
  // Whitespace between inline elements is part of the text.
  compressHTML: true,
  // Pages are written while others are rendered: a file at a time leaves the processor waiting for the disk.
  build: { format: 'directory', inlineStylesheets: 'never', assets: '_astro', concurrency: 16 },
  // Articles go through the project's own pipeline (src/markdown); this one is for Astro's own use and changes no text.
  markdown: { processor: unified({ smartypants: false }) },
  devToolbar: { enabled: false },
  integrations: [stet()],
  vite: {
    build: { assetsInlineLimit: 0, cssCodeSplit: true },
    // The search's own thread loads the stemmers of an archive's languages as it needs them; scripts that pages load when they are needed are bundled as workers are (`?worker&url`), but run in the page.
    worker: { format: 'es' },
  },
});
