import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { slugOf } from '../entry/slug.ts';
import type { Input } from '../input/input.ts';
import { digestOf } from '../read/reader.ts';
import { type Disk, IMPORTS } from '../write/disk.ts';
import type { Mapping } from './guess.ts';
import { type MappingFile, readMapping, writeMapping } from './mapping-file.ts';

/**
 * Finds the mapping of a table: that of `--mapping`, else the one that an earlier import wrote and a person may have
 * corrected, else the guess, which is shown and written down.
 */
export function makeMappings(disk: Disk, given: string | undefined, say: (line: string) => void) {
  return (input: Input, headings: readonly string[], guess: Mapping, rows: number): MappingFile => {
    if (given !== undefined && existsSync(given)) return readMapping(given, readFileSync(given, 'utf8'), headings);
    // Tables of one name with other columns are others.
    const file = `${IMPORTS}/${slugOf(basename(input.name)) || 'table'}-${digestOf(JSON.stringify(headings))
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '')
      .slice(0, 6)}.yml`;
    const known = disk.read(file)?.toString('utf8');
    if (known !== undefined) return readMapping(file, known, headings);
    const mapping: MappingFile = { columns: guess, set: {} };
    // What holds no articles needs no mapping, and a single document is corrected where it stands.
    if (guess.text === undefined || rows < 2) return mapping;
    say(
      `${input.name}: ${Object.entries(guess)
        .map(([field, column]) => `${field} from “${column}”`)
        .join(', ')}. To correct it, edit ${file} in the content folder.`,
    );
    disk.write(file, writeMapping(input.name, headings, mapping));
    return mapping;
  };
}
