import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { aliasPath } from '../archive/permalink.ts';
import type { Fault } from '../errors.ts';
import { isPath } from '../schema/fields.ts';
import { type GoneFields, goneSchema } from '../schema/gone.ts';
import { readYaml } from './document.ts';
import type { Located } from './draft.ts';
import { type Folder, readText } from './files.ts';

/** File in which a publisher says what is gone, and why. */
export const GONE = 'gone.yml';

/** Reads `gone.yml`; without one, nothing is gone. */
export function readGone(folder: Folder, faults: Fault[]): Located<GoneFields & { path: string }>[] {
  if (!existsSync(join(folder.dir, GONE))) return [];
  const read = readText(folder, GONE);
  const document = 'message' in read ? [read] : readYaml(read.text.file, read.text.text, 0, goneSchema);
  if (Array.isArray(document)) {
    faults.push(...document);
    return [];
  }
  const { fields, locate } = document;
  return Object.entries(fields).flatMap(([address, said]) => {
    if (isPath(address)) return [{ value: { ...said, path: aliasPath(address) }, file: GONE, locate: () => locate([address], true) }];
    faults.push({
      file: folder.name(GONE),
      ...locate([address], true),
      message: `“${address}” is not a path such as /2019/12/31/old-slug/.`,
      hint: 'Write the address from the archive’s root on, between slashes.',
    });
    return [];
  });
}
