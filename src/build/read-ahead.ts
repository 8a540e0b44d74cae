import type { Listing } from '../content/files.ts';
import type { ArticleMemory } from '../content/read-content.ts';
import type { Crew } from './crew.ts';
import type { ReadTask } from './tasks.ts';

/** Up to so many articles, starting processes takes longer than reading. */
const FEW = 600;

/** Articles that are read by one process before it is asked for more. */
const AT_A_TIME = 250;

/**
 * Reads, on all cores, articles that are not remembered as they now are, and remembers them. Those at fault
 * are left to whoever reads the content, and tells their faults.
 */
export async function readAhead(crew: Crew, listing: Listing, memory: ArticleMemory): Promise<void> {
  const unread: string[] = [];
  for (const [file, stamp] of listing) if (file.startsWith('articles/') && memory.get(file)?.stamp !== stamp) unread.push(file);
  if (unread.length <= FEW) return;
  const tasks: ReadTask[] = [];
  for (let at = 0; at < unread.length; at += AT_A_TIME) tasks.push({ kind: 'read', files: unread.slice(at, at + AT_A_TIME) });
  await crew.work(tasks, (_, answers) => {
    for (const read of answers) {
      const stamp = Array.isArray(read) ? undefined : listing.get(read.file);
      if (!Array.isArray(read) && stamp !== undefined) memory.set(read.file, { stamp, read });
    }
  });
}
