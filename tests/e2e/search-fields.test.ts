import { describe, expect, inject, it } from 'vitest';
import { useSearch } from './setup/search.ts';

const search = useSearch(inject('sites').many.origin);

describe('the form with a field for everything', () => {
  it('writes the query language, with the keyboard alone', async () => {
    const { page, links } = await search('?q=ferry');
    await page.getByText('Search by fields').focus();
    await page.keyboard.press('Enter');
    const all = page.getByLabel('All of these words');
    await all.waitFor();
    expect(await all.inputValue()).toBe('ferry');
    await all.fill('committee');
    await page.getByLabel('This exact phrase').fill('finished its work');
    await page.getByLabel('From').first().fill('2022-01-01');
    expect(await page.locator('[data-search-fields] output').textContent()).toBe(
      'Articles with “committee” and the phrase “finished its work” and a date from 2022-01-01 on.',
    );
    await all.press('Enter');
    await page.waitForURL('**/search/?q=committee*');
    expect(new URL(page.url()).searchParams.get('q')).toBe('committee "finished its work" date:2022-01-01..');
    await expect.poll(links).toEqual(['/2022/02/03/letters/']);
    expect(await page.locator('input[type=search]').evaluate((input) => input === document.activeElement)).toBe(true);
  });

  it('offers the sources and topics that there are', async () => {
    const { page } = await search('?q=ferry');
    await page.getByText('Search by fields').click();
    await page.locator('[data-search-fields]').getByLabel('Source').focus();
    await expect.poll(() => page.locator('#known-source option').evaluateAll((all) => all.map((each) => each.getAttribute('value')))).toContain('gazette');
  });
});

describe('a search', () => {
  it('shows the feed of the source that it is limited to', async () => {
    const { page } = await search('?q=ferry&source=gazette');
    expect(await page.locator('[data-search-feeds] a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
      '/sources/gazette/feed.xml',
    ]);
  });
});
