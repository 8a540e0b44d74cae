import type { Outcome } from '../outcome.ts';
import { INBOX } from '../write/entry-file.ts';
import { inboxCommand } from './command.ts';
import type { ImportSummary } from './summary.ts';

/**
 * What an import did, for people; `shown` are some of what is refused and doubtful: all are in the page and in `--json`.
 * `contentDir` is the content folder as the person would write it.
 */
export function summaryTable(summary: ImportSummary, shown: readonly Outcome[], contentDir: string): string {
  const { taken, alreadyThere, doubtful, refused, inbox, passedOver, passedOverCount, report, dryRun, seconds, peakMemoryMiB } = summary;
  const lines = shown.flatMap(({ status, input, part, entry, reasons = [] }) => [
    `${status.padEnd(9)} ${place(input, part)}${entry === undefined ? '' : ` → ${entry}`}`,
    ...reasons.slice(0, 4).map((reason) => `          ${printable(reason)}`),
  ]);
  const others = passedOver.slice(0, 10).map(({ input, part, reason }) => `no article ${place(input, part)}: ${printable(reason)}`);
  const rows: [string, number][] = [
    ['taken', taken],
    ['already there', alreadyThere],
    ['doubtful', doubtful],
    ['refused', refused],
    ['no article', passedOverCount],
  ];
  const width = Math.max(...rows.map(([, count]) => String(count).length));
  return [
    ...lines,
    ...(doubtful + refused > shown.length ? [`… and ${doubtful + refused - shown.length} more.`] : []),
    ...others,
    ...(passedOverCount > others.length ? [`… and ${passedOverCount - others.length} more that hold no article.`] : []),
    ...rows.map(([name, count]) => `${name.padEnd(14)}${String(count).padStart(width)}`),
    ...(inbox > 0 ? whatToDo(summary, contentDir) : []),
    ...(report !== undefined ? [`Doubtful and refused beside their originals: ${report}`] : []),
    `${dryRun ? 'Nothing was written (--dry-run). ' : ''}${seconds} s, ${peakMemoryMiB} MiB`,
  ].join('\n');
}

/** What waits in the inbox, why, and the command that takes it into the archive. */
function whatToDo({ inbox, waiting: { source, date, other } }: ImportSummary, contentDir: string): string[] {
  const folder = `${contentDir}/${INBOX}`;
  const command = inboxCommand(contentDir);
  const counted = (count: number, verb: string) => `${count} ${count === 1 ? verb.replace(/^(\w+)/, '$1s') : verb}`;
  return [
    `${inbox} ${inbox === 1 ? 'entry waits' : 'entries wait'} in ${folder}:`,
    ...(source > 0 ? [`  ${counted(source, 'lack a source')}. Name it: ${command} --source "NAME"`] : []),
    ...(date > 0
      ? [`  ${counted(date, 'lack a date')}. Write a line such as “date: 2020-03-05” among the fields at the top of each file; then: ${command}`]
      : []),
    ...(other > 0
      ? [`  ${counted(other, 'wait for another reason')}, in its line “# Waits: …”. Take this line out to publish it all the same; then: ${command}`]
      : []),
  ];
}

function place(input: string, part: string | undefined): string {
  return printable(part === undefined ? input : `${input} [${part}]`);
}

/** A terminal is shown so many characters of a name or a reason. */
const LONGEST = 240;

/** On one line that is not too long, and nothing in it that a terminal would obey. */
function printable(text: string): string {
  const line = text.toWellFormed().replaceAll(/[\p{C}\s]+/gu, ' ');
  if (line.length <= LONGEST) return line;
  const cut = line.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST - 60)).replace(/[\p{Surrogate}\s,;:]+$/u, '')} …`;
}
