import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Item } from '../item.ts';
import type { Outcome } from '../outcome.ts';
import type { Settled } from '../settle.ts';
import { section } from './section.ts';
import { STYLE } from './style.ts';

/** A person looks at some hundred; of the rest, the page gives the reasons alone. */
const MOST_ORIGINALS = 500;

// What is shown is somebody else's and may be hostile: nothing of it runs, loads or leads away. Frames without rights of
// their own show the originals, and the policy of this page holds in them too.
const HEAD = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>What the import is not sure of</title>
<style>${STYLE}</style>
<main>
<h1>What the import is not sure of</h1>
<p>Each with the reasons, with what was made of it, and with the original as it was found: nothing in that runs, and its pictures are
not loaded. What the reasons are about is <mark>marked</mark>.</p>
`;

/** The page that shows what is doubtful or refused beside its original. Begun with the first of them. */
export class ReportPage {
  readonly #path: string;
  readonly #contentDir: string;
  #open: number | undefined;
  #count = 0;
  readonly #entries = new Set<string>();

  /** `contentDir` is the content folder as the person would write it. */
  constructor(path: string, contentDir: string) {
    this.#path = path;
    this.#contentDir = contentDir;
  }

  /** Path of the page; undefined where there was nothing to show. */
  get file(): string | undefined {
    return this.#open === undefined ? undefined : this.#path;
  }

  /** Shows what is doubtful, now or since an earlier import, and what is refused; an entry once. */
  add(outcome: Outcome, item: Item, settled: Settled | undefined): void {
    const { status, stillDoubtful, entry } = outcome;
    if (!(status === 'doubtful' || status === 'refused' || (stillDoubtful && !this.#entries.has(entry ?? '')))) return;
    if (entry !== undefined) this.#entries.add(entry);
    if (this.#open === undefined) {
      mkdirSync(dirname(this.#path), { recursive: true });
      this.#open = openSync(this.#path, 'w');
      writeSync(this.#open, HEAD);
    }
    this.#count += 1;
    const compared = this.#count > MOST_ORIGINALS ? {} : { item, ...(settled?.like !== undefined && { like: settled.like }) };
    writeSync(
      this.#open,
      section({ outcome, contentDir: this.#contentDir, ...(settled?.entry !== undefined && { entry: settled.entry }), ...compared }, this.#count),
    );
  }

  end(): void {
    if (this.#open === undefined) return;
    writeSync(this.#open, '</main>\n');
    closeSync(this.#open);
  }
}
