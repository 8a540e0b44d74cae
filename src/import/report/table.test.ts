import { expect, test } from 'vitest';
import type { ImportSummary } from './summary.ts';
import { summaryTable } from './table.ts';

const counts: ImportSummary = {
  taken: 3,
  alreadyThere: 0,
  doubtful: 4,
  refused: 0,
  inbox: 4,
  waiting: { source: 2, date: 1, other: 1 },
  passedOver: [],
  passedOverCount: 0,
  dryRun: false,
  seconds: 1,
  peakMemoryMiB: 100,
};

test('what waits in the inbox says what to do, and with which command', () => {
  expect(summaryTable(counts, [], 'content').split('\n').slice(6, -1)).toEqual([
    '4 entries wait in content/inbox:',
    '  2 lack a source. Name it: npx stet import content/inbox --source "NAME"',
    '  1 lacks a date. Write a line such as “date: 2020-03-05” among the fields at the top of each file; then: npx stet import content/inbox',
    '  1 waits for another reason, in its line “# Waits: …”. Take this line out to publish it all the same; then: npx stet import content/inbox',
  ]);
  expect(summaryTable(counts, [], 'my archive')).toContain('npx stet import "my archive/inbox" --content "my archive" --source "NAME"');
  expect(summaryTable({ ...counts, inbox: 0 }, [], 'content')).not.toContain('inbox');
});

test('a long reason is cut between words', () => {
  const reason = `It holds ${'files of type text, '.repeat(20)}`;
  const [line = ''] = summaryTable({ ...counts, doubtful: 0, passedOver: [{ input: 'a.warc', reason }], passedOverCount: 1 }, [], 'content').split('\n');
  expect(line).toMatch(/ (?:files|of|type|text) …$/);
  expect(line.length).toBeLessThan(280);
});
