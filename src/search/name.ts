import { hash } from 'node:crypto';

/** A name of so many letters and digits, at most eight, for a file that has just this content. */
export function nameOf(content: Uint8Array | string, letters: number): string {
  return (Number.parseInt(hash('sha256', content).slice(0, 12), 16) % 36 ** letters).toString(36).padStart(letters, '0');
}
