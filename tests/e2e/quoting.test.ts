import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { listOutput } from '../../src/build/output.ts';
import { addressOf } from './setup/kinds.ts';
import { useBrowser } from './setup/visit.ts';

const site = inject('sites').many;
const visit = useBrowser();
const ARTICLE = '/2023/04/05/everything/';
const SCRIPT = /\/_astro\/quoting-[\w-]+\.js$/;

/** Selects from one phrase of the text to another, as a reader does. */
function select(page: Page, from: string, to = from): Promise<void> {
  return page.locator('[data-article-body]').evaluate(
    (body, ends) => {
      const place = (words: string) => {
        const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
          if (node.data.includes(words)) return { node, at: node.data.indexOf(words) };
        }
        throw new Error(`No “${words}” here.`);
      };
      const [start, stop] = [place(ends.from), place(ends.to)];
      getSelection()?.setBaseAndExtent(start.node, start.at, stop.node, stop.at + ends.to.length);
    },
    { from, to },
  );
}

/** Copies what is selected; resolves to what is on the clipboard. */
async function copied(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Copy quotation' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Opens the address at the end of a citation, where the test serves the site. */
async function follow(page: Page, citation: string): Promise<void> {
  const address = citation.trim().split(' ').at(-1) ?? '';
  expect(address).toMatch(new RegExp(`^${site.url}.*\\?quote=.*#p[0-9a-z]{7}:~:text=`));
  await page.goto('about:blank');
  await page.goto(site.origin + address.slice(site.url.length));
}

const marked = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('quoted') ?? [])].map((range) => String(range).replaceAll(/\s+/g, ' ').trim()).join('|'));
const useClipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

describe('a quotation', () => {
  it.each([
    ['of some words', '/2022/02/03/letters/', undefined],
    ['from right to left', '/2023/06/07/الهدنة/', undefined],
    ['in a script without spaces', '/2023/06/08/停火协议/', undefined],
  ])('%s is copied with its citation, and its address leads back to the words', async (_, path) => {
    const { page } = await visit(addressOf(site.origin, path), useClipboard);
    const text = (await page.locator('[data-article-body] p').first().textContent()) ?? '';
    const words = text.includes(' ') ? text.trim().split(' ').slice(2, 6).join(' ') : text.slice(2, 7);
    await select(page, words);
    const citation = await copied(page);
    expect(citation).toContain(`“${words}”\n`);
    expect(citation).toContain(((await page.locator('.citation').first().textContent()) ?? 'none').split('https://')[0]?.trim());
    await follow(page, citation);
    await expect.poll(() => marked(page)).toBe(words);
    expect(await page.locator('aside.quoting').count()).toBe(0);
  });

  it('goes across paragraphs', async () => {
    const { page } = await visit(addressOf(site.origin, '/2022/02/03/letters/'), useClipboard);
    const paragraphs = await page.locator('[data-article-body] p').allTextContents();
    const [one, two] = [paragraphs[0]?.trim().split(' ').slice(-3).join(' ') ?? '', paragraphs[1]?.trim().split(' ').slice(0, 3).join(' ') ?? ''];
    await select(page, one, two);
    await follow(page, await copied(page));
    await expect.poll(() => marked(page)).toContain(one);
    expect(await marked(page)).toContain(two);
  });

  it('whose words have changed is told so, with what differs, and what is not there is not marked', async () => {
    const { page } = await visit(addressOf(site.origin, '/2022/02/03/letters/'));
    const words = ((await page.locator('[data-article-body] p').first().textContent()) ?? '').trim().split(' ').slice(0, 8);
    const changed = words.toSpliced(3, 1, 'harpsichord').join(' ');
    await page.goto(`${addressOf(site.origin, '/2022/02/03/letters/')}?quote=${encodeURIComponent(changed)}`);
    const notice = page.getByRole('status');
    expect(await notice.textContent()).toContain('Since this was quoted, the text has changed.');
    expect(await notice.locator('del').allTextContents()).toEqual(['harpsichord ']);
    expect(await notice.locator('ins').allTextContents()).toEqual([`${words[3]} `]);
    expect(await marked(page)).toBe(words.join(' '));
    await notice.getByRole('button', { name: 'Close' }).click();
    expect(await notice.count()).toBe(0);
    await page.goto(`${addressOf(site.origin, ARTICLE)}?quote=${encodeURIComponent('Nothing of <b>this</b> was ever printed anywhere')}`);
    expect(await notice.textContent()).toContain('it has gone from the text:Nothing of <b>this</b> was ever');
    expect(await marked(page)).toBe('');
  });

  it('leads to its paragraph without script', async () => {
    const { page } = await visit(addressOf(site.origin, '/2022/02/03/letters/'), { javaScriptEnabled: false });
    const id = await page.locator('[data-article-body] p').last().getAttribute('id');
    await page.goto(`${addressOf(site.origin, '/2022/02/03/letters/')}?quote=x#${id}:~:text=x`);
    expect(await page.locator(':target').getAttribute('id')).toBe(id);
  });
});

describe('the script for quotations', () => {
  it('is loaded when somebody selects words, and has at most 3 KB when compressed', async () => {
    const { page, requests } = await visit(addressOf(site.origin, ARTICLE), {});
    await page.mouse.click(300, 400);
    expect(requests.filter((url) => SCRIPT.test(url))).toEqual([]);
    await page.locator('h1').selectText();
    await expect.poll(() => requests.filter((url) => SCRIPT.test(url))).toHaveLength(1);
    const file = listOutput(site.dir).find((each) => SCRIPT.test(`/${each}`)) ?? '';
    expect(gzipSync(readFileSync(join(site.dir, file)), { level: 9 }).length).toBeLessThanOrEqual(3072);
  });
});
