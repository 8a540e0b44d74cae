import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { addressOf, KINDS } from './setup/kinds.ts';
import { useBrowser } from './setup/visit.ts';

const { origin } = inject('sites').many;
const visit = useBrowser();
const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES: axe.RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  resultTypes: ['violations'],
};
// The width changes the layout and not the colours, the scheme the colours and not the layout.
const LOOKS = [
  { width: 1280, colorScheme: 'dark' },
  { width: 360, colorScheme: 'light' },
] as const;

/** What axe finds wrong on a page as it is now, a line each. */
async function violations(page: Page): Promise<string[]> {
  return page.evaluate(async (rules) => {
    const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations: found } = await run(rules);
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`),
    );
  }, RULES);
}

describe('axe finds nothing wrong on any kind of page', () => {
  it.each(LOOKS)(
    '$width px wide and $colorScheme',
    async ({ width, colorScheme }) => {
      const { page } = await visit(origin, {
        viewport: { width, height: 800 },
        colorScheme,
        bypassCSP: true,
        reducedMotion: 'reduce',
        expected: /status of 404/,
      });
      const found: string[] = [];
      for (const [kind, path] of Object.entries(KINDS)) {
        await page.goto(addressOf(origin, path));
        if (path.includes('?q=')) {
          await page.locator('[data-search-state=done]').waitFor();
          await page.getByText('Search by fields').click();
          await page.locator('[data-search-fields] form').waitFor();
        }
        await page.evaluate(SOURCE);
        found.push(...(await violations(page)).map((line) => `${kind}: ${line}`));
      }
      expect(found).toEqual([]);
    },
    60_000,
  );
});
