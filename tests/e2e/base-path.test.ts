import { beforeAll, describe, expect, inject, it } from 'vitest';
import { listOutput } from '../../src/build/output.ts';
import { type CrawledPage, crawl, withoutFragment } from './setup/crawl.ts';
import { useSearch } from './setup/search.ts';
import { useBrowser } from './setup/visit.ts';

const site = inject('sites').based;
const root = new URL('/', site.origin).href;
const visit = useBrowser();
const search = useSearch(site.origin);
let pages: Map<string, CrawledPage>;

beforeAll(async () => {
  const { page } = await visit(site.origin);
  pages = await crawl(page, site.origin);
});

describe('a site under a base path', () => {
  it('is served there', () => {
    expect(new URL(site.origin).pathname).toBe('/news/');
    expect(pages.size).toBeGreaterThan(250);
  });

  it('points nowhere outside of it', () => {
    const outside = [...pages.values()].flatMap(({ url, links, resources }) =>
      [...links, ...resources].filter((link) => link.startsWith(root) && !link.startsWith(site.origin)).map((link) => `${url} → ${link}`),
    );
    expect(outside).toEqual([]);
  });

  it('has no broken link', () => {
    const broken = [...pages.values()].flatMap(({ url, links }) =>
      links.filter((link) => link.startsWith(site.origin) && pages.get(withoutFragment(link))?.status !== 200).map((link) => `${url} → ${link}`),
    );
    expect(broken).toEqual([]);
  });

  it('has the same files as one at the root', () => {
    // The description of what can be synchronised has its place at the root of a host, which is not always the archive's.
    const ofHost = /^\.well-known\/resourcesync$|^resourcesync\/description\.xml$/;
    const stable = (dir: string) => listOutput(dir).filter((file) => !/^(_astro|pagefind)\//.test(file) && !ofHost.test(file));
    expect(stable(site.dir)).toEqual(stable(inject('sites').many.dir));
  });

  it('names its published addresses in full', () => {
    const canonical = [...pages.values()].filter(({ type }) => type.startsWith('text/html')).map((page) => page.canonical);
    expect(canonical.filter((url) => !url?.startsWith('https://host.example/news/'))).toEqual([]);
  });

  it('finds articles and leads to them', async () => {
    const { page, links } = await search('?q=kingfisher');
    expect(await links()).toEqual(['/news/2022/02/03/letters/']);
    await page.locator('[data-search-results] a').click();
    await page.waitForURL(`${site.origin}2022/02/03/letters/`);
  });

  it('goes on from an earlier address', async () => {
    const { page } = await visit(`${site.origin}2022/02/02/letters/`);
    await page.waitForURL(`${site.origin}2022/02/03/letters/`);
    expect(await page.locator('h1').textContent()).toContain('Parliament’s');
  });
});
