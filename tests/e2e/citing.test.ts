import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { describe, expect, inject, it } from 'vitest';
import { addressOf } from './setup/kinds.ts';
import { useBrowser } from './setup/visit.ts';

const { origin, url } = inject('sites').many;
const visit = useBrowser();
const LETTERS = '/2022/02/03/letters/';

describe('citing', () => {
  it('needs no script', async () => {
    const { page } = await visit(addressOf(origin, LETTERS), { javaScriptEnabled: false });
    const cited = await page.locator('#cite [data-style]').evaluateAll((all) => all.map((each) => [each.getAttribute('data-style'), each.textContent ?? '']));
    expect(cited.map(([style]) => style)).toEqual(['Plain', 'APA', 'MLA', 'Chicago', 'Harvard']);
    for (const [, text] of cited) expect(text).toContain(`${url}2022/02/03/letters/`);
    expect(cited.map(([, text]) => text).join()).not.toMatch(/accessed/i);
  });

  it('tells the day of access by the reader’s clock, once it is asked', async () => {
    const { page, requests } = await visit(addressOf(origin, LETTERS), { timezoneId: 'Pacific/Kiritimati' });
    await page.clock.setFixedTime('2026-05-08T12:00:00Z');
    expect(requests.filter((each) => each.endsWith('.js'))).toEqual([]);
    await page.locator('#cite summary').click();
    await page.locator('#cite button').first().waitFor();
    expect(requests.filter((each) => each.endsWith('.js'))).toHaveLength(1);
    const cited = await page.locator('#cite [data-style]').allTextContents();
    const accessed = ['accessed 9 May 2026', 'Retrieved May 9, 2026', 'Accessed 9 May 2026', 'accessed May 9, 2026', 'Accessed: 9 May 2026'];
    expect(cited.map((text, at) => text.includes(accessed[at] ?? '?'))).toEqual([true, true, true, true, true]);
  });

  it('hands references over as text and as files', async () => {
    const { page, context } = await visit(addressOf(origin, LETTERS), { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('#cite summary').click();
    await page.getByRole('button', { name: 'Copy BibTeX' }).click();
    await page.getByText('BibTeX copied.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save BibTeX' }).click()]);
    expect(saved.suggestedFilename()).toBe('letters-2022-02-03.bib');
    const file = join(mkdtempSync(join(tmpdir(), 'stet-saved-')), saved.suggestedFilename());
    await saved.saveAs(file);
    expect(readFileSync(file, 'utf8')).toBe(copied);
    rmSync(dirname(file), { recursive: true });
    const [read] = new Cite(copied).data as { title: string; URL: string }[];
    expect(read).toMatchObject({
      title: `[${await page.locator('h1').textContent()}]`,
      URL: `${url}2022/02/03/letters/`,
      issued: { 'date-parts': [[2022, 2, 3]] },
    });
    await context.clearPermissions();
  });
});
