import { describe, expect, inject, it } from 'vitest';
import { addressOf, KINDS } from './setup/kinds.ts';
import { useBrowser } from './setup/visit.ts';

const { origin } = inject('sites').many;
const visit = useBrowser();

describe.each([
  ['320 px wide, which is 640 px at 200 %', { width: 320, height: 640 }, 2],
  ['of a tablet', { width: 768, height: 1024 }, 1],
  ['between a tablet’s and a desk’s', { width: 960, height: 640 }, 1],
])('on a screen %s', (_what, viewport, deviceScaleFactor) => {
  it('no page scrolls sideways', async () => {
    const { page } = await visit(origin, { viewport, deviceScaleFactor, expected: /status of 404/ });
    const wide: string[] = [];
    for (const [kind, path] of Object.entries(KINDS)) {
      await page.goto(addressOf(origin, path));
      if (path.includes('?q=')) await page.locator('[data-search-state=done]').waitFor();
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 0) wide.push(`${kind}: ${over} px`);
    }
    expect(wide).toEqual([]);
  });
});

describe('in a list of many scripts', () => {
  it('headlines from right to left begin at the edge of all others', async () => {
    const { page } = await visit(addressOf(origin, KINDS['article in Chinese'] ?? ''));
    const edges = await page.locator('.read-on li').evaluateAll((items) =>
      items.map((item) => {
        const words = document.createRange();
        words.selectNodeContents(item.querySelector('a') as Node);
        return [item.querySelector('a')?.dir, Math.round(words.getBoundingClientRect().left - item.getBoundingClientRect().left)];
      }),
    );
    expect(edges).toContainEqual(['rtl', 0]);
    expect(edges.filter(([, left]) => left !== 0)).toEqual([]);
  });
});

describe('beside long names', () => {
  it('a count stays on one line', async () => {
    const { page } = await visit(addressOf(origin, '/'), { viewport: { width: 320, height: 640 } });
    const lines = await page.locator('.plain li').evaluateAll((items) =>
      items.map((item) => {
        const [name, count] = [item.querySelector('bdi'), item.querySelector('.n')];
        if (name !== null) name.textContent = 'Ministry of many departments and offices '.repeat(3);
        if (count !== null) count.textContent = '1,829';
        const words = document.createRange();
        words.selectNodeContents(count as Node);
        return words.getClientRects().length;
      }),
    );
    expect(new Set(lines)).toEqual(new Set([1]));
  });

  it('topics above a headline begin each line at the same edge, without a dot', async () => {
    const { page } = await visit(addressOf(origin, KINDS['article in Chinese'] ?? ''), { viewport: { width: 320, height: 640 } });
    const { edge, starts, cut } = await page.locator('.kicker').evaluate((kicker) => {
      const names = [...kicker.querySelectorAll('bdi')];
      for (const name of names) name.textContent = 'A topic with a long name';
      const { left } = kicker.getBoundingClientRect();
      return { edge: left, starts: names.map((name) => name.getBoundingClientRect().left), cut: getComputedStyle(kicker).clipPath };
    });
    expect(starts.length).toBeGreaterThan(1);
    expect(new Set(starts)).toEqual(new Set([edge]));
    expect(cut).not.toBe('none');
  });
});

describe('on the front page of a tablet', () => {
  it('all there is to browse stands beside the latest articles, not beneath them', async () => {
    const { page } = await visit(addressOf(origin, '/'), { viewport: { width: 768, height: 1024 } });
    const [latest, ...others] = await page
      .locator('.fields > section')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON() as DOMRect));
    expect(others).toHaveLength(3);
    expect(others.map(({ left }) => left > (latest?.right ?? Number.NaN))).toEqual([true, true, true]);
    expect(others[0]?.top).toBe(latest?.top);
  });
});

describe('in print', () => {
  it('the number of a paragraph in a list leaves that of the entry alone', async () => {
    const { page } = await visit(addressOf(origin, KINDS['article with one of everything'] ?? ''));
    await page.emulateMedia({ media: 'print' });
    const number = page.locator('[data-article-body] li > p > a[aria-label^=Paragraph]').first();
    // The entry's own number hangs within the list's padding.
    const [right, left] = await number.evaluate((link) => [link.getBoundingClientRect().right, link.closest('ol, ul')?.getBoundingClientRect().left]);
    expect(right).toBeLessThanOrEqual(left ?? 0);
  });

  it('paragraphs have their numbers, and there is nothing to click', async () => {
    const { page } = await visit(addressOf(origin, KINDS['article with one of everything'] ?? ''));
    const opacity = () =>
      page
        .locator('[data-article-body] > p > a:empty')
        .first()
        .evaluate((link) => getComputedStyle(link).opacity);
    await page.mouse.move(0, 0);
    expect(await opacity()).toBe('0');
    await page.emulateMedia({ media: 'print' });
    expect(await opacity()).toBe('1');
    const number = await page
      .locator('[data-article-body] > p > a:empty')
      .first()
      .evaluate((link) => getComputedStyle(link, '::before').content);
    expect(number).toContain('counter(paragraph)');
    for (const hidden of ['.find', '.masthead nav', '.turn', '.read-on']) {
      expect(await page.locator(hidden).evaluateAll((all) => all.map((each) => getComputedStyle(each).display))).toEqual(['none']);
    }
  });

  it('nothing is cut off or folded away', async () => {
    const { page } = await visit(addressOf(origin, KINDS['article with one of everything'] ?? ''), { viewport: { width: 640, height: 900 } });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('[data-article-body] pre').evaluate((code) => code.scrollWidth - code.clientWidth)).toBe(0);
    expect(await page.locator('details p').evaluate((text) => text.checkVisibility({ contentVisibilityAuto: true }) && text.getClientRects().length)).toBe(1);
  });

  it('the number of a note and that of its paragraph stand apart', async () => {
    const { page } = await visit(addressOf(origin, KINDS['article with one of everything'] ?? ''));
    await page.emulateMedia({ media: 'print' });
    const [number, list] = await Promise.all(
      ['li > p > a[aria-label^=Paragraph]', 'section ol'].map((each) => page.locator(`[data-article-body] ${each}`).first().boundingBox()),
    );
    expect((number?.x ?? Number.NaN) + (number?.width ?? 0)).toBeLessThanOrEqual(list?.x ?? Number.NaN);
  });
});
