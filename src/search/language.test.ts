import { expect, test } from 'vitest';
import { languageOfIndex } from './language.ts';

const of = (...languages: string[]) => languageOfIndex(languages.map((language) => ({ language })));

test.each([
  [['en', 'ar', 'en-GB'], 'en'],
  [['ru', 'en', 'ru'], 'ru'],
  [['fa', 'fa', 'en'], 'unknown'],
  [['zh-Hans'], 'unknown'],
  [['fr', 'en'], 'en'],
  [[], 'unknown'],
])('%j is indexed in %s', (languages, language) => {
  expect(of(...languages)).toBe(language);
});
