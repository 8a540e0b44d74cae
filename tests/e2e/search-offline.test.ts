import { describe, expect, inject, it } from 'vitest';
import { useSearch } from './setup/search.ts';

const search = useSearch(inject('sites').based.origin);
// What the browser says of requests that fail.
const CONSOLE = /Failed to load|ERR_|404/;

/** Addresses that are kept, of all caches. */
const keptIn = () =>
  Promise.all((globalThis as unknown as Window).caches ? [caches.keys()] : []).then(async ([names = []]) =>
    (await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat(),
  );

describe('a search that was made before', () => {
  it('is there offline, under a base path too, until it is forgotten', async () => {
    const { page, context, links, done } = await search('?q=kingfisher', '/search/', { expected: CONSOLE });
    await page.locator('[data-search-kept]').waitFor();
    await expect.poll(() => page.evaluate(keptIn)).toContainEqual(expect.stringContaining('/pagefind/bundles.json'));
    await context.setOffline(true);
    await page.reload();
    await done();
    expect(await links()).toEqual(['/news/2022/02/03/letters/']);
    await context.setOffline(false);
    await page.reload();
    await done();
    await page.getByRole('button', { name: 'Forget it' }).click();
    await page.getByText('Nothing is kept').waitFor();
    expect(await page.evaluate(keptIn)).toEqual([]);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  });

  it('is let go of where the archive has been published anew', async () => {
    const { page, context, done } = await search('?q=kingfisher', '/search/', { expected: CONSOLE });
    const tables = async () => (await page.evaluate(keptIn)).filter((url) => url.includes('bundle.stet'));
    // Parts are written some time after the last one came.
    await expect.poll(tables, { timeout: 10_000 }).not.toEqual([]);
    const before = await tables();
    await context.route('**/pagefind/bundles.json', async (route) => {
      const catalogue = (await (await route.fetch()).json()) as { bundles: { tag: string }[] };
      for (const bundle of catalogue.bundles) bundle.tag = 'anew';
      await route.fulfill({ json: catalogue });
    });
    await page.reload();
    await done();
    await expect.poll(tables, { timeout: 10_000 }).toContainEqual(expect.stringContaining('?anew'));
    expect((await tables()).filter((url) => before.includes(url))).toEqual([]);
  });
});

describe('an archive that is published anew while the page is open', () => {
  it('is asked again where hits have gone', async () => {
    const { page, context, links } = await search('?q=ferry', '/search/', { expected: CONSOLE });
    let gone = 0;
    await context.route('**/pagefind/*/fragment/**', (route) => (gone++ === 0 ? route.fulfill({ status: 404 }) : route.continue()));
    await page.locator('input[type=search]').fill('kingfisher');
    await page.keyboard.press('Enter');
    await expect.poll(links).toEqual(['/news/2022/02/03/letters/']);
    expect(gone).toBeGreaterThan(1);
  });
});
