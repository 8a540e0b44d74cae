import { describe, expect, inject, it } from 'vitest';
import { useSearch } from './setup/search.ts';

const search = useSearch(inject('sites').many.origin);

describe('keys on the search page', () => {
  it('walk through the hits and back', async () => {
    const { page, links } = await search('?q=ferry');
    const [first, second] = await links();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href') ?? document.activeElement?.getAttribute('name'));
    await page.locator('input[name=q]').focus();
    for (const [key, at] of [
      ['ArrowDown', first],
      ['ArrowDown', second],
      ['ArrowUp', first],
      ['ArrowUp', 'q'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await focused()).toBe(at);
    }
  });

  it('open the hit that has the focus', async () => {
    const { page } = await search('?q=kingfisher');
    await page.locator('input[name=q]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/2022/02/03/letters/');
  });

  it('lead to the field from anywhere', async () => {
    const { page } = await search('?q=kingfisher');
    await page.locator('[data-search-results] a').focus();
    await page.keyboard.press('/');
    await page.keyboard.type('Niue');
    expect(await page.locator('input[name=q]').inputValue()).toBe('Niue');
  });

  it('set a limit and keep the focus on it', async () => {
    const { page } = await search('?q=ferry');
    await page.locator('[data-search-limits]').getByLabel('2023').focus();
    await page.keyboard.press('Space');
    await page.waitForURL('**year=2023*');
    await page.locator('[data-search-state=done]').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('year-2023');
  });
});
