import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../limits.ts';
import { isObject, type Json, type JsonObject, text } from '../json-stream.ts';
import { fromToml, fromYaml, splitFrontmatter } from './frontmatter.ts';
import { literals } from './script.ts';

/** What a site's own configuration says of it. */
export interface Config {
  title?: string;
  url?: string;
  language?: string;
  /** Whether Jekyll makes the site, which has rules of its own for lists. */
  jekyll: boolean;
}

const inFormats = (names: string[], endings: string[]) => names.flatMap((name) => endings.map((ending) => `${name}.${ending}`));
const DATA = ['toml', 'yaml', 'yml', 'json'];
const SCRIPT = ['js', 'mjs', 'cjs', 'ts', 'mts'];

/** Files that only the folder of a site has. */
const MARKS = [
  ...inFormats(['hugo', '_config', 'config/_default/hugo', 'config/_default/config'], DATA),
  ...inFormats(['astro.config', 'eleventy.config', '.eleventy'], SCRIPT),
];

/** Files that speak of a site, wherever it has them. Other programs have a `config.json`, too: they count where they give a title or an address. */
const FACTS = [...inFormats(['config'], DATA), ...inFormats(['_data/site', '_data/metadata', 'src/_data/site', 'src/_data/metadata'], [...DATA, ...SCRIPT])];

/** What the folder of a site says of it; undefined where a folder is none. */
export function configIn(dir: string): Config | undefined {
  const marks = MARKS.filter((name) => isFile(join(dir, name)));
  const said = [...marks, ...FACTS].flatMap((name) => {
    const settings = settingsIn(join(dir, name));
    return settings === undefined ? [] : factsOf(name.startsWith('config.') ? { ...settings, name: null } : settings);
  });
  const jekyll = marks.some((name) => name.startsWith('_config.'));
  const first = (name: 'title' | 'url' | 'language') => said.map((each) => each[name]).find((each) => each !== undefined);
  const [title, url, language] = [first('title'), first('url'), first('language')];
  return marks.length === 0 && title === undefined && url === undefined ? undefined : { jekyll, title, url, language };
}

function factsOf(config: JsonObject): { title?: string; url?: string; language?: string } {
  const first = (values: (Json | undefined)[]) => values.map(text).find((each) => each !== undefined && each.trim() !== '');
  const language = first([config.languageCode, config.defaultContentLanguage, config.lang, config.language, config.locale]);
  // Of a site in several languages, Hugo has these facts for each.
  const { [text(config.defaultContentLanguage) ?? 'en']: own } = isObject(config.languages) ? config.languages : {};
  const more = isObject(own) ? own : {};
  return {
    title: first([config.title, more.title, config.name]),
    url: [config.baseURL, config.baseurl, config.baseUrl, config.url, config.site, more.baseURL].map(text).find((each) => /^https?:\/\//.test(each ?? '')),
    language: first([more.languageCode, more.locale]) ?? language,
  };
}

/** Fields of a file of settings, or of Markdown; a script is read, not run. Undefined where there is none that can be read. */
export function settingsIn(file: string): JsonObject | undefined {
  if (!isFile(file)) return undefined;
  const written = readFileSync(file, 'utf8');
  try {
    if (/\.toml$/.test(file)) return fromToml(written);
    if (/\.ya?ml$/.test(file)) return fromYaml(written);
    if (/\.[cm]?[jt]s$/.test(file)) return literals(written);
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

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
