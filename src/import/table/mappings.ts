import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { ContentError } from '../../errors.ts';
import { slugOf } from '../entry/slug.ts';
import type { Input } from '../input/input.ts';
import { digestOf } from '../read/reader.ts';
import { type Disk, IMPORTS } from '../write/disk.ts';
import type { Mapping } from './guess.ts';
import { type MappingFile, readMapping, type TableMapping, writeMapping } from './mapping-file.ts';

/** Reads the file of `--mapping`. Throws a `ContentError` where there is none, or something is wrong in it. */
export function readGivenMapping(path: string): MappingFile {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true)
    throw new ContentError([{ file: path, line: 1, column: 1, message: 'There is no such file.', hint: 'Name the file that holds the mapping.' }]);
  return readMapping(path, readFileSync(path, 'utf8'));
}

/**
 * Finds the mapping of a table: its columns are those of `--mapping`, else those of the file that an earlier import wrote
 * and a person may have corrected, else the guess, which is shown and written down.
 */
export function makeMappings(disk: Disk, path: string | undefined, say: (line: string) => void) {
  const given = path === undefined ? undefined : readFileSync(path, 'utf8');
  return (input: Input, headings: readonly string[], guess: Mapping, rows: number): TableMapping => {
    const mapping = given === undefined || path === undefined ? undefined : readMapping(path, given, headings);
    if (mapping?.columns !== undefined) return { ...mapping, columns: mapping.columns };
    // Tables of one name with other columns are others.
    const file = `${IMPORTS}/${slugOf(basename(input.name)) || 'table'}-${digestOf(JSON.stringify(headings))
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '')
      .slice(0, 6)}.yml`;
    const known = disk.read(file)?.toString('utf8');
    const order = mapping?.numericDates;
    const rest = { columns: guess, set: {}, overrule: {}, ...(order !== undefined && { numericDates: order }) };
    if (known !== undefined) return { ...rest, ...readMapping(file, known, headings) };
    // What holds no articles needs no mapping, unless a person says that it does; a single document is corrected where it stands.
    if (rows < 2 || (guess.text === undefined && !input.named)) return rest;
    const found = Object.entries(guess).map(([field, column]) => `${field} from “${column}”`);
    say(
      guess.text === undefined
        ? `${input.name}: no column is known to hold the text of its articles. Name it in ${file} in the content folder, and import again.`
        : `${input.name}: ${found.join(', ')}. To correct it, edit ${file} in the content folder.`,
    );
    disk.write(file, writeMapping(input.name, headings, guess));
    return rest;
  };
}
