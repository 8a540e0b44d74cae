import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyProgram } from '../../../src/bench/program.ts';
import type { BuildSummary } from '../../../src/build/build-site.ts';
import { writeEveryday } from '../../fixtures/sites/everyday.ts';
import { writeHostile } from '../../fixtures/sites/hostile.ts';
import { run, stet } from './checkout.ts';

/** A finished site on disk. */
export interface BuiltSite {
  /** Folder of its files. */
  dir: string;
  /** Folder of its content. */
  content: string;
  /** Where it believes to be published. */
  url: string;
  /** What `stet build --json` said; a plain Astro build says nothing. */
  summary?: BuildSummary;
}

/** The sites: what each is built from and how is said where they are built. */
export type SiteName = 'many' | 'manyElsewhere' | 'based' | 'plain' | 'own' | 'hostile' | 'hostileWithoutPolicy';

/** The static part of the site that has one of everything. */
const MANY = fileURLToPath(new URL('../../fixtures/sites/many/', import.meta.url));

/**
 * Builds all sites that tests look at: in two copies of the program at a time, each build of a copy
 * after the other. The second copy lies in a folder with an odd name, and lives in another time zone.
 */
export async function buildSites(dir: string): Promise<Record<SiteName, BuiltSite>> {
  const here = copyProgram(join(dir, 'here'));
  const elsewhere = copyProgram(join(dir, 'some where', 'else – ü'));
  const [west, east] = [{ TZ: 'America/Los_Angeles' }, { TZ: 'Pacific/Apia' }];
  const many = join(dir, 'many');
  cpSync(MANY, many, { recursive: true });
  writeEveryday(many);
  const manyElsewhere = join(elsewhere, 'a copy');
  cpSync(many, manyElsewhere, { recursive: true });
  const hostile = join(dir, 'hostile');
  writeHostile(hostile);
  const ready = (name: string) => join(dir, `site-${name}`);
  const cache = (name: string) => join(dir, `cache-${name}`);

  const build = async (name: string, program: string, content: string, url: string, env: NodeJS.ProcessEnv, flags: string[] = []): Promise<BuiltSite> => {
    const ended = await stet(program, ['build', '--json', '--content', content, '--out', ready(name), '--cache', cache(name), ...flags], env);
    if (ended.status !== 0) throw new Error(`The site “${name}” could not be built:\n${ended.stderr}`);
    return { dir: ready(name), content, url, summary: JSON.parse(ended.stdout) as BuildSummary };
  };
  const plain = async (): Promise<BuiltSite> => {
    const env = { ...west, STET_CONTENT: many, STET_OUT: ready('plain'), STET_CACHE: cache('plain'), ASTRO_TELEMETRY_DISABLED: '1' };
    const ended = await run(join(here, 'node_modules/astro/bin/astro.mjs'), ['build'], { cwd: here, env });
    if (ended.status !== 0) throw new Error(`“astro build” failed:\n${ended.stdout}${ended.stderr}`);
    return { dir: ready('plain'), content: many, url: 'https://many.example/' };
  };
  const [inWest, inEast] = await Promise.all([
    inTurn({
      many: () => build('many', here, many, 'https://many.example/', west),
      hostile: () => build('hostile', here, hostile, 'https://hostile.example/', west),
      plain,
    }),
    inTurn({
      manyElsewhere: () => build('manyElsewhere', elsewhere, manyElsewhere, 'https://many.example/', east),
      based: () => build('based', elsewhere, manyElsewhere, 'https://host.example/news/', east, ['--url', 'https://host.example/news/']),
      own: () => build('own', elsewhere, join(elsewhere, 'content'), 'https://stet.example/', east),
    }),
  ]);
  return { ...inWest, ...inEast, hostileWithoutPolicy: withoutPolicy(inWest.hostile, ready('hostile-without-policy')) };
}

/** Runs tasks one after the other. */
async function inTurn<Name extends string, Value>(tasks: Record<Name, () => Promise<Value>>): Promise<Record<Name, Value>> {
  const done: Partial<Record<Name, Value>> = {};
  for (const name of Object.keys(tasks) as Name[]) done[name] = await tasks[name]();
  return done as Record<Name, Value>;
}

/** A copy of a site whose pages have lost their Content Security Policy. */
function withoutPolicy(site: BuiltSite, to: string): BuiltSite {
  cpSync(site.dir, to, { recursive: true });
  for (const entry of readdirSync(to, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith('.html')) continue;
    const file = join(entry.parentPath, entry.name);
    const html = readFileSync(file, 'utf8');
    writeFileSync(file, html.replaceAll(/<meta http-equiv="Content-Security-Policy"[^>]*>/gi, ''));
  }
  return { ...site, dir: to };
}
