import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { listOutput } from '../../src/build/output.ts';
import { CITE_BOOTSTRAP } from '../../src/cite/bootstrap.ts';
import { BOOTSTRAP } from '../../src/quote/bootstrap.ts';
import { fieldPayloads } from '../fixtures/sites/hostile.ts';
import { useBrowser } from './setup/visit.ts';

const { hostile, hostileWithoutPolicy } = inject('sites');
const visit = useBrowser();
/** Pictures that payloads name on the site's own host are not there. */
const MISSING = /status of 404/;

/** Every kind of page: the article, source, topic and page of each bundle, and the lists. */
const paths = listOutput(hostile.dir)
  .filter((file) => file.endsWith('index.html'))
  .map((file) => file.slice(0, -'index.html'.length));

/** What stands in a page and could act when a reader does: attributes and elements that no text may bring. */
const acting = (page: Page) =>
  page.evaluate(
    (own) => {
      const wrong = (element: Element) =>
        element.matches(
          'main :is(script, style, iframe, object, embed, form:not(#query), svg, math, base, link, meta, video, audio, template), main [style], main [srcset], main [formaction], main [ping]',
        ) &&
        !element.matches('script[type=module][src^="/_astro/"]') &&
        !(element.localName === 'script' && own.includes(element.textContent ?? ''));
      const bad = [...document.querySelectorAll('*')].flatMap((element) => [
        ...(wrong(element) ? [element.outerHTML.slice(0, 200)] : []),
        ...[...element.attributes].filter(({ name }) => name.startsWith('on')).map(({ name, value }) => `${name}=${value}`),
        ...(element instanceof HTMLAnchorElement && element.hasAttribute('href') && !/^(https?|mailto):$/.test(element.protocol)
          ? [element.outerHTML.slice(0, 200)]
          : []),
      ]);
      return bad;
    },
    [BOOTSTRAP, CITE_BOOTSTRAP],
  );

describe.each([
  ['without', hostileWithoutPolicy],
  ['with', hostile],
])('hostile content %s a Content Security Policy', (name, site) => {
  const served = site.origin;

  it('runs nothing, loads nothing and leaves nothing to click on any page', async () => {
    const { page } = await visit(served, { expected: MISSING });
    expect(await page.locator('meta[http-equiv=Content-Security-Policy]').count()).toBe(name === 'with' ? 1 : 0);
    const bad: string[] = [];
    // With the policy on, a sample will do: what it would stop has not been there without it.
    for (const path of paths.filter((_, at) => name === 'without' || at % 5 === 0)) {
      await page.goto(served + path);
      bad.push(...(await acting(page)).map((what) => `${path}: ${what}`));
    }
    expect(bad).toEqual([]);
  });

  it('runs nothing among the hits of a search', async () => {
    const { page } = await visit(`${served}search/?q=alert&sort=oldest`, { expected: MISSING });
    await page.locator('[data-search-state=done]').waitFor();
    expect(await page.locator('[data-search-results] > li').count()).toBeGreaterThan(5);
    expect(await acting(page)).toEqual([]);
  });

  it('runs nothing from the address of a search', async () => {
    const { page } = await visit(`${served}search/`, { expected: MISSING });
    const queries = name === 'without' ? 5 : 2;
    const size = Math.ceil(fieldPayloads.length / queries);
    for (let at = 0; at < queries; at += 1) {
      const q = fieldPayloads
        .slice(at * size)
        .join(' ')
        .slice(0, 500);
      await page.goto(`${served}search/?${new URLSearchParams({ q, source: q.slice(0, 90), sort: q.slice(0, 20) })}`);
      await page.locator('[data-search-state=done]').waitFor();
      expect(await acting(page)).toEqual([]);
    }
  });
});

it('a script that ran would be heard, and a request to another host as well', async () => {
  const { page, noise } = await visit(hostileWithoutPolicy.origin);
  await page.evaluate(async () => {
    alert(1);
    await fetch('https://evil.example/').catch(() => undefined);
  });
  await expect.poll(() => noise).toEqual(expect.arrayContaining(['dialog: 1', 'request to https://evil.example/', expect.stringMatching(/^console error/)]));
  noise.length = 0;
});
