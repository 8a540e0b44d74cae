import { describe, expect, test } from 'vitest';
import { coverageOf, type OutlineStep } from './raster.ts';

const polygon = (...points: [number, number][]): OutlineStep[] => [
  ...points.map((args, at): OutlineStep => ({ command: at === 0 ? 'moveTo' : 'lineTo', args })),
  { command: 'closePath', args: [] },
];
const rounded = (coverage: Float32Array) => [...coverage].map((value) => Math.round(value * 100) / 100);
const areaOf = (steps: OutlineStep[], size = 60) => coverageOf(steps, size, size).reduce((sum, value) => sum + value, 0);

describe('an outline covers', () => {
  test('whole pixels, and parts of those at its edges', () => {
    expect(rounded(coverageOf(polygon([1, 0], [3, 0], [3, 2], [1, 2]), 4, 2))).toEqual([0, 1, 1, 0, 0, 1, 1, 0]);
    expect(rounded(coverageOf(polygon([0.5, 0.25], [2.5, 0.25], [2.5, 1], [0.5, 1]), 4, 1))).toEqual([0.38, 0.75, 0.38, 0]);
    expect(rounded(coverageOf(polygon([0, 0], [2, 0], [0, 2]), 2, 2))).toEqual([1, 0.5, 0.5, 0]);
  });

  test('as much as its area, whichever way it runs, and less the holes in it', () => {
    expect(areaOf(polygon([5, 5], [50, 12], [30, 55]))).toBeCloseTo(1037.5, 0);
    expect(areaOf(polygon([5, 5], [30, 55], [50, 12]))).toBeCloseTo(1037.5, 0);
    expect(areaOf([...polygon([10, 10], [50, 10], [50, 50], [10, 50]), ...polygon([20, 20], [20, 40], [40, 40], [40, 20])])).toBeCloseTo(1200, 1);
  });

  test('what its curves enclose', () => {
    const k = 0.5522847498 * 20;
    const circle: OutlineStep[] = [
      { command: 'moveTo', args: [50, 30] },
      { command: 'bezierCurveTo', args: [50, 30 + k, 30 + k, 50, 30, 50] },
      { command: 'bezierCurveTo', args: [30 - k, 50, 10, 30 + k, 10, 30] },
      { command: 'bezierCurveTo', args: [10, 30 - k, 30 - k, 10, 30, 10] },
      { command: 'bezierCurveTo', args: [30 + k, 10, 50, 30 - k, 50, 30] },
    ];
    expect(areaOf(circle)).toBeCloseTo(Math.PI * 400, -1);
    const bow: OutlineStep[] = [
      { command: 'moveTo', args: [0, 0] },
      { command: 'quadraticCurveTo', args: [30, 60, 60, 0] },
      { command: 'closePath', args: [] },
    ];
    // Two thirds of the triangle that its points make.
    expect(Math.abs(areaOf(bow) - 1200)).toBeLessThan(6);
  });

  test('nothing beyond the picture, wherever it goes', () => {
    expect(rounded(coverageOf(polygon([-5, -5], [9, -5], [9, 9], [-5, 9]), 2, 2))).toEqual([1, 1, 1, 1]);
    expect(rounded(coverageOf(polygon([5, 0], [9, 0], [9, 2], [5, 2]), 2, 2))).toEqual([0, 0, 0, 0]);
  });
});
