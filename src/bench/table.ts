import { countArticles, formatCount } from '../site/counted.ts';
import type { PeerFigures, SizeFigures, StepFigures } from './figures.ts';
import type { Report } from './run-bench.ts';

/** A report for people, in Markdown that is also read as it stands. */
export function formatReport({ date, machine, sizes, growth }: Report): string {
  const { cores, processor, memoryGiB, system, node } = machine;
  const runs = sizes.map((size) => `${formatCount(size.articles)}: ${size.runs}`).join(', ');
  const peers = sizes.flatMap((size) => size.peers.flatMap((peer) => ('failed' in peer ? [] : [peerRow(size, peer)])));
  const failed = sizes.flatMap((size) => size.peers.flatMap((peer) => ('failed' in peer ? [{ ...peer, articles: size.articles }] : [])));
  return [
    `${date}: ${cores} cores (${processor}), ${memoryGiB} GiB, ${system}, Node ${node}. Medians; runs for ${runs}.`,
    table(
      ['articles', 'step', 'wall time', 'of a full build', 'peak memory', 'files written'],
      sizes.flatMap((size) => size.steps.map((step) => stepRow(size, step))),
    ),
    ...(peers.length > 0 ? [table(['articles', 'full build by', 'wall time', 'peak memory', 'files', 'Stet’s time', 'Stet’s memory'], peers)] : []),
    [
      ...sizes.map(({ articles, files, bytes }) => `${countArticles(articles)} make ${formatCount(files)} files of together ${mebibytes(bytes / 2 ** 20)}.`),
      ...failed.map(({ articles, peer, failed: reason }) => `${countArticles(articles)} were not built by ${peer}: ${reason}.`),
      ...growth.map(
        ({ from, to, timeRatio, memoryKiB }) =>
          `From ${formatCount(from)} to ${countArticles(to)}: ${timeRatio.toFixed(1)} times the time, ${memoryKiB.toFixed(1)} KiB of memory for each article more.`,
      ),
    ].join('\n'),
  ].join('\n\n');
}

function stepRow({ articles, files }: SizeFigures, { step, seconds, share, peakMemoryMiB, written }: StepFigures): string[] {
  return [
    formatCount(articles),
    step,
    `${seconds.toFixed(1)} s`,
    percent(share),
    mebibytes(peakMemoryMiB),
    `${formatCount(written)} of ${formatCount(files)} (${percent(written / files)})`,
  ];
}

function peerRow({ articles }: SizeFigures, { peer, seconds, peakMemoryMiB, files, timeRatio, memoryRatio }: PeerFigures): string[] {
  return [
    formatCount(articles),
    peer,
    `${seconds.toFixed(1)} s`,
    mebibytes(peakMemoryMiB),
    formatCount(files),
    `× ${timeRatio.toFixed(2)}`,
    peakMemoryMiB > 0 ? `× ${memoryRatio.toFixed(2)}` : 'unknown',
  ];
}

/** Only Linux tells what memory other processes take. */
function mebibytes(count: number): string {
  return count === 0 ? 'unknown' : `${formatCount(Math.round(count))} MiB`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}

/** A table with columns as wide as they must be; words to the left, figures to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const isFigure = head.map((_, at) => rows.some((row) => /^[×\d]/.test(row[at] ?? '')));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, at) => (isFigure[at] ? (cells[at] ?? '').padStart(width) : (cells[at] ?? '').padEnd(width))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (isFigure[at] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
