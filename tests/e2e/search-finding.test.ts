import { describe, expect, inject, it } from 'vitest';
import { useSearch } from './setup/search.ts';

const search = useSearch(inject('sites').many.origin);

describe('a search', () => {
  it('waits at first, and says what can be typed and browsed', async () => {
    const { page, state } = await search('');
    expect(await state()).toBe('idle');
    expect(await page.locator('main').textContent()).toContain('Type words');
    expect(await page.locator('input[name=q]').evaluate((input) => input === document.activeElement)).toBe(true);
  });

  it('offers no order and no limits where there is nothing to order or choose from', async () => {
    const { page } = await search('?q=xyzzyplugh');
    expect(await page.locator('.sort').isVisible()).toBe(false);
    expect(await page.locator('[data-search-fold]').isVisible()).toBe(false);
    await page.goto(page.url().replace(/q=.*/, 'q=ferry'));
    await page.locator('[data-search-state=done]').waitFor();
    expect(await page.locator('.sort').isVisible()).toBe(true);
  });

  it('shows that its field has the focus', async () => {
    const { page } = await search('');
    const edge = () => page.locator('.query').evaluate((query) => getComputedStyle(query).boxShadow);
    expect(await edge()).not.toBe('none');
    await page.keyboard.press('Tab');
    expect(await edge()).toBe('none');
  });

  it('finds an article by a word while it is typed', async () => {
    const { page, done, links } = await search('');
    await page.keyboard.type('kingfisher');
    await done();
    expect(await links()).toEqual(['/2022/02/03/letters/']);
    expect(await page.locator('[data-search-results] mark').allTextContents()).toContain('kingfisher');
  });

  it('shows headline, source, day and passage of a hit', async () => {
    const { page } = await search('?q=kingfisher');
    const hit = page.locator('[data-search-results] > li');
    expect(await hit.locator('a').textContent()).toMatch(/^Parliament’s long-delayed committee/);
    expect(await hit.locator('time').getAttribute('datetime')).toBe('2022-02-03');
    expect(await hit.locator('.label').textContent()).toContain('The Gazette');
    expect(await hit.locator('.excerpt').textContent()).toContain('the kingfisher on its seal');
  });

  it('shows articles that have most of the words where none has all, and what they lack', async () => {
    const { page, count, links } = await search('?q=kingfisher+committee+parliament+xyzzyplugh');
    expect(await count()).toMatch(/^0 articles/);
    expect((await links())[0]).toBe('/2022/02/03/letters/');
    expect(await page.locator('[data-search-message]').textContent()).toContain('Nearest to it are articles that have most of it');
    expect(await page.locator('[data-search-results] > li').first().textContent()).toContain('Without xyzzyplugh');
    expect(await page.locator('[data-search-take]').isVisible()).toBe(false);
  });

  it('counts the hits, and announces the count', async () => {
    const { page, count } = await search('?q=ferry');
    const hits = Number.parseInt(await count(), 10);
    expect(hits).toBeGreaterThan(20);
    await expect.poll(() => page.locator('[role=status]').textContent()).toMatch(new RegExp(`^${hits} articles`));
  });

  it('shows more hits when asked, and goes on from there', async () => {
    const { page, links } = await search('?q=ferry');
    expect(await links()).toHaveLength(10);
    await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
    await expect.poll(async () => (await links()).length).toBeGreaterThan(10);
    expect(new URL(page.url()).searchParams.get('show')).toBe('20');
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    expect(focused).toBe((await links())[10]);
  });

  it('takes a phrase as one', async () => {
    const phrase = await search('?q=%22finished+its+work%22');
    expect(await phrase.links()).toEqual(['/2022/02/03/letters/']);
    const wrong = await search('?q=%22work+its+finished%22');
    expect(await wrong.count()).toMatch(/^0 /);
  });

  it('wants all words, and says which one the archive does not have', async () => {
    const { page, count, links } = await search('?q=kingfisher+zeppelinage');
    expect(await count()).toMatch(/^0 /);
    expect(await page.locator('[data-search-message]').textContent()).toContain('No article of this archive has zeppelinage');
    await page.getByRole('link', { name: 'Search for kingfisher alone' }).click();
    await expect.poll(links).toEqual(['/2022/02/03/letters/']);
  });

  it('finds words of every script, and marks them', async () => {
    const { page, links } = await search('?q=kingfisher');
    for (const [word, path] of [
      ['المفاوضات', '/2023/06/07/الهدنة/'],
      ['آتش‌بس', '/2023/06/07/آتش-بس/'],
      ['发言人', '/2023/06/08/停火协议/'],
      ['人道救援', '/2023/06/08/停火协议/'],
      ['перемирие', '/2023/06/08/перемирие/'],
      ['החוץ', '/2023/06/09/הפסקת-אש/'],
    ] as const) {
      await page.locator('input[name=q]').fill(word);
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await links()).map((link) => decodeURI(link ?? ''))).toEqual([path]);
      await expect.poll(async () => (await page.locator('[data-search-results] mark').allTextContents()).join('').toLowerCase()).toContain(word);
    }
  });

  it('gives hits the direction of their language', async () => {
    const { page } = await search(`?q=${encodeURIComponent('المفاوضات')}`);
    expect(await page.locator('[data-search-results] h3').getAttribute('dir')).toBe('rtl');
    expect(await page.locator('[data-search-results] h3').getAttribute('lang')).toBe('ar');
  });

  it('starts from the box on any page', async () => {
    const { page, done, links } = await search('', '/2023/04/05/everything/');
    await page.getByRole('searchbox').fill('kingfisher');
    await page.getByRole('searchbox').press('Enter');
    await page.waitForURL('**/search/?q=kingfisher');
    await done();
    expect(await links()).toEqual(['/2022/02/03/letters/']);
  });

  it('opens the article', async () => {
    const { page } = await search('?q=kingfisher');
    await page.locator('[data-search-results] a').click();
    await page.waitForURL('**/2022/02/03/letters/');
    expect(await page.locator('article[data-article-id]').getAttribute('data-article-id')).toBe('2022/02/03/letters');
  });
});
