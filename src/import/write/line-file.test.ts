import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { LineFile } from './line-file.ts';

test('lines are found again where they were put, whatever their length, and one that was torn off goes', () => {
  const dir = mkdtempSync(join(tmpdir(), 'stet-lines-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const path = join(dir, 'lines');
  const lines = [1, 4095, 4096, 1_500_000, 7].map((length) => 'ж'.repeat(length));
  const first = new LineFile(path);
  const places = lines.map((line) => first.add(line));
  expect(places.map((place) => first.at(place))).toEqual(lines);
  first.end();
  writeFileSync(path, 'torn', { flag: 'a' });

  const reading = new LineFile(path, { readOnly: true });
  expect([...reading].map(({ line, offset }) => [line, offset])).toEqual(lines.map((line, at) => [line, places[at]]));
  reading.end();
  const again = new LineFile(path);
  expect(again.at(again.add('next'))).toBe('next');
  again.end();
  expect(readFileSync(path, 'utf8')).toBe(`${[...lines, 'next'].join('\n')}\n`);
});
