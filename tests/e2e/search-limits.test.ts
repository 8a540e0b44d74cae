import { describe, expect, inject, it } from 'vitest';
import { useSearch } from './setup/search.ts';

const search = useSearch(inject('sites').many.origin);
const CEASEFIRE = ['/2023/06/07/الهدنة/', '/2023/06/07/آتش-بس/', '/2023/06/08/停火协议/', '/2023/06/08/перемирие/', '/2023/06/09/הפסקת-אש/'];

/** Number beside a limit. */
const countOf = (page: Awaited<ReturnType<typeof search>>['page'], label: string) =>
  page.locator('[data-search-limits] li', { hasText: label }).locator('.n').textContent();

describe('limits of a search', () => {
  it('show how many hits each would leave, and leave as many', async () => {
    const { page, count } = await search('?q=ferry');
    const wanted = Number(await countOf(page, '2023'));
    expect(wanted).toBeGreaterThan(0);
    await page.locator('[data-search-limits]').getByLabel('2023').check();
    await expect.poll(async () => Number.parseInt(await count(), 10)).toBe(wanted);
    expect(await countOf(page, '2023')).toBe(String(wanted));
  });

  it('of one kind add up, of several kinds narrow down', async () => {
    const { page, count, links } = await search('?topic=ceasefire&source=vesti&source=iton');
    expect((await links()).map((link) => decodeURI(link ?? ''))).toEqual(['/2023/06/09/הפסקת-אש/', '/2023/06/08/перемирие/']);
    expect(await count()).toMatch(/^2 articles/);
    expect(await page.locator('[data-search-limits] input:checked').count()).toBe(3);
  });

  it('alone list articles, the newest first', async () => {
    const { links } = await search('?topic=ceasefire');
    const found = (await links()).map((link) => decodeURI(link ?? ''));
    expect(found.toSorted()).toEqual(CEASEFIRE.toSorted());
    expect(found[0]).toBe('/2023/06/09/הפסקת-אש/');
  });

  it('come with the first answer, and nothing that is seen moves for them', async () => {
    const { page } = await search('?q=ferry');
    expect(await page.locator('[data-search-limits] input').count()).toBeGreaterThan(0);
    expect(await page.locator('[data-search-day]').evaluateAll((days) => days.map((day) => (day as HTMLInputElement).type))).toEqual(['date', 'date']);
    const moved = await page.evaluate(
      () =>
        new Promise<number>(
          (resolve) =>
            new PerformanceObserver((list) => resolve(list.getEntries().length)).observe({ type: 'layout-shift', buffered: true }) ??
            setTimeout(resolve, 500, 0),
        ),
    );
    expect(moved).toBe(0);
  });

  it('that leave nothing offer the whole archive', async () => {
    const { page, count, links } = await search('?q=kingfisher&year=2023');
    expect(await count()).toMatch(/^0 /);
    await page.getByRole('link', { name: 'Search the whole archive: 1 found' }).click();
    await expect.poll(links).toEqual(['/2022/02/03/letters/']);
    expect(new URL(page.url()).search).toBe('?q=kingfisher');
  });

  it('can be taken off though the archive does not know them', async () => {
    const { page, links } = await search('?q=kingfisher&topic=no-such-topic');
    await page.locator('[data-search-limits]').getByLabel('no-such-topic').uncheck();
    await expect.poll(links).toEqual(['/2022/02/03/letters/']);
  });
});

describe('the order of hits', () => {
  it('is by day where that is wanted', async () => {
    const { page, done } = await search('?q=opened');
    const days = () => page.locator('[data-search-results] time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
    await page.getByLabel('Newest').check();
    await expect.poll(async () => (await days())[0]).toMatch(/^2024-/);
    const newest = await days();
    expect(newest).toEqual(newest.toSorted().toReversed());
    await page.getByLabel('Oldest').check();
    await expect.poll(async () => (await days())[0]).toMatch(/^2022-/);
    await done();
    const oldest = await days();
    expect(oldest).toEqual(oldest.toSorted());
  });
});
