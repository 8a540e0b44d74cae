import { expect, test } from 'vitest';
import { makeArticle } from '../../tests/support/make-archive.ts';
import { groupTranslations } from './translations.ts';

const original = makeArticle({ slug: 'truce', aliases: ['/news/7'] });
const arabic = makeArticle({ slug: 'الهدنة', language: 'ar', translationOf: '/2020/03/05/truce/' });
const farsi = makeArticle({ slug: 'atash-bas', language: 'fa', translationOf: '/news/7' });
const other = makeArticle({ slug: 'other' });

test('an original and its translations are one group, whichever address they name', () => {
  const groups = groupTranslations([other, original, arabic, farsi]);
  expect([original, arabic, farsi].map(({ id }) => groups.get(id))).toEqual(Array(3).fill([original, arabic, farsi]));
  expect(groups.has(other.id)).toBe(false);
});

test('an archive without translations has no groups', () => {
  expect(groupTranslations([original, other]).size).toBe(0);
});
