import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './setup/visit.ts';

const site = inject('sites').own;
const visit = useBrowser();
const PATH = '2020/03/05/putin-erdogan-idlib/';
const open = (options?: object) => visit(site.origin + PATH, options);
const fold = (text: string | null) => (text ?? '').replaceAll(/\s+/g, ' ').trim();
const original = readFileSync(new URL('../fixtures/first-article.txt', import.meta.url), 'utf8');

describe('the first article', () => {
  it.each([
    ['with', true],
    ['without', false],
  ])('has the text of the original, character for character, %s script', async (_, javaScriptEnabled) => {
    const { page } = await open({ javaScriptEnabled });
    expect(fold(await page.locator('[data-article-body]').textContent())).toBe(fold(original));
  });

  it('keeps its hooks: one article, headline, date and text', async () => {
    const { page } = await open();
    expect(await page.locator('article[data-article-id]').evaluateAll((all) => all.map((each) => each.getAttribute('data-article-id')))).toEqual([
      PATH.slice(0, -1),
    ]);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('article h1').textContent()).toContain('Erdogan');
    expect(await page.locator('article time[datetime]').first().getAttribute('datetime')).toBe('2020-03-05');
    expect(await page.locator('article [data-article-body]').count()).toBe(1);
  });

  it('has an id and a link at every paragraph', async () => {
    const { page } = await open();
    const paragraphs = await page
      .locator('[data-article-body] > p')
      .evaluateAll((all) => all.map(({ id, firstElementChild }) => ({ id, href: firstElementChild?.getAttribute('href') })));
    expect(paragraphs).toHaveLength(original.trim().split('\n').length);
    expect(new Set(paragraphs.map(({ id }) => id)).size).toBe(paragraphs.length);
    for (const { id, href } of paragraphs) expect(href).toBe(`#${id}`);
  });

  it('says that its date is inferred and its headline supplied', async () => {
    const { page } = await open();
    expect(await page.locator('.facts').textContent()).toContain('inferred');
    const provenance = await page.locator('#provenance').textContent();
    expect(provenance).toContain('is inferred:');
    expect(provenance).toContain('The headline was written for this archive');
  });

  it('dates nothing by the clock of the reader', async () => {
    const { page } = await open();
    expect(await page.locator('body').textContent()).not.toMatch(/\b(yesterday|today|tomorrow|ago|just now)\b/i);
  });
});

describe('the first view of an article', () => {
  it('needs its HTML and one style sheet, at most 10 KB when compressed', async () => {
    // A browser that has seen nothing yet.
    const { requests } = await open({});
    expect(requests).toHaveLength(2);
    const files = requests.map((url) => url.slice(site.origin.length)).map((file) => (file.endsWith('/') ? `${file}index.html` : file));
    expect(files.map((file) => file.split('.').at(-1))).toEqual(['html', 'css']);
    const bytes = files.map((file) => gzipSync(readFileSync(join(site.dir, file)), { level: 9 }).length);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(10_240);
  });
});
