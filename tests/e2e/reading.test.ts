import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { CITE_BOOTSTRAP } from '../../src/cite/bootstrap.ts';
import { BOOTSTRAP } from '../../src/quote/bootstrap.ts';
import { addressOf, KINDS } from './setup/kinds.ts';
import { useBrowser } from './setup/visit.ts';

const { origin } = inject('sites').many;
const visit = useBrowser();
const open = (kind: keyof typeof KINDS, options?: object) => visit(addressOf(origin, KINDS[kind] ?? '/'), options);

describe('reading', () => {
  it('needs no script', async () => {
    const { page } = await visit(origin, { javaScriptEnabled: false });
    for (const kind of ['front page', 'article with one of everything', 'article in Arabic', 'month', 'large topic', 'search', 'about']) {
      await page.goto(addressOf(origin, KINDS[kind] ?? ''));
      expect((await page.locator('h1').allInnerTexts()).join('').trim()).not.toBe('');
      expect((await page.locator('main').textContent())?.trim().length).toBeGreaterThan(30);
    }
  });

  it('loads no script but on the search page', async () => {
    const scripted: string[] = [];
    for (const [kind, path] of Object.entries(KINDS)) {
      const html = await (await fetch(addressOf(origin, path))).text();
      const others = html
        .replace(/<script data-src="[^>]*>/, '<script>')
        .replace(`<script>${BOOTSTRAP}</script>`, '')
        .replace(`<script>${CITE_BOOTSTRAP}</script>`, '');
      if (/<script(?! type="application\/ld\+json")/.test(others)) scripted.push(kind);
    }
    expect(scripted).toEqual(['search', 'search with hits']);
  });

  it('of an article takes two requests and at most 12 KB', async () => {
    const { page, requests } = await open('article with a long headline', { javaScriptEnabled: true });
    await page.waitForLoadState('networkidle');
    expect(requests.map((url) => new URL(url).pathname.replace(/.*\./, ''))).toEqual(['/2022/02/03/letters/', 'css']);
    const sizes = await Promise.all(requests.map(async (url) => gzipSync(await (await fetch(url)).text(), { level: 9 }).length));
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(12 * 1024);
  });

  it('shows what there is where nothing is', async () => {
    const answer = await fetch(`${origin}2023/02/30/nothing/`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('There is nothing at this address.');
  });

  it('goes on from an earlier address', async () => {
    for (const alias of ['2022/02/02/letters/', 'news/story-17.html/']) {
      const { page } = await visit(origin + alias, { javaScriptEnabled: false });
      await page.waitForURL('**/2022/02/03/letters/');
      expect(await page.locator('h1').textContent()).toContain('Parliament’s');
    }
  });

  it('goes on from an earlier address to the very paragraph', async () => {
    const { page } = await visit(`${origin}2022/02/03/letters/`);
    const id = await page.locator('[data-article-body] p').last().getAttribute('id');
    await page.goto(`${origin}2022/02/02/letters/#${id}`);
    await page.waitForURL(`**/2022/02/03/letters/#${id}`);
    expect(await page.locator(':target').getAttribute('id')).toBe(id);
  });

  it('finds a paragraph by its address', async () => {
    const { page } = await open('article with a long headline');
    const link = page.locator('[data-article-body] p > a').last();
    await link.focus();
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe((await link.getAttribute('href')) ?? 'no link');
    expect(await page.locator(':target').textContent()).toContain('everybody knew');
  });

  it('goes from right to left in Arabic, Persian and Hebrew', async () => {
    const { page } = await open('article in Arabic');
    for (const path of ['/2023/06/07/الهدنة/', '/2023/06/07/آتش-بس/', '/2023/06/09/הפסקת-אש/']) {
      await page.goto(addressOf(origin, path));
      expect(await page.locator('article').getAttribute('dir')).toBe('rtl');
      const text = page.locator('[data-article-body]');
      expect(await text.evaluate((body) => getComputedStyle(body).direction)).toBe('rtl');
      expect(await text.getAttribute('lang')).toMatch(/^(ar|fa|he)$/);
    }
    await page.goto(addressOf(origin, KINDS['article in Chinese'] ?? ''));
    expect(await page.locator('article').getAttribute('dir')).toBeNull();
    expect(await page.locator('h1').getAttribute('lang')).toBe('zh-Hans');
  });

  it('keeps the day that the source printed, whatever the zone of the reader', async () => {
    const { page } = await visit(`${origin}2021/01/01/offset-from-the-east/`, { timezoneId: 'Pacific/Pago_Pago' });
    expect(await page.locator('.facts time').textContent()).toBe('Friday, 1 January 2021');
    await page.goto(`${origin}2021/12/31/offset-from-the-west/`);
    expect(await page.locator('.facts time').textContent()).toBe('Friday, 31 December 2021');
  });
});

describe('pictures', () => {
  it('come only from hosts that the publisher allows; others are links', async () => {
    const { page, requests } = await open('article with one of everything');
    await page.locator('[data-article-body]').evaluate((body) => {
      for (const image of body.querySelectorAll('img')) image.loading = 'eager';
    });
    await expect
      .poll(() => requests.filter((url) => !url.startsWith(origin)).toSorted())
      .toEqual(['https://images.example/crane.png', 'https://images.example/harbour.png', 'https://images.example/inner.png']);
    expect(await page.getByRole('link', { name: 'Picture: another' }).getAttribute('href')).toBe('https://tracker.example/pixel.gif');
  });
});

describe('links out of the archive', () => {
  it('say nothing of the reader', async () => {
    const { page } = await open('article with one of everything');
    const rels = await page
      .locator('a[href^="http"]')
      .evaluateAll((links, own) => links.filter((link) => !(link as HTMLAnchorElement).href.startsWith(own)).map(({ outerHTML }) => outerHTML), origin);
    expect(rels.length).toBeGreaterThan(2);
    for (const link of rels) expect(link).toMatch(/rel="external noopener noreferrer"/);
  });
});
