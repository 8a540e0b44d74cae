import type { Outcome, PassedOver } from '../outcome.ts';

/** What an import did: the answer of `--json`. */
export interface ImportSummary {
  /** Each article that was found, in the order of the input. */
  items: Outcome[];
  taken: number;
  alreadyThere: number;
  doubtful: number;
  refused: number;
  /** How many entries wait in `inbox/`, of those that were taken now. */
  inbox: number;
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

/** Counts what becomes of items. */
export class Summary {
  readonly #items: Outcome[] = [];
  readonly #passedOver: PassedOver[] = [];
  #passedOverCount = 0;
  readonly #began = performance.now();

  add(outcome: Outcome): void {
    this.#items.push(outcome);
  }

  passOver(passed: PassedOver): void {
    this.#passedOverCount += 1;
    if (this.#passedOver.length < MOST_PASSED_OVER) this.#passedOver.push(passed);
  }

  finish(report: string | undefined, dryRun: boolean): ImportSummary {
    const count = (status: Outcome['status']) => this.#items.filter((item) => item.status === status).length;
    return {
      items: this.#items,
      taken: count('taken'),
      alreadyThere: count('already-there'),
      doubtful: count('doubtful'),
      refused: count('refused'),
      inbox: this.#items.filter(({ status, entry }) => status === 'doubtful' && entry?.startsWith('inbox/')).length,
      passedOver: this.#passedOver,
      passedOverCount: this.#passedOverCount,
      ...(report !== undefined && { report }),
      dryRun,
      seconds: Math.round((performance.now() - this.#began) / 10) / 100,
      peakMemoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  }
}
