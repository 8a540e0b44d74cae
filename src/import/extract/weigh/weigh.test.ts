import { expect, test } from 'vitest';
import { type Testimony, weigh } from './weigh.ts';

const say = (value: string, origin: Testimony<string>['origin'], trust: number, witness = origin as string): Testimony<string> => ({
  value,
  origin,
  trust,
  witness,
});
const same = (value: string): string => value;

test('nothing said, nothing found', () => {
  expect(weigh([], same)).toBeUndefined();
});

test('two origins that agree are sure, and outweigh a better witness', () => {
  expect(weigh([say('a', 'system', 0.9), say('a', 'print', 0.9), say('b', 'address', 0.96)], same)).toMatchObject({
    value: 'a',
    disputed: [{ value: 'b', witnesses: ['address'] }],
  });
  expect(weigh([say('a', 'system', 0.9), say('a', 'print', 0.9)], same)?.sure).toBe(true);
});

test('copies of one field do not make it sure', () => {
  expect(weigh([say('a', 'system', 0.9, 'json-ld'), say('a', 'system', 0.94, 'meta')], same)).toMatchObject({ sure: false, witnesses: ['meta', 'json-ld'] });
});

test('what is disputed as strongly is not sure', () => {
  expect(weigh([say('a', 'system', 0.9), say('a', 'print', 0.9), say('b', 'address', 0.96), say('b', 'engine', 0.8)], same)?.sure).toBe(false);
});

test('one witness alone is sure from 98 in 100 on, if none disputes it', () => {
  expect(weigh([say('a', 'input', 0.98)], same)?.sure).toBe(true);
  expect(weigh([say('a', 'input', 0.97)], same)?.sure).toBe(false);
  expect(weigh([say('a', 'input', 0.98), say('b', 'print', 0.5)], same)?.sure).toBe(false);
});
