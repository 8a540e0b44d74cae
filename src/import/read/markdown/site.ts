import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { isObject, type JsonObject, text } from '../json-stream.ts';
import { type Config, configIn, settingsIn } from './config.ts';

/** Somebody or something that pages of a tree name by an id: an author, a source, a topic. */
export interface Term {
  name: string;
  url?: string;
}

/** What a tree of Markdown files says of the site that it is the source of. */
export interface Site {
  /** Its folder: where its configuration lies, else the one that was named. */
  dir: string;
  /** As it says itself; a folder's name is none. */
  name?: string;
  url?: string;
  language?: string;
  jekyll: boolean;
  /** By kind (`sources`, `authors`, `topics`), then by id. */
  terms: ReadonlyMap<string, ReadonlyMap<string, Term>>;
  /** Files that describe a term; they are no articles. */
  termFiles: ReadonlySet<string>;
}

const KINDS: Record<string, string> = {
  source: 'sources', sources: 'sources', publishers: 'sources', publications: 'sources', outlets: 'sources',
  author: 'authors', authors: 'authors', people: 'authors', contributors: 'authors', team: 'authors',
  topic: 'topics', topics: 'topics', tag: 'topics', tags: 'topics', category: 'topics', categories: 'topics',
}; // biome-ignore format: a table

/** No site has more terms that are worth a name. */
const MOST_TERMS = 20_000;

/** A configuration is looked for so many folders above the one that was named: `content/en/posts/2020/03` of a site. */
const MOST_ABOVE = 6;

/** Sites as they are met: of each file the one whose configuration lies nearest above it, else that of the folder that was named. */
export function makeSites(): (file: string, root?: string) => Site | undefined {
  const sites = new Map<string, Site>();
  const nearest = new Map<string, { dir: string; config: Config } | undefined>();
  const find = (dir: string, named: string): { dir: string; config: Config } | undefined => {
    if (nearest.has(dir)) return nearest.get(dir);
    const config = configIn(dir);
    const up = dirname(dir);
    // A repository is the whole of something.
    const isOutmost =
      up === dir ||
      existsSync(join(dir, '.git')) ||
      relative(dir, named)
        .split(/[/\\]/)
        .filter((step) => step !== '' && step !== '..').length >= MOST_ABOVE;
    const found = config !== undefined ? { dir, config } : isOutmost ? undefined : find(up, named);
    nearest.set(dir, found);
    return found;
  };
  return (file, root) => {
    const folder = dirname(resolve(file));
    const found = find(folder, root === undefined ? folder : resolve(root));
    if (found === undefined && root === undefined) return undefined;
    const dir = found?.dir ?? resolve(root ?? '');
    const site = sites.get(dir) ?? readSite(dir, found?.config);
    sites.set(dir, site);
    return site;
  };
}

/** Reads what a tree says of itself: its configuration, and the files that describe its sources, authors and topics. */
function readSite(root: string, config: Config = { jekyll: false }): Site {
  const terms = new Map<string, Map<string, Term>>();
  const termFiles = new Set<string>();
  const learn = (kind: string, id: string, fields: JsonObject) => {
    const name = text(fields.name) ?? text(fields.display_name) ?? text(fields.title) ?? text(fields.label);
    const url = [fields.url, fields.domain, fields.website, fields.homepage].map(text).find((each) => each !== undefined && /^https?:\/\//.test(each));
    if (name === undefined || id === '') return;
    if (!terms.has(kind)) terms.set(kind, new Map());
    terms.get(kind)?.set(id.toLowerCase(), { name: name.trim(), ...(url !== undefined && { url }) });
  };
  const folders = Object.keys(KINDS).join(',');
  const files = globSync(`**/{${folders}}{,/*}/*.{md,mdx,markdown,json,yml,yaml,toml}`, {
    cwd: root,
    exclude: (name) => /^(?:node_modules|\..+)$/.test(basename(name)),
  });
  for (const file of [...new Set(files)].sort().slice(0, MOST_TERMS)) {
    const kind = KINDS[basename(dirname(file)).toLowerCase()] ?? KINDS[basename(dirname(dirname(file))).toLowerCase()];
    const fields = settingsIn(join(root, file));
    if (kind === undefined || fields === undefined || DATES.some((field) => fields[field] !== undefined)) continue;
    const stem = basename(file).replace(/\.\w+$/, '');
    learn(kind, text(fields.slug) ?? (/^_?index$/.test(stem) ? basename(dirname(file)) : stem), fields);
    termFiles.add(join(root, file));
  }
  for (const file of globSync('{,*/,*/*/}{_data,data}/{authors,author,sources,topics,categories,tags}.{yml,yaml,json,toml}', { cwd: root })) {
    const kind = KINDS[basename(file).replace(/\.\w+$/, '')];
    for (const [id, fields] of Object.entries(settingsIn(join(root, file)) ?? {})) {
      if (kind !== undefined) learn(kind, id, isObject(fields) ? fields : { name: fields });
    }
  }
  // A folder that goes by the id of one of its sources is that source's.
  const own = terms.get('sources')?.get(basename(root).toLowerCase());
  return { dir: root, name: config.title ?? own?.name, url: config.url ?? own?.url, language: config.language, jekyll: config.jekyll, terms, termFiles };
}

/** Fields that make a file an article rather than the description of something. */
const DATES = ['date', 'publishDate', 'pubDate', 'pubDatetime', 'published'];
