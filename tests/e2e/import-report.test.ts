import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../src/build/serve.ts';
import { ReportPage } from '../../src/import/report/page.ts';
import { xss } from '../fixtures/xss.ts';
import { importInto, keptFolder } from '../support/import.ts';
import { useBrowser } from './setup/visit.ts';

const visit = useBrowser();
/** What a browser says when it keeps a page from what it wants. */
const STOPPED = /Content Security Policy|sandboxed|ERR_BLOCKED|Blocked|was not executed/;

const text = (word: string) => Array.from({ length: 90 }, (_, at) => `${word}${at}`).join(' ');
const hostile = (payload: string) =>
  `<!doctype html><title>${payload}</title><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/"><article><h1>Hostile ${payload}</h1><p>${text('h')}</p>${payload}<a href="https://evil.example/" target="_top">leave</a><form action="https://evil.example/"><button autofocus>send</button></form><script>alert(1)</script></article>`;

let closing: () => Promise<unknown>;
let remove: () => void;
let origin: string;

beforeAll(async () => {
  const { dir, end } = keptFolder({
    'in/a.txt': `Without a source\n\n5 March 2020\n\n${text('plain')}`,
    'in/b.jsonl': [
      { title: 'Bridge', text: text('bridge'), date: '2020-03-05', source: 'The Herald' },
      { title: 'Bridge', text: `${text('bridge')} and no more.`, date: '2020-03-05', source: 'The Herald' },
      { title: '</h2><script>alert(1)</script>', text: `</pre><img src=x onerror=alert(1)> ${text('x')}`, date: '<b onclick=alert(1)>' },
      { title: `${'Unbroken'.repeat(30)}`, text: `${'x'.repeat(900)} ${text('y')}` },
      { title: 'NUL', text: 'a\0b' },
    ]
      .map((each) => JSON.stringify(each))
      .join('\n'),
    ...Object.fromEntries(xss.filter((_, at) => at % 12 === 0).map((payload, at) => [`in/page-${at}.html`, hostile(payload)])),
  });
  remove = end;
  const page = new ReportPage(join(dir, 'out/index.html'), 'content');
  await importInto(join(dir, 'content'), [join(dir, 'in')], {
    onOutcome: (outcome, item, settled) => page.add(outcome, item, settled),
  });
  page.end();
  const server = await serve({ dir: join(dir, 'out'), base: '/', port: 4500 });
  closing = server.close;
  origin = `http://localhost:${server.port}/`;
});
afterAll(async () => {
  await closing();
  remove();
});

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the report of an import', () => {
  it('tells of each what is doubtful, why, where the entry lies and what the original shows, without a script', async () => {
    const { page } = await visit(origin, { javaScriptEnabled: false, expected: STOPPED });
    const lacking = page.locator('article', { has: page.getByRole('heading', { name: 'Without a source' }) });
    const said = await lacking.textContent();
    expect(said).toMatch(/waits in the inbox/i);
    for (const words of ['Its source is not known.', 'content/inbox/without-a-source.md', 'a.txt', 'npx stet import content/inbox', 'plain7 plain8'])
      expect(said).toContain(words);
    expect(await lacking.locator('mark').allInnerTexts()).toEqual(['missing']);
    expect(await lacking.getByRole('group', { name: 'The original' }).isVisible()).toBe(true);
    const version = page.locator('article', { hasText: 'It is a new version of articles/2020/03/05/bridge.md.' });
    expect(await version.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
      'What was made of it',
      'What the archive has: content/articles/2020/03/05/bridge.md',
      'The original',
    ]);
    expect(await page.locator('article', { hasText: 'It holds a NUL byte' }).textContent()).toMatch(/refused/i);
  });

  it('runs nothing of an original, loads nothing, and stays where it is', async () => {
    const { page, context } = await visit(origin, { expected: STOPPED });
    // What the policy stops is called a request as well, and never has an answer.
    const answered: string[] = [];
    page.on('response', (response) => answered.push(response.url()));
    await page.reload();
    const frames = page.locator('iframe');
    expect(await frames.count()).toBeGreaterThan(5);
    for (const frame of await frames.all()) {
      expect(await frame.getAttribute('sandbox')).toBe('');
      await frame.scrollIntoViewIfNeeded();
      await frame
        .contentFrame()
        .getByText('leave')
        .first()
        .click({ timeout: 2000, force: true })
        .catch(() => undefined);
    }
    expect(context.pages()).toHaveLength(1);
    expect(page.url()).toBe(origin);
    expect(answered.filter((each) => !/^(?:about|data):/.test(each))).toEqual([origin]);
    expect(await page.locator('main :is(script, img, form, a, [onclick], [onerror])').count()).toBe(0);
  });

  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('is right for axe and never scrolls sideways, %i px wide and %s', async (width, colorScheme) => {
    const { page } = await visit(origin, { viewport: { width, height: 800 }, colorScheme, expected: STOPPED });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await page.addInitScript({ content: SOURCE });
    await page.reload();
    // What a frame shows is somebody else's.
    const violations = await page.evaluate(async () => {
      const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
      const { violations: found } = await run({ iframes: false, runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'] } });
      return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    });
    expect(violations).toEqual([]);
  });

  it('is gone through, read and folded with the keyboard', async () => {
    const { page } = await visit(origin, { expected: STOPPED });
    const stop = () =>
      page.evaluate(() => ({ name: document.activeElement?.localName, outline: getComputedStyle(document.activeElement ?? document.body).outlineStyle }));
    await page.keyboard.press('Tab');
    expect(await stop()).toEqual({ name: 'summary', outline: 'solid' });
    await page.keyboard.press('Tab');
    expect(await stop()).toEqual({ name: 'pre', outline: 'solid' });
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('details').first().getAttribute('open')).toBeNull();
  });
});
