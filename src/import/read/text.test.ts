import { expect, test } from 'vitest';
import { draftIn } from '../../../tests/support/import.ts';

test('plain text: headline first, then date and byline on lines of their own', async () => {
  expect(await draftIn('A headline\n\nBy Jane Doe\n5 March 2020\n\nFirst.\n\nSecond.')).toMatchObject({
    headline: { value: 'A headline' },
    authors: { value: ['Jane Doe'] },
    date: { value: '2020-03-05' },
    text: 'First.\n\nSecond.',
  });
  const birthday = '14 ноября 1840 года родился основоположник импрессионизма';
  const told = await draftIn(`Моне как зеркало\n\n${birthday}\n\nТекст.`);
  expect(told.date).toBeUndefined();
  expect(told.text).toBe(`${birthday}\n\nТекст.`);
  for (const [printed, day] of [
    ['6. März 2020', '2020-03-06'],
    ['Freitag, 6. März 2020, 10. Ausgabe', '2020-03-06'],
    ['5 Sept. 2020', '2020-09-05'],
    ['Thu. March 5, 2020 6:20 p.m. EST', '2020-03-05T18:20:00-05:00'],
    ['On 5 March 2020. Rain fell.', undefined],
    ['Rain fell. On 5 March 2020', undefined],
  ] as const)
    expect((await draftIn(`A headline\n${printed}\n\nText.`)).date?.value, printed).toBe(day);
  const long = `${'A first line that is a paragraph and no headline. '.repeat(6)}\nAnother.`;
  expect((await draftIn(long)).headline).toBeUndefined();
});
