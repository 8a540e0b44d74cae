import { globSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../../limits.ts';
import { isObject, type Json, type JsonObject, text } from '../json-stream.ts';
import { fromToml, fromYaml, splitFrontmatter } from './frontmatter.ts';

/** Somebody or something that pages of a tree name by an id: an author, a source, a topic. */
export interface Term {
  name: string;
  url?: string;
}

/** What a tree of Markdown files says of the site that it is the source of. */
export interface Site {
  /** Name of the site, and whether it says so itself; else it is that of its folder. */
  name: string;
  named: boolean;
  url?: string;
  language?: string;
  /** By kind (`sources`, `authors`, `topics`), then by id. */
  terms: ReadonlyMap<string, ReadonlyMap<string, Term>>;
  /** Files that describe a term; they are no articles. */
  termFiles: ReadonlySet<string>;
}

const CONFIGS = [
  'hugo',
  'config',
  '_config',
  'config/_default/hugo',
  'config/_default/config',
  '_data/site',
  '_data/metadata',
  'src/_data/site',
  'src/_data/metadata',
  'src/_data/metadata',
].flatMap((name) => ['toml', 'yaml', 'yml', 'json'].map((ending) => `${name}.${ending}`));

const KINDS: Record<string, string> = {
  source: 'sources', sources: 'sources', publishers: 'sources', publications: 'sources', outlets: 'sources',
  author: 'authors', authors: 'authors', people: 'authors', contributors: 'authors', team: 'authors',
  topic: 'topics', topics: 'topics', tag: 'topics', tags: 'topics', category: 'topics', categories: 'topics',
}; // biome-ignore format: a table

/** No site has more terms that are worth a name. */
const MOST_TERMS = 20_000;

/** Reads what a tree says of itself: its configuration, and the files that describe its sources, authors and topics. */
export function readSite(root: string): Site {
  const config = CONFIGS.map((name) => settingsIn(join(root, name))).find((each) => each !== undefined) ?? {};
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
  const folder = basename(root.replace(/[/\\]+$/, '')) || 'site';
  const title = text(config.title) ?? text(config.name);
  const url = [config.baseURL, config.baseurl, config.baseUrl, config.url, config.site]
    .map(text)
    .find((each) => each !== undefined && /^https?:\/\//.test(each));
  // A folder that goes by the id of one of its sources is that source's.
  const own = terms.get('sources')?.get(folder.toLowerCase());
  return {
    name: title ?? own?.name ?? folder,
    named: title !== undefined || own !== undefined,
    ...((url ?? own?.url) !== undefined && { url: url ?? own?.url }),
    ...((text(config.languageCode) ?? text(config.defaultContentLanguage) ?? text(config.lang) ?? text(config.language)) !== undefined && {
      language: text(config.languageCode) ?? text(config.defaultContentLanguage) ?? text(config.lang) ?? text(config.language),
    }),
    terms,
    termFiles,
  };
}

/** Fields that make a file an article rather than the description of something. */
const DATES = ['date', 'publishDate', 'pubDate', 'pubDatetime', 'published'];

function settingsIn(file: string): JsonObject | undefined {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const written = readFileSync(file, 'utf8');
  try {
    if (/\.toml$/.test(file)) return fromToml(written);
    if (/\.ya?ml$/.test(file)) return fromYaml(written);
    if (/\.json$/.test(file)) {
      const value = JSON.parse(written) as Json;
      return isObject(value) ? value : undefined;
    }
    return splitFrontmatter(written).fields;
  } catch (error) {
    // What cannot be read as settings says nothing; as an article, its own reader will say so.
    if (error instanceof Refusal || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
