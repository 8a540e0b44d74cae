import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

/** A page in a browser context of its own, and what was heard of it. */
export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Addresses that were asked for, in order. */
  requests: string[];
  /** What a visitor should never have: console messages, errors, dialogs, requests to hosts that are not expected. */
  noise: string[];
}

/** How a page is visited. */
export interface VisitOptions extends BrowserContextOptions {
  /** Noise that belongs to the case, such as the console's word on a request that is made to fail. */
  expected?: RegExp;
}

/** The smallest picture there is. */
const PICTURE = Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64');

/** Host that the archives of the tests load pictures from. */
const PICTURE_HOST = 'images.example';

/**
 * Gives a test file the shared browser. The function that comes back opens a page; any noise of a
 * test's pages is a failure. Visits without options share one page, for a new window takes longer
 * than most tests: it is left blank, and as it was at first, after each.
 */
export function useBrowser(): (url: string, options?: VisitOptions) => Promise<Visit> {
  let browser: Browser;
  let shared: Visit | undefined;
  const own: Visit[] = [];
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });
  afterEach(async () => {
    const visits = own.splice(0);
    await Promise.all(visits.map(({ context }) => context.close()));
    if (shared !== undefined) {
      await shared.page.goto('about:blank');
      await shared.page.emulateMedia({ media: null });
      await shared.context.unrouteAll({ behavior: 'ignoreErrors' });
      visits.push({ ...shared, noise: shared.noise.splice(0) });
    }
    expect(visits.flatMap(({ noise }) => noise)).toEqual([]);
  });
  afterAll(() => browser.close());

  return async (url, options) => {
    const visit = options === undefined && shared !== undefined ? shared : await open(browser, options);
    if (options === undefined) shared = visit;
    else own.push(visit);
    visit.requests.length = 0;
    await guard(visit, new URL(url).host);
    await visit.page.goto(url);
    return visit;
  };
}

async function open(browser: Browser, { expected, ...options }: VisitOptions = {}): Promise<Visit> {
  const context = await browser.newContext(options);
  const visit: Visit = { page: await context.newPage(), context, requests: [], noise: [] };
  const hear = (words: string) => {
    if (expected === undefined || !expected.test(words)) visit.noise.push(words);
  };
  context.on('request', (request) => visit.requests.push(request.url()));
  context.on('console', (message) => hear(`console ${message.type()}: ${message.text()}`));
  context.on('weberror', (error) => hear(`error: ${error.error().message}`));
  context.on('dialog', (dialog) => {
    hear(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return visit;
}

/** Answers for the host of the tests' pictures, and notes and stops requests to any but the site's own. */
function guard({ context, noise }: Visit, host: string): Promise<unknown> {
  return context.route(
    (each) => each.host !== host,
    (route) => {
      const to = new URL(route.request().url());
      if (to.host === PICTURE_HOST) return route.fulfill({ contentType: 'image/gif', body: PICTURE });
      noise.push(`request to ${to}`);
      return route.abort();
    },
  );
}
