import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** Where an archive is read from and written to; absolute paths. */
export interface Settings {
  /** `--content`; `STET_CONTENT`; default `content`. */
  contentDir: string;
  /** `--out`; `STET_OUT`; default `dist`. */
  outDir: string;
  /** `--cache`; `STET_CACHE`; default `node_modules/.cache/stet`. */
  cacheDir: string;
  /** `--url`; `STET_URL`; default: what `archive.yml` says. Ends in a slash. */
  url: URL;
  /** Whether Astro is to compile the templates and not to read the content; `STET_TEMPLATE=only`. */
  templateOnly: boolean;
}

/**
 * Settings of this process. They come from the environment because Astro, not we, loads the
 * configuration and the content collections; `stet` sets them from its flags.
 */
export function settings(): Settings {
  const contentDir = resolve(process.env.STET_CONTENT ?? 'content');
  return {
    contentDir,
    outDir: resolve(process.env.STET_OUT ?? 'dist'),
    cacheDir: resolve(process.env.STET_CACHE ?? join('node_modules', '.cache', 'stet')),
    url: withSlash(process.env.STET_URL ?? urlOf(contentDir)),
    templateOnly: process.env.STET_TEMPLATE === 'only',
  };
}

/** Address where nothing says where an archive is published. */
const NOWHERE = 'http://localhost:4321/';

// Only the address is taken here, and only where it is one: what is wrong with the file is said by
// those who read the content, with all other faults.
function urlOf(contentDir: string): string {
  try {
    const facts: unknown = parse(readFileSync(join(contentDir, 'archive.yml'), 'utf8'));
    const url = facts !== null && typeof facts === 'object' && 'url' in facts ? facts.url : undefined;
    return typeof url === 'string' && URL.canParse(url) ? url : NOWHERE;
  } catch {
    return NOWHERE;
  }
}

function withSlash(url: string): URL {
  const made = new URL(url);
  if (!made.pathname.endsWith('/')) made.pathname += '/';
  made.search = '';
  made.hash = '';
  return made;
}
