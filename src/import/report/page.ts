import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { escapeUTF8 } from 'entities';
import type { Entry } from '../entry/make-entry.ts';
import type { Item } from '../item.ts';
import type { Outcome } from '../outcome.ts';

/** A person looks at some hundred; of the rest, the page gives the reasons alone. */
const MOST_ORIGINALS = 500;

/** An original is shown up to so many characters. */
const MOST_SHOWN = 200_000;

// What is shown is somebody else's and may be hostile: nothing of it runs, loads or leads away. Frames without rights of
// their own show the originals, and the policy of this page holds in them too.
const HEAD = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>What an import is not sure of</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-inline-size: 100rem; margin: 2rem auto; padding-inline: 1rem; }
article { border-block-start: 1px solid; padding-block: 1rem; }
h2 { font-size: 1.1rem; margin: 0; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr)); gap: 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0; }
dd { margin: 0; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; max-block-size: 30rem; overflow: auto; font: inherit; margin: 0; padding: .5rem; border: 1px solid; }
iframe { inline-size: 100%; block-size: 30rem; border: 1px solid; background: white; }
</style>
<h1>What an import is not sure of</h1>
<p>On the left what was made of it, on the right the original. Nothing of an original runs, and its pictures are not loaded.</p>
`;

/** The page that shows what is doubtful or refused beside its original. Begun with the first of them. */
export class ReportPage {
  readonly #path: string;
  #open: number | undefined;
  #originals = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** Path of the page; undefined where there was nothing to show. */
  get file(): string | undefined {
    return this.#open === undefined ? undefined : this.#path;
  }

  add(outcome: Outcome, item: Item, entry: Entry | undefined): void {
    if (this.#open === undefined) {
      mkdirSync(dirname(this.#path), { recursive: true });
      this.#open = openSync(this.#path, 'w');
      writeSync(this.#open, HEAD);
    }
    this.#originals += 1;
    writeSync(this.#open, section(outcome, entry, this.#originals > MOST_ORIGINALS ? undefined : original(item)));
  }

  end(): void {
    if (this.#open !== undefined) closeSync(this.#open);
  }
}

function section({ input, part, status, entry: file, reasons = [] }: Outcome, entry: Entry | undefined, originalHtml: string | undefined): string {
  const title = entry === undefined ? (part ?? input) : String(entry.fields.title);
  return `<article>
<h2 dir="auto">${shown(title)}</h2>
<p>${shown(`${status}: ${input}${part === undefined ? '' : ` [${part}]`}${file === undefined ? '' : ` → ${file}`}`)}</p>
<ul>${reasons.map((reason) => `<li dir="auto">${shown(reason)}</li>`).join('')}</ul>
${originalHtml === undefined ? '' : `<details><summary>Compare</summary><div class="pair"><div>${entry === undefined ? '<p>Nothing was made of it.</p>' : made(entry)}</div><div>${originalHtml}</div></div></details>`}
</article>
`;
}

function made({ fields, body }: Entry): string {
  const rows = Object.entries(fields).map(
    ([name, value]) => `<dt>${shown(name)}</dt><dd dir="auto">${shown(typeof value === 'string' ? value : JSON.stringify(value))}</dd>`,
  );
  return `<dl>${rows.join('')}</dl><pre dir="auto">${shown(body.slice(0, MOST_SHOWN))}</pre>`;
}

function original({ content }: Item): string {
  if (content.kind === 'page') return frame(content.html);
  if (content.kind !== 'article') return '';
  return content.draft.markup === 'html' ? frame(content.draft.text) : `<pre dir="auto">${shown(content.draft.text.slice(0, MOST_SHOWN))}</pre>`;
}

function frame(html: string): string {
  return `<iframe sandbox loading="lazy" title="The original" srcdoc="${shown(html.slice(0, MOST_SHOWN))}"></iframe>`;
}

function shown(text: string): string {
  return escapeUTF8(text.toWellFormed().replaceAll('\0', '\ufffd'));
}
