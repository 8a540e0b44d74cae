import { describe, expect, test } from 'vitest';
import { growthOf, medianOf, type SizeFigures, summarizePeer, summarizeSteps } from './figures.ts';
import type { OwnRun } from './own.ts';

const run = (full: number, nothing: number, memory: number): OwnRun => ({
  files: 1400,
  bytes: 1,
  steps: new Map([
    ['full build', { seconds: full, peakMemoryMiB: memory, written: 1400 }],
    ['nothing changed', { seconds: nothing, peakMemoryMiB: 90, written: 0 }],
  ]),
});
const runs = [run(10, 1, 500), run(40, 2, 400), run(20, 1.5, 600)];

test.each([
  [[3], 3],
  [[9, 1, 5], 5],
  [[10, 9, 1, 2], 5.5],
])('the median of %j is %d', (numbers, median) => {
  expect(medianOf(numbers)).toBe(median);
});

test('there is no median of nothing', () => {
  expect(() => medianOf([])).toThrow('no median');
});

test('steps are summed up, each with its share of the full build of the same run', () => {
  expect(summarizeSteps(runs)).toEqual([
    { step: 'full build', seconds: 20, peakMemoryMiB: 500, written: 1400, share: 1 },
    { step: 'nothing changed', seconds: 1.5, peakMemoryMiB: 90, written: 0, share: 0.075 },
  ]);
});

describe('a peer', () => {
  test('is compared run by run', () => {
    const peer = [
      { seconds: 20, peakMemoryMiB: 1000, files: 9 },
      { seconds: 20, peakMemoryMiB: 1000, files: 9 },
      { seconds: 10, peakMemoryMiB: 1000, files: 9 },
    ];
    expect(summarizePeer('Hugo', peer, runs)).toEqual({ peer: 'Hugo', seconds: 20, peakMemoryMiB: 1000, files: 9, timeRatio: 2, memoryRatio: 0.5 });
  });
});

test('growth is told from each size to the next', () => {
  const size = (articles: number, seconds: number, peakMemoryMiB: number): SizeFigures => ({
    articles,
    runs: 1,
    files: 1,
    bytes: 1,
    peers: [],
    steps: [{ step: 'full build', seconds, peakMemoryMiB, written: 1, share: 1 }],
  });
  expect(growthOf([size(1000, 5, 100), size(2024, 12, 200)])).toEqual([{ from: 1000, to: 2024, timeRatio: 2.4, memoryKiB: 100 }]);
  expect(growthOf([size(1000, 5, 100)])).toEqual([]);
});
