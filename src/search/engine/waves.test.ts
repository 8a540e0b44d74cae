import { expect, test } from 'vitest';
import { planWave, type WaveOptions } from './waves.ts';

const bundles = (...sizes: number[]) => sizes.map((articles) => ({ articles }));
const plan = (options: Partial<WaveOptions>) => planWave({ waiting: bundles(1000, 5000, 5000), searched: [], hits: 0, terms: 2, whole: false, ...options });
const searched = (cost: number, ...sizes: number[]) => bundles(...sizes).map((entry) => ({ entry, result: { cost: cost / sizes.length } }));

test('a small archive is searched whole, whatever it costs and finds', () => {
  expect(plan({ waiting: bundles(1000, 1500) })).toBe(2);
  expect(plan({ waiting: bundles(1500), searched: searched(2 ** 20, 1000), hits: 900 })).toBe(1);
});

test('so is any where that is asked for', () => {
  expect(plan({ whole: true, searched: searched(2 ** 30, 5000), hits: 900 })).toBe(3);
});

test('a large one is begun with the newest, which tell what the rest will cost', () => {
  expect(plan({ waiting: bundles(300, 400, 5000, 5000) })).toBe(2);
  expect(plan({ waiting: bundles(400, 5000, 5000), searched: searched(2 ** 20, 300), hits: 10 })).toBe(0);
});

test('it is searched until there is a page of hits', () => {
  const further = { waiting: bundles(5000, 5000), searched: searched(70 * 1024, 1000, 2000) };
  expect(plan({ ...further, hits: 10 })).toBe(0);
  expect(plan({ ...further, hits: 9 })).toBeGreaterThan(0);
});

test('and a little further where that costs next to nothing', () => {
  expect(plan({ waiting: bundles(4600, 5000), searched: searched(4 * 1024, 500, 600), hits: 20, terms: 1 })).toBe(0);
  expect(plan({ waiting: bundles(4600, 5000), searched: searched(1024, 500, 600), hits: 20, terms: 1 })).toBe(1);
});

test('and not without end where hits are few', () => {
  expect(plan({ waiting: bundles(5000), searched: searched(310 * 1024, 1000, 5000), hits: 1 })).toBe(0);
});
