import { hash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { TABLE_FILE } from './catalogue.ts';
import { type BundleTable, type Facts, factsFile, type Indexed, joinFacts, makeTable, UNDIVIDED, writeFacts, writeTable } from './table.ts';

/** Makes the table of a bundle and its facts, as files by their names. */
export function tableFiles(indexed: readonly Indexed[], chunks: BundleTable['chunks']): Map<string, Buffer> {
  const { table, facts } = makeTable(indexed, chunks);
  const files = new Map<string, Buffer>();
  const add = (each: Facts) => {
    const bytes = deflateRawSync(writeFacts(each), { level: 9 });
    const name = hash('sha256', bytes).slice(0, 8);
    files.set(factsFile(name), bytes);
    return name;
  };
  const blocks = indexed.length > UNDIVIDED ? facts.map(add) : [];
  const whole = add(joinFacts(facts));
  return files.set(TABLE_FILE, deflateRawSync(writeTable({ ...table, whole, blocks }), { level: 9 }));
}
