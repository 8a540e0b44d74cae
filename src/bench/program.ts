import { appendFileSync, cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../build/root.ts';

const PARTS = ['src', 'public', 'content', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/**
 * Copies the program into a folder where it can build without meeting another build, and be edited
 * without touching this one: its compiled templates lie below it.
 */
export function copyProgram(dir: string): string {
  mkdirSync(dir, { recursive: true });
  for (const part of PARTS) cpSync(join(ROOT, part), join(dir, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'));
  return dir;
}

/** Edits the template of all pages in a copy of the program. */
export function editTemplate(program: string): void {
  appendFileSync(join(program, 'src/layouts/Page.astro'), '\n<!-- edited -->\n');
}
