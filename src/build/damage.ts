import { availableParallelism } from 'node:os';
import type { Crew } from './crew.ts';
import { isIntact, type KnownGroup } from './manifest.ts';
import type { VerifyTask } from './tasks.ts';

/** Up to so many files, starting processes takes longer than looking at them. */
const FEW = 20_000;

/** Processes that share the work: this one takes a core for itself, to list and read the content. */
const HANDS = Math.max(1, availableParallelism() - 1);

/** Names of groups of which some file is missing in the output, or is not as it was made, or of which nothing is known. */
export async function findDamaged(crew: Crew, place: string, groups: readonly KnownGroup[], outDir: string): Promise<Set<string>> {
  const files = groups.reduce((total, group) => total + group.files, 0);
  if (files <= FEW) return new Set(damagedOf({ place, outDir, groups }));
  const tasks = Array.from(
    { length: HANDS },
    (_, hand): VerifyTask => ({ kind: 'verify', place, outDir, groups: groups.filter((_, at) => at % HANDS === hand) }),
  );
  const damaged = new Set<string>();
  await crew.work(tasks, (_, names) => {
    for (const name of names) damaged.add(name);
  });
  return damaged;
}

/** Names of the damaged ones of some groups. */
export function damagedOf({ place, outDir, groups }: Omit<VerifyTask, 'kind'>): string[] {
  return groups.filter((group) => !isIntact(place, group, outDir)).map(({ name }) => name);
}
