import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { useSearch } from './setup/search.ts';

const search = useSearch(inject('sites').many.origin);

describe('a query in the query language', () => {
  it('is said in words, with what was not understood', async () => {
    const { page, links } = await search(`?q=${encodeURIComponent('"finished its work" OR Niue date:2022-13')}`);
    expect(await page.locator('[data-search-reading]').textContent()).toContain('Read as: the phrase “finished its work” or “Niue”.');
    expect(await page.locator('[data-search-reading]').textContent()).toContain('date:2022-13 is no date');
    expect((await links()).toSorted()).toEqual(['/2021/12/31/offset-from-the-west/', '/2022/02/03/letters/']);
  });

  it('tells how many articles have each part', async () => {
    const { page } = await search('?q=ferry+-library+kingfisher');
    const terms = await page.locator('[data-search-terms] li').allTextContents();
    expect(terms.map((text) => text.replace(/\d.*/, ''))).toEqual([
      expect.stringContaining('“ferry”'),
      expect.stringContaining('not “library”'),
      expect.stringContaining('“kingfisher”'),
    ]);
  });

  it('that has a slip of the pen leads to the word that was meant', async () => {
    const { page, links } = await search('?q=kingfsher');
    await page.getByRole('link', { name: 'kingfisher', exact: true }).click();
    await expect.poll(links).toEqual(['/2022/02/03/letters/']);
  });
});

describe('hits over time', () => {
  it('limit to what is clicked, and are let go again', async () => {
    const { page, count } = await search('?q=ferry');
    const all = await count();
    const bar = page.locator('[data-search-timeline] button').first();
    const wanted = /: ([\d,]+)/.exec((await bar.getAttribute('aria-label')) ?? '')?.[1];
    await bar.click();
    await expect.poll(count).toMatch(new RegExp(`^${wanted} article`));
    expect(new URL(page.url()).searchParams.get('from')).toMatch(/^\d{4}-\d{2}-01$/);
    await page.locator('[data-search-timeline] button').first().click();
    await expect.poll(count).toBe(all);
  });

  it('are taken with the keyboard', async () => {
    const { page, done } = await search('?q=ferry');
    await page.locator('[data-search-timeline] button').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**from=*');
    await done();
    const { from, to } = Object.fromEntries(new URL(page.url()).searchParams);
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => new URL(page.url()).searchParams.get('to')).not.toBe(to);
    expect(new URL(page.url()).searchParams.get('from')).toBe(from);
  });
});

describe('hits', () => {
  it('are seen as words in context', async () => {
    const { page } = await search('?q=ferry&view=right');
    const rights = await page.locator('[data-search-lines] .right').allTextContents();
    expect(rights.length).toBeGreaterThan(10);
    expect(await page.locator('[data-search-lines] mark').first().textContent()).toMatch(/ferry/i);
  });

  it('are taken away, all of them', async () => {
    const { page, count } = await search('?q=ferry');
    const total = Number.parseInt(await count(), 10);
    await page.locator('[data-search-take] summary').click();
    expect(await page.locator('[data-search-sentence]').textContent()).toMatch(
      new RegExp(`^${total} articles in The Many Archive \\(\\d+ articles, .* matching “ferry”`),
    );
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'JSON Lines' }).click()]);
    const lines = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(total);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ source: 'The Gazette', language: 'en' });
  });

  it('open with every place marked and counted, and lead from one to the next', async () => {
    const { page } = await search('?q=committee+kingfisher');
    await page.locator('[data-search-results] a').first().click();
    await page.waitForURL('**/2022/02/03/letters/');
    const bar = page.getByRole('complementary', { name: 'Places found' });
    await bar.waitFor();
    const [, total] = /^1 of (\d+)/.exec((await bar.textContent()) ?? '') ?? [];
    expect(Number(total)).toBeGreaterThan(1);
    await bar.getByRole('button', { name: 'Next' }).click();
    expect(await bar.textContent()).toMatch(/^2 of/);
    expect(await page.evaluate(() => CSS.highlights.get('found')?.size)).toBe(Number(total));
  });

  it('have an address for each place', async () => {
    const { page } = await search('', '/2022/02/03/letters/?found=kingfisher');
    expect(await page.getByRole('complementary', { name: 'Places found' }).textContent()).toMatch(/^1 of 1 place/);
  });
});
