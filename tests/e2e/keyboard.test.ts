import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { addressOf, KINDS } from './setup/kinds.ts';
import { useBrowser } from './setup/visit.ts';

const { origin } = inject('sites').many;
const visit = useBrowser();

const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) return undefined;
    const { outlineStyle, outlineWidth, clipPath } = getComputedStyle(activeElement);
    const { width, height } = activeElement.getBoundingClientRect();
    return {
      name: activeElement.textContent?.trim() || activeElement.getAttribute('aria-label'),
      isSeen: outlineStyle !== 'none' && outlineWidth !== '0px' && clipPath === 'none' && width > 1 && height > 1,
    };
  });

describe('with the keyboard', () => {
  it.each(['front page', 'article with one of everything', 'large topic', 'about'])('the first stop on the %s leads past the masthead', async (kind) => {
    const { page } = await visit(addressOf(origin, KINDS[kind] ?? ''));
    await page.keyboard.press('Tab');
    expect(await focused(page)).toEqual({ name: 'Skip to the content', isSeen: true });
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  it('every stop on an article can be seen', async () => {
    const { page } = await visit(addressOf(origin, KINDS['article with one of everything'] ?? ''));
    const stops: Awaited<ReturnType<typeof focused>>[] = [];
    for (;;) {
      await page.keyboard.press('Tab');
      const stop = await focused(page);
      if (stop === undefined || (stops.length > 1 && stop.name === stops[0]?.name)) break;
      stops.push(stop);
    }
    expect(stops.length).toBeGreaterThan(30);
    expect(stops.filter((stop) => !stop?.isSeen)).toEqual([]);
  });
});
