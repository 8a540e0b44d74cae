import { parse as parseToml, TomlDate } from 'smol-toml';
import { parseDocument } from 'yaml';
import { Refusal } from '../../limits.ts';
import { isObject, type Json, type JsonObject } from '../json-stream.ts';

/** A Markdown file taken apart. */
export interface MarkdownFile {
  fields: JsonObject;
  body: string;
}

/** No file's fields are longer; in characters. */
const MOST_FIELDS = 256 * 1024;

/** Takes frontmatter in YAML, TOML or JSON from a Markdown file. Throws a `Refusal` where it cannot be read. */
export function splitFrontmatter(written: string): MarkdownFile {
  const text = written
    .replace(/^\ufeff/, '')
    .replaceAll(/\r\n?/g, '\n')
    .replace(/^\s+(?=---|\+\+\+|\{)/, '');
  const fenced = /^(---|\+\+\+)[ \t]*\n([\s\S]*?)(?:\n|^)\1[ \t]*(?:\n|$)/.exec(text);
  if (fenced !== null) {
    const [all = '', fence, source = ''] = fenced;
    if (source.length > MOST_FIELDS) throw new Refusal('Its frontmatter is longer than any article’s.');
    return { fields: fence === '---' ? fromYaml(source) : fromToml(source), body: text.slice(all.length) };
  }
  const json = /^\{\n[\s\S]*?\n\}[ \t]*(?:\n|$)/.exec(text)?.[0];
  if (json !== undefined) return { fields: fromJson(json), body: text.slice(json.length) };
  return { fields: {}, body: text };
}

/** Reads fields written in YAML, as static site generators do: leniently. */
export function fromYaml(source: string): JsonObject {
  const document = parseDocument(source, { uniqueKeys: false, logLevel: 'silent', resolveKnownTags: false });
  const [error] = document.errors;
  if (error !== undefined) throw new Refusal(`Its frontmatter cannot be read (${(error.message.split('\n')[0] ?? '').slice(0, 160)}).`);
  try {
    // Aliases multiply what they stand for.
    return objectOf(document.toJS({ maxAliasCount: 50 }));
  } catch {
    throw new Refusal('Its frontmatter uses more YAML aliases than any article’s.');
  }
}

/** Reads fields written in TOML. A date without its offset is a day. */
export function fromToml(source: string): JsonObject {
  try {
    return objectOf(plain(parseToml(source)));
  } catch (error) {
    throw new Refusal(`Its frontmatter cannot be read (${((error as Error).message.split('\n')[0] ?? '').slice(0, 160)}).`);
  }
}

function fromJson(source: string): JsonObject {
  try {
    return objectOf(JSON.parse(source));
  } catch (error) {
    throw new Refusal(`Its frontmatter cannot be read (${((error as Error).message.split('\n')[0] ?? '').slice(0, 160)}).`);
  }
}

function objectOf(value: unknown): JsonObject {
  return isObject(value as Json) ? (value as JsonObject) : {};
}

function plain(value: unknown): Json {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
  return (value ?? null) as Json;
}
