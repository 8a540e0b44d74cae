import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where an import keeps what it knows, below the content folder. */
export const IMPORTS = 'imports';

/** The content folder as an import changes it: files appear whole or not at all. */
export class Disk {
  readonly dir: string;
  readonly dryRun: boolean;
  /** Where files are put: the content folder, or what a dry run lays over it and throws away. */
  readonly #place: string;
  readonly #staging: string;
  /** What a dry run has removed. */
  readonly #gone = new Set<string>();

  /** With `overlay`, a folder of its own, it is a dry run: all comes out as it would, and the content folder stays as it is. */
  constructor(dir: string, overlay?: string) {
    this.dir = dir;
    this.dryRun = overlay !== undefined;
    this.#place = overlay ?? dir;
    // On the same disk, so that what is finished can be moved into its place.
    this.#staging = join(this.#place, IMPORTS, '.staging');
  }

  /** Clears away what an import that was killed had not finished. */
  begin(): void {
    rmSync(this.#staging, { recursive: true, force: true });
  }

  end(): void {
    this.begin();
  }

  has(file: string): boolean {
    return this.#find(file) !== undefined;
  }

  read(file: string): Buffer | undefined {
    const path = this.#find(file);
    return path === undefined ? undefined : readFileSync(path);
  }

  /**
   * Writes a file whole. `check` looks at it before it is put in its place, in a folder that is laid out as the content
   * folder is; what it throws keeps the file from being written.
   */
  write(file: string, text: string, check?: (dir: string, file: string) => void): void {
    const staged = join(this.#staging, file);
    mkdirSync(dirname(staged), { recursive: true });
    writeFileSync(staged, text);
    check?.(this.#staging, file);
    const place = join(this.#place, file);
    mkdirSync(dirname(place), { recursive: true });
    renameSync(staged, place);
    this.#gone.delete(file);
  }

  remove(file: string): void {
    rmSync(join(this.#place, file), { force: true });
    if (this.dryRun) this.#gone.add(file);
  }

  /** Path at which a file lies now. */
  #find(file: string): string | undefined {
    return this.#gone.has(file) ? undefined : [...new Set([this.#place, this.dir])].map((dir) => join(dir, file)).find((path) => existsSync(path));
  }
}
