import { escapeUTF8 } from 'entities';
import type { Item } from '../item.ts';
import type { Outcome } from '../outcome.ts';
import type { Settled } from '../settle.ts';
import { INBOX } from '../write/entry-file.ts';
import { inboxCommand } from './command.ts';

/** An original or an entry is shown up to so many characters. */
const MOST_SHOWN = 200_000;

/** What a section shows beside the outcome. */
export interface Shown {
  outcome: Outcome;
  entry?: Settled['entry'];
  /** What it was made of; left out where only the reasons are to be told. */
  item?: Item;
  /** The entry of the archive that it is like, and its file. */
  like?: { file: string; text: string };
  /** The content folder as the person would write it. */
  contentDir: string;
}

/** One item of the report: what is doubtful, why, where its entry lies, and what was made of it beside its original. */
export function section({ outcome, entry, item, like, contentDir }: Shown, number: number): string {
  const { input, part, entry: file } = outcome;
  const reasons = [...new Set([...(outcome.reasons ?? []), ...(outcome.stillDoubtful ? (entry?.lacks ?? []) : [])])];
  const place = part === undefined ? input : `${input} [${part}]`;
  const title = String(entry?.fields.title ?? place);
  const [state, advice] = stateOf(outcome, contentDir);
  return `<article aria-labelledby="i${number}">
<p class="state ${/^\w+/.exec(state)}">${state}</p>
<h2 id="i${number}" dir="auto">${shown(title)}</h2>
<ul class="why">${reasons.map((reason) => `<li dir="auto">${shown(reason)}</li>`).join('')}</ul>
<p>${advice}</p>
<dl>${file === undefined ? '' : row('entry', `<code>${shown(`${contentDir}/${file}`)}</code>`)}${row('original', `<code>${shown(place)}</code>`)}</dl>
${item === undefined ? '' : comparison({ entry, item, like, contentDir }, reasons)}
</article>
`;
}

function stateOf({ status, stillDoubtful, entry = '' }: Outcome, contentDir: string): [state: string, advice: string] {
  const since = stillDoubtful ? ', already there' : '';
  if (status === 'refused') return ['refused', 'Nothing was written. Mend the original, or leave it out.'];
  if (!entry.startsWith(`${INBOX}/`)) return [`published${since}`, 'It goes online as it stands. Correct the entry where the original says otherwise.'];
  return [
    `waits in the inbox${since}`,
    `It is not published. Write what is missing into the entry, or take out its line “# Waits: …”; then: <code>${shown(inboxCommand(contentDir))}</code>`,
  ];
}

function comparison({ entry, item, like, contentDir }: Omit<Shown, 'outcome'>, reasons: readonly string[]): string {
  const original = item === undefined ? undefined : originalOf(item);
  const columns = [
    ...(entry === undefined ? [] : [['What was made of it', made(entry, reasons)]]),
    ...(like === undefined ? [] : [[`What the archive has: ${contentDir}/${like.file}`, text(like.text, 'What the archive has')]]),
    ...(original === undefined ? [] : [['The original', original]]),
  ];
  if (columns.length === 0) return '';
  return `<details open><summary>Compare</summary><div class="columns">${columns.map(([name = '', html = '']) => `<section><h3 dir="auto">${shown(name)}</h3>${html}</section>`).join('')}</div></details>`;
}

// How reasons begin that are about a field.
const ABOUT: Record<string, RegExp> = {
  title: /^(?:The|It has no) headline/,
  date: /^(?:The|Its) date/,
  source: /^Its source/,
  authors: /^The authors/,
  language: /^It says that its language/,
};

function made({ fields, body, lacks }: NonNullable<Settled['entry']>, reasons: readonly string[]): string {
  const asked = (name: string) => reasons.some((reason) => (ABOUT[name] ?? new RegExp(`^Its ${name}\\b`)).test(reason));
  const missing = ['date', 'source'].filter((name) => fields[name] === undefined && lacks.length > 0);
  const values: [string, unknown][] = [...Object.entries(fields), ...missing.map((name): [string, unknown] => [name, 'missing'])];
  const rows = values.map(([name, value]) => {
    const written = shown([value].flat().map(asLine).join(', ') || 'none');
    return row(name, asked(name) ? `<mark>${written}</mark>` : written);
  });
  return `<dl>${rows.join('')}</dl>${text(body, 'Text of the entry')}`;
}

function asLine(value: unknown): string {
  return typeof value === 'object' && value !== null ? Object.values(value).map(asLine).filter(Boolean).join(' · ') : String(value);
}

function originalOf({ content }: Item): string | undefined {
  if (content.kind === 'page') return frame(content.html);
  if (content.kind !== 'article') return undefined;
  return content.draft.markup === 'html' ? frame(content.draft.text) : text(content.draft.text, 'The original');
}

// A box that scrolls can be reached by keyboard, and says what it is.
function text(written: string, label: string): string {
  return `<pre dir="auto" tabindex="0" role="group" aria-label="${label}">${shown(written.slice(0, MOST_SHOWN))}</pre>`;
}

// What can neither run nor be seen only takes the place of what can. A link would lead the frame to where nothing is shown: it
// is to open a window, which the frame may not.
function frame(html: string): string {
  const visible = html
    .replaceAll(/<(script|noscript|template|svg)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi, '')
    .replaceAll(/\bdata:[^"'\s)>]{200,}/gi, 'data:,')
    .slice(0, MOST_SHOWN);
  return `<iframe sandbox loading="lazy" title="The original" srcdoc="${shown(`<base target="_blank">${visible}`)}"></iframe>`;
}

function row(name: string, html: string): string {
  return `<dt>${shown(name)}</dt><dd dir="auto">${html}</dd>`;
}

function shown(written: string): string {
  return escapeUTF8(written.toWellFormed().replaceAll('\0', '\ufffd'));
}
