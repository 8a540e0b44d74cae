import { hash } from 'node:crypto';

/** A name of so many letters and digits, at most eight, for a file that has just this content. */
export function nameOf(content: Uint8Array | string, letters: number): string {
  return lettersOf(hash('sha256', content).slice(0, 12), letters);
}

/** So many letters and digits that stand for a hexadecimal number of at most 52 bits. */
export function lettersOf(hexadecimal: string, letters: number): string {
  return (Number.parseInt(hexadecimal, 16) % 36 ** letters).toString(36).padStart(letters, '0');
}
