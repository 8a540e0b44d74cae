import type { Outcome } from '../outcome.ts';
import type { ImportSummary } from './summary.ts';

/** What an import did, for people; `shown` are some of what is refused and doubtful: all are in the page and in `--json`. */
export function summaryTable(summary: ImportSummary, shown: readonly Outcome[]): string {
  const { taken, alreadyThere, doubtful, refused, inbox, passedOver, passedOverCount, report, dryRun, seconds, peakMemoryMiB } = summary;
  const lines = shown.flatMap(({ status, input, part, entry, reasons = [] }) => [
    `${status.padEnd(9)} ${place(input, part)}${entry === undefined ? '' : ` → ${entry}`}`,
    ...reasons.slice(0, 4).map((reason) => `          ${printable(reason)}`),
  ]);
  const others = passedOver.slice(0, 10).map(({ input, part, reason }) => `no article ${place(input, part)}: ${printable(reason)}`);
  const rows: [string, number, string][] = [
    ['taken', taken, ''],
    ['already there', alreadyThere, ''],
    ['doubtful', doubtful, inbox > 0 ? `${inbox} of them ${inbox === 1 ? 'waits' : 'wait'} in inbox/` : ''],
    ['refused', refused, ''],
    ['no article', passedOverCount, ''],
  ];
  const width = Math.max(...rows.map(([, count]) => String(count).length));
  return [
    ...lines,
    ...(doubtful + refused > shown.length ? [`… and ${doubtful + refused - shown.length} more.`] : []),
    ...others,
    ...(passedOverCount > others.length ? [`… and ${passedOverCount - others.length} more that hold no article.`] : []),
    ...rows.map(([name, count, note]) => `${name.padEnd(14)}${String(count).padStart(width)}${note === '' ? '' : `  ${note}`}`),
    ...(inbox > 0 ? ['Complete what waits there and move it to articles/, or import again with what it lacks, such as --source NAME.'] : []),
    ...(report !== undefined ? [`Doubtful and refused beside their originals: ${report}`] : []),
    `${dryRun ? 'Nothing was written (--dry-run). ' : ''}${seconds} s, ${peakMemoryMiB} MiB`,
  ].join('\n');
}

function place(input: string, part: string | undefined): string {
  return printable(part === undefined ? input : `${input} [${part}]`);
}

/** On one line, and nothing in it that a terminal would obey. */
function printable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .slice(0, 240);
}
