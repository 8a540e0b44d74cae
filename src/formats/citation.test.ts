import { expect, test } from 'vitest';
import { herald, makeArticle } from '../../tests/support/make-archive.ts';
import { citationParts, joinNames, plainCitation } from './citation.ts';

const context = { source: herald, archiveTitle: 'Test Archive', url: 'https://host.example/x/' };

test.each([
  [{}, '“A headline”, The Herald, 5 March 2020. Test Archive. https://host.example/x/'],
  [{ authors: ['Ann Lee'] }, 'Ann Lee. “A headline”, The Herald, 5 March 2020. Test Archive. https://host.example/x/'],
  [{ authors: ['Ann Lee', 'Bob Ray', 'Cy Do'] }, 'Ann Lee, Bob Ray and Cy Do. “A headline”, The Herald, 5 March 2020. Test Archive. https://host.example/x/'],
  [{ title: 'Who won?' }, '“Who won?” The Herald, 5 March 2020. Test Archive. https://host.example/x/'],
  [{ title: 'من فاز؟' }, '“من فاز؟” The Herald, 5 March 2020. Test Archive. https://host.example/x/'],
  [{ suppliedTitle: true }, '[A headline], The Herald, 5 March 2020. Test Archive. https://host.example/x/'],
  [{ dateBasis: 'inferred' as const }, '“A headline”, The Herald, [5 March 2020]. Test Archive. https://host.example/x/'],
  [{ date: '2020-03-05T23:50:00-12:00' }, '“A headline”, The Herald, 5 March 2020. Test Archive. https://host.example/x/'],
])('%j', (fields, expected) => {
  const article = makeArticle(fields);
  expect(plainCitation(article, context)).toBe(expected);
  expect(citationParts(article, context).join('')).toBe(expected);
});

test('what stands between names and headline belongs to neither, whichever way they run', () => {
  const article = makeArticle({ title: 'الهدنة', authors: ['ليلى حداد'] });
  expect(citationParts(article, context).slice(0, 4)).toEqual(['ليلى حداد', '. ', '“الهدنة”', ', ']);
});

test('names in a sentence', () => {
  expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(joinNames)).toEqual(['', 'A', 'A and B', 'A, B and C']);
});
