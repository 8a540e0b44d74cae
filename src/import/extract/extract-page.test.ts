import { describe, expect, test } from 'vitest';
import { pageCases } from '../../../tests/support/page-cases.ts';
import { extractPage } from './extract-page.ts';

describe.each(pageCases())('$name', ({ html, facts, markdown }) => {
  const { url, captured, sure, authors, headline, date, deck, updated, language, publisher, address, section, keywords, picture } = facts;
  const found = extractPage({ html, url, captured });

  test('text', () => {
    expect(found?.text).toBe(markdown);
  });

  test('headline, authors and date, and whether they are sure', () => {
    expect({ headline: found?.headline?.value, authors: found?.authors?.value ?? [], date: found?.date?.value }).toEqual({ headline, authors, date });
    const said = (['headline', 'authors', 'date'] as const).filter((field) => found?.[field]?.sure);
    expect(said).toEqual(sure);
  });

  test('the rest', () => {
    expect(found?.language?.value).toBe(language);
    expect({ deck: found?.deck?.value, updated: found?.updated?.value }).toEqual({ deck, updated });
    if (publisher !== undefined) expect(found?.publisher?.value).toBe(publisher);
    if (address !== undefined) expect(found?.address?.value).toBe(address);
    if (section !== undefined) expect(found?.section).toBe(section);
    if (keywords !== undefined) expect(found?.keywords).toEqual(keywords);
    if (picture !== undefined) expect(found?.picture).toEqual(picture);
  });
});
