import { describe, expect, inject, it } from 'vitest';
import { useSearch } from './setup/search.ts';

const search = useSearch(inject('sites').many.origin);
const EVERYTHING = '?q=ferry&source=gazette&topic=everyday&year=2023&sort=oldest';

describe('the address of a search', () => {
  it('says everything that was set', async () => {
    const { page, done } = await search('');
    await page.keyboard.type('ferry');
    await page.keyboard.press('Enter');
    await done();
    const limits = page.locator('[data-search-limits]');
    for (const label of ['The Gazette', 'Everyday life', '2023']) await limits.getByLabel(label).check();
    await page.getByLabel('Oldest').check();
    await expect.poll(() => new URL(page.url()).search).toBe(EVERYTHING);
  });

  it('brings everything back', async () => {
    const { page, count, links, done } = await search(EVERYTHING);
    const before = { count: await count(), links: await links() };
    expect(before.links.length).toBeGreaterThan(0);
    expect(await page.getByLabel('Oldest').isChecked()).toBe(true);
    await page.reload();
    await done();
    expect({ count: await count(), links: await links() }).toEqual(before);
    expect(await page.locator('input[name=q]').inputValue()).toBe('ferry');
    const checked = page.locator('[data-search-limits] input:checked');
    expect(await checked.evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value))).toEqual(['gazette', 'everyday', '2023']);
  });

  it('goes back and forth with the browser', async () => {
    const { page, links, done } = await search('?q=kingfisher');
    await page.locator('input[name=q]').fill('Kiritimati');
    await page.keyboard.press('Enter');
    await expect.poll(links).toEqual(['/2021/01/01/offset-from-the-east/']);
    await page.goBack();
    await expect.poll(links).toEqual(['/2022/02/03/letters/']);
    expect(await page.locator('input[name=q]').inputValue()).toBe('kingfisher');
    await page.goForward();
    await expect.poll(links).toEqual(['/2021/01/01/offset-from-the-east/']);
    await done();
  });

  it('is there again after a look at an article', async () => {
    const { page, links, done } = await search('?q=ferry&show=40');
    const before = await links();
    await page.locator('[data-search-results] a').nth(30).click();
    await page.waitForURL('**/everyday-*/');
    await page.goBack();
    await done();
    expect(await links()).toEqual(before);
  });

  it('stands in the title of the page', async () => {
    const { page } = await search('?q=kingfisher');
    expect(await page.title()).toBe('kingfisher · Search · The Many Archive');
  });

  it('makes no sense and does no harm', async () => {
    const { count } = await search('?q=kingfisher&sort=sideways&year=20x3&show=-7&source=%00&topic=__proto__');
    expect(await count()).toMatch(/^\d/);
  });
});
