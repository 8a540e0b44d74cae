import { once } from 'node:events';
import type { FlagName, FlagValues } from './flags.ts';

/** One subcommand of `stet`. */
export interface Command {
  /** What it does, in a line. */
  summary: string;
  flags: readonly FlagName[];
  /** What stands beside the flags, as the help shows it; at least one is needed. Default: nothing may. */
  operands?: string;
  /** Does it with the flags and what stands beside them. Resolves to the exit status; throws `ContentError` (1), `UsageError` (2) or anything else (3). */
  run(values: FlagValues, operands: readonly string[]): Promise<number>;
}

/** Says something to the person; standard output is for summaries that programs read. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Prints a summary for programs that comes in pieces, as fast as it is read. */
export async function printPieces(pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
}

/** Prints a summary for programs. */
export function printJson(summary: unknown): void {
  process.stdout.write(`${JSON.stringify(summary)}\n`);
}
