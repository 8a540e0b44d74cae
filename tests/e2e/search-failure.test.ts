import { describe, expect, inject, it } from 'vitest';
import { addressOf } from './setup/kinds.ts';
import { useSearch } from './setup/search.ts';
import { useBrowser } from './setup/visit.ts';

const { origin } = inject('sites').many;
const search = useSearch(origin);
const visit = useBrowser();

describe('a search that cannot be loaded', () => {
  // What the browser and Pagefind say of requests that fail.
  const CONSOLE = /Failed to (load|fetch|initialize Pagefind)|Pagefind web worker|ERR_/;

  it('says so, and works when tried again', async () => {
    const { page, context, state, links, done } = await search('', '/search/', { expected: CONSOLE });
    await context.route('**/pagefind/**', (route) => route.abort());
    await page.keyboard.type('kingfisher');
    await page.locator('[data-search-state=failed]').waitFor();
    expect(await page.locator('[data-search-message]').textContent()).toContain('could not be loaded');
    expect(await links()).toEqual([]);
    await context.unroute('**/pagefind/**');
    await page.getByRole('button', { name: 'Retry' }).click();
    await done();
    expect(await state()).toBe('done');
    expect(await links()).toEqual(['/2022/02/03/letters/']);
  });

  it.each(['index', 'fragment'])('fails as well where only the %s is out of reach', async (folder) => {
    const { page, context, links, done } = await search('', '/search/', { expected: CONSOLE });
    await context.route(`**/pagefind/*/${folder}/**`, (route) => route.abort());
    await context.route('**/pagefind/bundles.json', (route) => route.abort());
    await page.keyboard.type('kingfisher');
    await page.locator('[data-search-state=failed]').waitFor();
    await context.unrouteAll();
    await page.getByRole('button', { name: 'Retry' }).click();
    await done();
    expect(await links()).toEqual(['/2022/02/03/letters/']);
  });

  it('asks to be loaded again where the archive was published by another version of the program', async () => {
    const { page, context, links } = await search('', '/search/');
    await context.route('**/pagefind/bundles.json', async (route) => route.fulfill({ json: { ...(await (await route.fetch()).json()), form: 99 } }));
    await page.keyboard.type('kingfisher');
    await page.locator('[data-search-state=failed]').waitFor();
    expect(await page.locator('[data-search-message]').textContent()).toContain('load this page again');
    await context.unrouteAll();
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect.poll(links).toEqual(['/2022/02/03/letters/']);
  });

  it('says that there is no index where the site was built without one', async () => {
    const { page } = await visit(`${inject('sites').plain.origin}search/?q=kingfisher`, { expected: CONSOLE });
    await page.locator('[data-search-state=failed]').waitFor();
    expect(await page.locator('[data-search-message]').textContent()).toContain('has no search index');
  });
});

describe('answers that come late', () => {
  it('are announced while there is nothing else to see, and only then', async () => {
    const { page, context, done, links } = await search('');
    const message = page.locator('[data-search-message]');
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await context.route('**/pagefind/*/fragment/**', (route) => held.then(() => route.continue()));
    await page.keyboard.type('kingfisher');
    await page.getByText('Searching …').waitFor();
    release();
    await done();
    expect(await message.textContent()).toBe('');
    const input = page.locator('input[name=q]');
    await input.fill('Niue');
    await input.press('Enter');
    expect(await message.textContent()).toBe('');
    await expect.poll(links).toEqual(['/2021/12/31/offset-from-the-west/']);
  });

  it('never take the place of newer ones', async () => {
    const { page, context, links, done } = await search('?q=Kiritimati');
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let asked = false;
    await context.route('**/pagefind/*/fragment/**', async (route) => {
      if (!asked) {
        asked = true;
        await held;
      }
      await route.continue();
    });
    const input = page.locator('input[name=q]');
    await input.fill('kingfisher');
    await input.press('Enter');
    await expect.poll(() => asked).toBe(true);
    await input.fill('Niue');
    await input.press('Enter');
    await done();
    await expect.poll(links).toEqual(['/2021/12/31/offset-from-the-west/']);
    const late = page.waitForResponse('**/pagefind/*/fragment/**');
    release();
    await (await late).finished();
    // Another search runs through the same engine: by its end the late answer has been dealt with.
    await input.fill('Kiritimati');
    await input.press('Enter');
    await expect.poll(links).toEqual(['/2021/01/01/offset-from-the-east/']);
    expect(await page.locator('[data-search-count]').textContent()).toContain('Kiritimati');
  });
});

describe('a search without script', () => {
  it('says what it needs, and leads to what can be browsed', async () => {
    const { page } = await visit(addressOf(origin, '/search/?q=kingfisher'), { javaScriptEnabled: false });
    expect(await page.locator('noscript').isVisible()).toBe(true);
    const links = await page.locator('[data-search-message] a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toEqual(['/#dates', '/sources/', '/topics/']);
  });
});
