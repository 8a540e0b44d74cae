import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { parseShard } from '../build/shard.ts';
import { UsageError } from '../errors.ts';

/** A flag of a command, as `--help` shows it and as Node's `parseArgs` takes it. */
export interface Flag {
  type: 'string' | 'boolean';
  /** What stands for its value in the help: `DIR`. */
  value?: string;
  help: string;
}

/** Flags that more than one command takes. */
export const flags = {
  content: { type: 'string', value: 'DIR', help: 'where the archive is written (default: content)' },
  out: { type: 'string', value: 'DIR', help: 'where the finished site goes (default: dist)' },
  cache: { type: 'string', value: 'DIR', help: 'where work is kept for the next build (default: node_modules/.cache/stet)' },
  url: { type: 'string', value: 'URL', help: 'where the site is published; a path in it is the base path (default: url of archive.yml)' },
  clean: { type: 'boolean', help: 'ignore the cache' },
  json: { type: 'boolean', help: 'print one summary for programs on standard output' },
  'dry-run': { type: 'boolean', help: 'show what would be done, and write nothing' },
  fetch: { type: 'boolean', help: 'fetch the pages of which a feed gives a summary alone' },
  source: { type: 'string', value: 'NAME', help: 'who published the articles that name no source' },
  mapping: {
    type: 'string',
    value: 'FILE',
    help: 'what articles do not say themselves, and which column of a table holds what (default: guessed, and written down to be corrected)',
  },
  report: { type: 'string', value: 'FILE', help: 'page that shows what is doubtful beside its original (default: import-report.html in the cache)' },
  shard: { type: 'string', value: 'I/N', help: 'make one of N shares, 1/N to N/N, for “merge” (default: everything)' },
  port: { type: 'string', value: 'N', help: 'port to serve on (default: 4321, or the next free one)' },
  articles: { type: 'string', value: 'N', help: 'size of the archive (default: 1,000, and then 10,000)' },
  large: { type: 'boolean', help: 'measure 100,000 articles as well; takes some gigabytes of disk' },
  runs: { type: 'string', value: 'N', help: 'how often each size is measured (default: 3, from 100,000 articles on 1)' },
  dir: { type: 'string', value: 'DIR', help: 'where archives and sites are made meanwhile (default: where temporary files go)' },
  help: { type: 'boolean', help: 'print this' },
} satisfies Record<string, Flag>;

/** Name of a flag. */
export type FlagName = keyof typeof flags;

/** Values of the flags that were given. */
export type FlagValues = { [Name in FlagName]?: (typeof flags)[Name]['type'] extends 'boolean' ? boolean : string };

/**
 * Reads the arguments of a command. Throws a `UsageError` where they are not among `names`, or make no sense, or where
 * something stands beside them in a command without `operands`.
 */
export function readFlags(args: string[], names: readonly FlagName[], operands?: string): { values: FlagValues; given: string[] } {
  const options: ParseArgsOptionsConfig = Object.fromEntries([...names, 'help' as const].map((name) => [name, { type: flags[name].type }]));
  let values: FlagValues;
  let given: string[];
  try {
    const parsed = parseArgs({ args, options, strict: true, allowPositionals: operands !== undefined });
    [values, given] = [parsed.values as FlagValues, parsed.positionals];
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0]);
  }
  if (values.url !== undefined && !(URL.canParse(values.url) && /^https?:$/.test(new URL(values.url).protocol))) {
    throw new UsageError(`--url ${values.url} is not an address such as https://example.org/news/`);
  }
  if (values.port !== undefined && !(/^\d+$/.test(values.port) && Number(values.port) > 0 && Number(values.port) < 65536)) {
    throw new UsageError(`--port ${values.port} is not a port between 1 and 65535`);
  }
  if (values.shard !== undefined && parseShard(values.shard) === undefined) {
    throw new UsageError(`--shard ${values.shard} is not one of several, such as 3/8`);
  }
  if (operands !== undefined && given.length === 0 && !values.help) throw new UsageError(`There is nothing to do it with: ${operands}`);
  for (const name of ['articles', 'runs'] as const) {
    if (values[name] !== undefined && !/^[1-9]\d{0,6}$/.test(values[name])) throw new UsageError(`--${name} ${values[name]} is not a whole number from 1 on`);
  }
  return { values, given };
}

/** Makes flags the settings of this process; see `src/site/settings.ts`. */
export function applySettings({ content, out, cache, url }: FlagValues): void {
  if (content !== undefined) process.env.STET_CONTENT = content;
  if (out !== undefined) process.env.STET_OUT = out;
  if (cache !== undefined) process.env.STET_CACHE = cache;
  if (url !== undefined) process.env.STET_URL = url;
}

/** The flags of a command, a line each. */
export function describeFlags(names: readonly FlagName[]): string {
  const rows = [...names, 'help' as const].map((name) => {
    const flag: Flag = flags[name];
    return [`  --${name}${flag.value === undefined ? '' : ` ${flag.value}`}`, flag.help] as const;
  });
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `${left.padEnd(width)}  ${right}`).join('\n');
}
