import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../site/settings.ts';
import { listOutput } from './output.ts';
import { ROOT } from './root.ts';

/**
 * The pages' templates as Astro compiles them: modules that render, and the style sheets and scripts
 * that pages load. Compiling takes seconds and depends on the program and the base path alone, so
 * it is done once and kept.
 */
export interface Template {
  /** Digest of all that it was made from. */
  key: string;
  dir: string;
}

/** Parts of a template's folder. */
export const PARTS = { assets: 'assets', server: 'server', styles: 'styles.json', seal: 'seal.json' } as const;

// Below the program, where its modules find the packages that they import; git does not see it.
const PLACE = join(ROOT, '.astro', 'templates');

/** So many are kept, and all that somebody may be at work with: those of the last day. */
const KEPT = 6;
const DAY = 86_400_000;

/** Digest of the program's files, below some folders of `src` where they are named, and of what they stand on. */
export function programKey(rooms?: readonly string[]): string {
  const src = join(ROOT, 'src');
  const files = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => relative(src, join(entry.parentPath, entry.name)))
    .filter((file) => rooms === undefined || rooms.some((room) => file.startsWith(`${room}/`)))
    .sort();
  const rest = ['package-lock.json', 'astro.config.mjs'].map((name) => join(ROOT, name)).filter((file) => existsSync(file));
  const digests = [...files.map((file) => join(src, file)), ...rest].map((file) => [relative(ROOT, file), hash('sha256', readFileSync(file))]);
  return hash('sha256', JSON.stringify([digests, process.version]), 'base64url');
}

/** Finds the template for these settings, or compiles it. */
export async function getTemplate(settings: Settings): Promise<Template> {
  // Of the address, templates know the base path alone; the rest is put in as they render.
  const key = hash('sha256', `${programKey()} ${ROOT} ${settings.url.pathname}`, 'base64url');
  const dir = join(PLACE, key);
  if (isWhole(dir)) return { key, dir };
  const made = `${dir}.${process.pid}`;
  mkdirSync(made, { recursive: true });
  try {
    await compile(made, settings);
    rmSync(join(made, 'cache'), { recursive: true, force: true });
    writeFileSync(join(made, PARTS.seal), JSON.stringify(digestsOf(made)));
    moveInto(made, dir);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
  forgetOld(dir);
  return { key, dir };
}

/** Another process may have made the same meanwhile, and be at work with it. */
function moveInto(made: string, dir: string): void {
  if (isWhole(dir)) return;
  rmSync(dir, { recursive: true, force: true });
  try {
    renameSync(made, dir);
  } catch (error) {
    if (!isWhole(dir)) throw error;
  }
}

function compile(dir: string, settings: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    // Whoever has the same base path shares the template, so no origin may be in it.
    const env = { ...process.env, STET_TEMPLATE: 'only', STET_URL: `https://archive.invalid${settings.url.pathname}`, STET_CONTENT: settings.contentDir };
    const program = fileURLToPath(new URL('compile.ts', import.meta.url));
    const child = spawn(process.execPath, [program, dir], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (data: Buffer) => {
      said += data;
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`The templates could not be compiled:\n${said.trim()}`))));
  });
}

function digestsOf(dir: string): [string, string][] {
  return listOutput(dir)
    .filter((file) => file !== PARTS.seal)
    .map((file) => [file, hash('sha256', readFileSync(join(dir, file)), 'base64url')]);
}

/** Whether a kept template is as it was left. */
function isWhole(dir: string): boolean {
  const seal = join(dir, PARTS.seal);
  return existsSync(seal) && readFileSync(seal, 'utf8') === JSON.stringify(digestsOf(dir));
}

function forgetOld(latest: string): void {
  const others = readdirSync(PLACE)
    .map((name) => join(PLACE, name))
    .filter((dir) => dir !== latest && existsSync(join(dir, PARTS.seal)))
    .map((dir) => ({ dir, made: statSync(join(dir, PARTS.seal)).mtimeMs }))
    .sort((a, b) => b.made - a.made);
  for (const { dir } of others.slice(KEPT - 1).filter(({ made }) => made < Date.now() - DAY)) rmSync(dir, { recursive: true, force: true });
}
