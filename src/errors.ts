/**
 * The one kind of error a person meets: what happened, where, and what to do.
 * A fault is somebody's content or input; anything else that is thrown is a fault of the program.
 */

/** One thing wrong in the content or input, worded for the person who can mend it. */
export interface Fault {
  /** Path of the file as that person would write it, relative to where they stand. */
  file: string;
  /** 1-based line; 1 where the whole file is meant. */
  line: number;
  /** 1-based column in characters. */
  column: number;
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  hint: string;
}

/** A fault as compilers print it, so that editors and terminals make it a link. */
export function formatFault(fault: Fault): string {
  return `${fault.file}:${fault.line}:${fault.column}: ${fault.message}\n    ${fault.hint}`;
}

/** Content or input at fault: carries every fault that was found, not only the first. Exit status 1. */
export class ContentError extends Error {
  override name = 'ContentError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const files = new Set(faults.map((fault) => fault.file)).size;
    super(
      [
        `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in ${files} ${files === 1 ? 'file' : 'files'}; nothing was published.`,
        ...faults.map(formatFault),
      ].join('\n'),
    );
    this.faults = faults;
  }
}

/** Wrong usage of a command. Exit status 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
