import { beforeAll, describe, expect, inject, it } from 'vitest';
import { listOutput } from '../../src/build/output.ts';
import { type CrawledPage, crawl, withoutFragment } from './setup/crawl.ts';
import { useBrowser } from './setup/visit.ts';

const site = inject('sites').many;
const visit = useBrowser();
let pages: Map<string, CrawledPage>;

beforeAll(async () => {
  const { page } = await visit(site.origin);
  pages = await crawl(page, site.origin);
});

/** Address at which a file of the output is served. */
const served = (file: string) => new URL(encodeURI(file.replace(/(^|\/)index\.html$/, '$1')), site.origin).href;

describe('links of the whole site', () => {
  it('reach every page from the front page', () => {
    const redirects = ['2022/02/02/letters/index.html', 'news/story-17.html/index.html', '2023/01/02/withdrawn/index.html'];
    const files = listOutput(site.dir).filter((file) => file.endsWith('.html') && file !== '404.html' && !redirects.includes(file));
    expect(files.length).toBeGreaterThan(250);
    expect(files.map(served).filter((url) => !pages.has(url))).toEqual([]);
  });

  it('lead to something, fragments included', () => {
    const broken: string[] = [];
    for (const { url, links } of pages.values()) {
      for (const link of links.filter((each) => each.startsWith(site.origin))) {
        const target = pages.get(withoutFragment(link));
        const fragment = decodeURIComponent(new URL(link).hash.slice(1));
        if (target?.status !== 200 || (fragment !== '' && !target.ids.includes(fragment))) broken.push(`${url} → ${link}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it('and what pages load are there', async () => {
    const resources = new Set([...pages.values()].flatMap((page) => page.resources).filter((url) => url.startsWith(site.origin)));
    expect(resources.size).toBeGreaterThan(10);
    const answers = await Promise.all([...resources].map(async (url) => `${(await fetch(url)).status} ${url}`));
    expect(answers.filter((answer) => !answer.startsWith('200 '))).toEqual([]);
  });
});

describe('every page', () => {
  const ofHtml = () => [...pages.values()].filter(({ type }) => type.startsWith('text/html'));

  it('has no id twice', () => {
    const twice = ofHtml().flatMap(({ url, ids }) => ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${url} #${id}`));
    expect(twice).toEqual([]);
  });

  it('has one h1', () => {
    expect(
      ofHtml()
        .filter(({ headlines }) => headlines !== 1)
        .map(({ url }) => url),
    ).toEqual([]);
  });

  it('names its own address as the canonical one', () => {
    const wrong = ofHtml().filter(({ url, canonical }) => canonical !== site.url + withoutFragment(url).slice(site.origin.length).replace(/\?.*/, ''));
    expect(wrong.map(({ url, canonical }) => `${url}: ${canonical}`)).toEqual([]);
  });
});
