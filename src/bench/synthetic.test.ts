import { describe, expect, test } from 'vitest';
import { contentFolder, options } from '../../tests/support/content-folder.ts';
import { readContent } from '../content/read-content.ts';
import { makeSynthetic } from './synthetic.ts';

const made = [...makeSynthetic({ articles: 120 })];
const entries = made.filter(({ file }) => file.startsWith('articles/'));

describe('a synthetic archive', () => {
  test('is the same for the same arguments, and another for another seed', () => {
    expect([...makeSynthetic({ articles: 120 })]).toEqual(made);
    expect([...makeSynthetic({ articles: 120, seed: 2 })]).not.toEqual(made);
  });

  test('is content without a fault', () => {
    const dir = contentFolder(Object.fromEntries(made.map(({ file, text }) => [file, text])));
    const { content, faults } = readContent(dir, options);
    expect(faults).toEqual([]);
    expect(content).toMatchObject({ articles: { length: 121 }, sources: { length: 50 }, topics: { length: 200 } });
  });

  test('spreads its articles over thirty years, and the one more is newer than all', () => {
    const days = entries.map(({ file }) => file.slice('articles/'.length, 'articles/YYYY/MM/DD'.length));
    expect(days).toEqual(days.toSorted());
    expect(days[0]).toBe('1995/01/01');
    expect(days.at(-1)).toBe('2025/01/01');
    expect(new Set(days.map((day) => day.slice(0, 4))).size).toBe(31);
    expect(new Set(days).size).toBe(121);
  });

  test('reads like news: some 450 words an article, quotations, links, subheads', () => {
    const bodies = entries.map(({ text }) => text.split('\n---\n\n')[1] ?? '');
    const words = bodies.join(' ').split(/\s+/).length / bodies.length;
    expect(words).toBeGreaterThan(400);
    expect(words).toBeLessThan(550);
    for (const sign of [/^> /m, /“[^”]+,” /, /\]\(https:\/\//, /^## /m]) expect(bodies.filter((body) => sign.test(body)).length).toBeGreaterThan(10);
  });

  test('few words are frequent and most are rare', () => {
    const counts = new Map<string, number>();
    const words = entries.flatMap(({ text }) => text.toLowerCase().match(/\b[a-z]+\b/g) ?? []);
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    const sorted = [...counts.values()].sort((a, b) => b - a);
    const top = sorted.slice(0, 50).reduce((sum, count) => sum + count, 0);
    expect(top / words.length).toBeGreaterThan(0.25);
    expect(sorted.filter((count) => count === 1).length / sorted.length).toBeGreaterThan(0.25);
  });
});
