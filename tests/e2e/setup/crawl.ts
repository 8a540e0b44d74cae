import type { Page } from 'playwright-core';

/** A page as a robot without script sees it. */
export interface CrawledPage {
  /** Address without fragment. */
  url: string;
  status: number;
  type: string;
  html: string;
  /** Where its plain links and its forms lead, whole addresses with fragments. */
  links: string[];
  /** Everything else that it loads or names: styles, scripts, pictures, feeds, icons. */
  resources: string[];
  /** Ids, repetitions included. */
  ids: string[];
  canonical: string | undefined;
  headlines: number;
}

/** Follows every plain link within a site from its front page. `parser` is an open page of any site; its DOMParser reads the HTML. */
export async function crawl(parser: Page, origin: string): Promise<Map<string, CrawledPage>> {
  const found = new Map<string, CrawledPage>();
  let next = [origin];
  while (next.length > 0) {
    const level = await Promise.all(next.map(load));
    const read = await parser.evaluate(
      readAll,
      level.map(({ url, html }) => ({ url, html })),
    );
    for (const [at, loaded] of level.entries()) {
      const parts = read[at];
      if (parts !== undefined) found.set(loaded.url, { ...loaded, ...parts });
    }
    const links = new Set(read.flatMap((parts) => parts.links.map(withoutFragment)));
    next = [...links].filter((link) => link.startsWith(origin) && !found.has(link));
  }
  return found;
}

/** Address of a page without the part after `#`. */
export function withoutFragment(url: string): string {
  return url.split('#')[0] ?? url;
}

async function load(url: string) {
  const response = await fetch(url, { redirect: 'manual' });
  const type = response.headers.get('content-type') ?? '';
  const text = await response.text();
  return { url, status: response.status, type, html: type.startsWith('text/html') ? text : '' };
}

/** Runs in the browser. */
function readAll(pages: { url: string; html: string }[]) {
  return pages.map(({ url, html }) => {
    const document = new DOMParser().parseFromString(html, 'text/html');
    const all = (selector: string, name: string) =>
      [...document.querySelectorAll(selector)].map((element) => new URL(element.getAttribute(name) ?? '', url).href);
    return {
      links: [...all('a[href]', 'href'), ...all('form[action]', 'action')],
      resources: [...all('link[href]:not([rel=canonical])', 'href'), ...all('[src]', 'src')],
      ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? undefined,
      headlines: document.querySelectorAll('h1').length,
    };
  });
}
