import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, isSeq, parseDocument, type YAMLSeq } from 'yaml';
import { ContentError } from '../errors.ts';
import type { Move } from '../ledger/hold.ts';
import { splitFrontmatter } from './document.ts';
import { type Folder, readText } from './files.ts';

/**
 * Adds the former addresses of articles that moved to their `aliases`, the one thing in a publisher's
 * files that the program ever changes. Every other byte stays.
 */
export function addAliases(folder: Folder, moves: readonly Move[]): void {
  for (const { article, from } of moves) {
    const file = `articles/${article}.md`;
    const read = readText(folder, file);
    if ('message' in read) throw new ContentError([read]);
    const text = withAliases(Buffer.from(read.bytes).toString('utf8'), from);
    if (text === undefined) {
      throw new ContentError([
        {
          file: folder.name(file),
          line: 1,
          column: 1,
          message: `The article moved here from ${from.join(' and ')}, and its “aliases” are written in a way that nothing can be added to.`,
          hint: `Write them as a list with ${from.map((path) => JSON.stringify(path)).join(' and ')} in it.`,
        },
      ]);
    }
    writeFileSync(join(folder.dir, file), text);
  }
}

/** A file's text with more aliases in its frontmatter; undefined where it is not known how to add them. */
export function withAliases(text: string, aliases: readonly string[]): string | undefined {
  const parts = splitFrontmatter({ file: '', text: text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n') });
  if ('message' in parts) return undefined;
  const end = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  // Where the YAML stands in the text as it is.
  const start = text.indexOf(end) + end.length;
  const yaml = text.slice(start, start + parts.yaml.length + (end.length - 1) * (parts.yaml.split('\n').length - 1));
  const document = parseDocument(yaml);
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const pair = document.contents.items.find(({ key }) => isScalar(key) && key.value === 'aliases');
  const words = aliases.map(scalar);
  const changed = pair === undefined ? `${yaml}aliases: [${words.join(', ')}]${end}` : isSeq(pair.value) ? inserted(yaml, pair.value, words, end) : undefined;
  if (changed === undefined) return undefined;
  const before = document.toJS() as { aliases?: string[] };
  const after = parseDocument(changed).toJS() as unknown;
  const wanted = { ...before, aliases: [...(before.aliases ?? []), ...aliases] };
  if (JSON.stringify(sorted(after)) !== JSON.stringify(sorted(wanted))) return undefined;
  return text.slice(0, start) + changed + text.slice(start + yaml.length);
}

function inserted(yaml: string, list: YAMLSeq, words: readonly string[], end: string): string | undefined {
  const [from, to] = list.range ?? [];
  const last = list.items.at(-1) as { range?: readonly number[] } | undefined;
  if (from === undefined || to === undefined) return undefined;
  if (list.flow === true) {
    const at = last?.range?.[1] ?? from + 1;
    return `${yaml.slice(0, at)}${last === undefined ? '' : ', '}${words.join(', ')}${yaml.slice(at)}`;
  }
  const at = last?.range?.[1];
  if (at === undefined) return undefined;
  const indent = /[ \t]*$/.exec(yaml.slice(0, from))?.[0] ?? '';
  const lineEnd = yaml.indexOf(end, at);
  const stop = lineEnd < 0 ? yaml.length : lineEnd;
  return `${yaml.slice(0, stop)}${words.map((word) => `${end}${indent}- ${word}`).join('')}${yaml.slice(stop)}`;
}

// Quoted wherever YAML might see more in it than letters.
function scalar(value: string): string {
  return /^\/[\p{L}\p{M}\p{N}/._-]+$/u.test(value) ? value : JSON.stringify(value);
}

function sorted(fields: unknown): unknown {
  return fields !== null && typeof fields === 'object' && !Array.isArray(fields) ? Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)) : fields;
}
