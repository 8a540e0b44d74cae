import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where an import keeps what it knows, below the content folder. */
export const IMPORTS = 'imports';

/** The content folder as an import changes it: files appear whole or not at all. */
export class Disk {
  readonly dir: string;
  readonly dryRun: boolean;
  readonly #staging: string;

  /** With `dryRun`, nothing is written. */
  constructor(dir: string, dryRun: boolean) {
    this.dir = dir;
    this.dryRun = dryRun;
    // On the same disk, so that what is finished can be moved into its place.
    this.#staging = join(dir, IMPORTS, '.staging');
  }

  /** Clears away what an import that was killed had not finished. */
  begin(): void {
    if (!this.dryRun) rmSync(this.#staging, { recursive: true, force: true });
  }

  end(): void {
    this.begin();
  }

  has(file: string): boolean {
    return existsSync(join(this.dir, file));
  }

  read(file: string): Buffer | undefined {
    return this.has(file) ? readFileSync(join(this.dir, file)) : undefined;
  }

  /**
   * Writes a file whole. `check` looks at it before it is put in its place, in a folder that is laid out as the content
   * folder is; what it throws keeps the file from being written.
   */
  write(file: string, text: string, check?: (dir: string, file: string) => void): void {
    if (this.dryRun) return;
    const staged = join(this.#staging, file);
    mkdirSync(dirname(staged), { recursive: true });
    writeFileSync(staged, text);
    check?.(this.#staging, file);
    const place = join(this.dir, file);
    mkdirSync(dirname(place), { recursive: true });
    renameSync(staged, place);
  }

  remove(file: string): void {
    if (!this.dryRun) rmSync(join(this.dir, file), { force: true });
  }
}
