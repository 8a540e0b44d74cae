import { UsageError } from '../errors.ts';

/**
 * Today by UTC, `2026-11-25`: the day that the ledger writes beside what is released.
 * `SOURCE_DATE_EPOCH` (reproducible-builds.org), in seconds, sets another.
 */
export function today(env: NodeJS.ProcessEnv = process.env, now: () => number = Date.now): string {
  const epoch = env.SOURCE_DATE_EPOCH;
  if (epoch !== undefined && !/^\d{1,11}$/.test(epoch)) throw new UsageError(`SOURCE_DATE_EPOCH=${epoch} is not a number of seconds`);
  return new Date(epoch === undefined ? now() : Number(epoch) * 1000).toISOString().slice(0, 10);
}
