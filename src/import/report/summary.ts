import { join } from 'node:path';
import { NO_DATE, NO_SOURCE } from '../entry/make-entry.ts';
import type { Outcome, PassedOver } from '../outcome.ts';
import { makeScratch } from '../scratch.ts';
import { INBOX } from '../write/entry-file.ts';
import { LineFile } from '../write/line-file.ts';

/** What an import did. */
export interface ImportSummary {
  taken: number;
  alreadyThere: number;
  doubtful: number;
  refused: number;
  /** How many entries wait in `inbox/`, of those that were met now. */
  inbox: number;
  /** How many of them lack a source, how many a date (some lack both), and how many wait for another reason. */
  waiting: { source: number; date: number; other: number };
  /** What was met and holds no article. */
  passedOver: PassedOver[];
  /** How many there were; not all of them are listed. */
  passedOverCount: number;
  /** Page that shows what is doubtful beside its original. */
  report?: string;
  dryRun: boolean;
  seconds: number;
  peakMemoryMiB: number;
}

/** A crawl has a hundred pages that are no article for each that is. */
const MOST_PASSED_OVER = 10_000;

/** A person is shown so many of what is refused, and of what is doubtful. */
const MOST_SHOWN = 40;

/** Counts what becomes of items, and keeps all of it in a file: a feed may have a hundred thousand. */
export class Summary {
  readonly #scratch = makeScratch();
  readonly #items = new LineFile(join(this.#scratch.path, 'items.jsonl'));
  readonly #counts = { taken: 0, 'already-there': 0, doubtful: 0, refused: 0 };
  #inbox = 0;
  readonly #waiting = { source: 0, date: 0, other: 0 };
  readonly #shown: { refused: Outcome[]; doubtful: Outcome[] } = { refused: [], doubtful: [] };
  readonly #passedOver: PassedOver[] = [];
  #passedOverCount = 0;
  readonly #began = performance.now();

  add(outcome: Outcome): void {
    const { status, entry } = outcome;
    this.#items.add(JSON.stringify(outcome));
    this.#counts[status] += 1;
    if (status !== 'refused' && entry?.startsWith(`${INBOX}/`)) this.#wait(outcome.reasons ?? []);
    if ((status === 'refused' || status === 'doubtful') && this.#shown[status].length < MOST_SHOWN) this.#shown[status].push(outcome);
  }

  #wait(reasons: readonly string[]): void {
    const [source, date] = [reasons.includes(NO_SOURCE), reasons.includes(NO_DATE)];
    this.#inbox += 1;
    if (source) this.#waiting.source += 1;
    if (date) this.#waiting.date += 1;
    if (!source && !date) this.#waiting.other += 1;
  }

  passOver(passed: PassedOver): void {
    this.#passedOverCount += 1;
    if (this.#passedOver.length < MOST_PASSED_OVER) this.#passedOver.push(passed);
  }

  finish(report: string | undefined, dryRun: boolean): ImportSummary {
    return {
      taken: this.#counts.taken,
      alreadyThere: this.#counts['already-there'],
      doubtful: this.#counts.doubtful,
      refused: this.#counts.refused,
      inbox: this.#inbox,
      waiting: this.#waiting,
      passedOver: this.#passedOver,
      passedOverCount: this.#passedOverCount,
      ...(report !== undefined && { report }),
      dryRun,
      seconds: Math.round((performance.now() - this.#began) / 10) / 100,
      peakMemoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  }

  /** What a person should see first, up to so many. */
  get shown(): Outcome[] {
    return [...this.#shown.refused, ...this.#shown.doubtful].slice(0, MOST_SHOWN);
  }

  /** The answer of `--json`, piece by piece: `items` are all articles that were found, in the order of the input. */
  *json(summary: ImportSummary): Generator<string> {
    yield '{"items":[';
    let comma = '';
    for (const { line } of this.#items) {
      yield comma + line;
      comma = ',';
    }
    yield `],${JSON.stringify(summary).slice(1)}\n`;
  }

  end(): void {
    this.#items.end();
    this.#scratch.end();
  }
}
