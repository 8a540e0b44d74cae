import { describe, expect, inject, it } from 'vitest';
import { addressOf, KINDS } from './setup/kinds.ts';
import { useBrowser } from './setup/visit.ts';

const { origin } = inject('sites').many;
const visit = useBrowser();

// The narrowest is 640 px at 200 %; the second is where margins are narrow and a column beside the text does not fit yet.
describe.each([320, 768])('on a screen %i px wide', (width) => {
  it('no page scrolls sideways', async () => {
    const { page } = await visit(origin, { viewport: { width, height: 640 }, deviceScaleFactor: 2, expected: /status of 404/ });
    const wide: string[] = [];
    for (const [kind, path] of Object.entries(KINDS)) {
      await page.goto(addressOf(origin, path));
      if (path.includes('?q=')) await page.locator('[data-search-state=done]').waitFor();
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 0) wide.push(`${kind}: ${over} px`);
    }
    expect(wide).toEqual([]);
  });
});

it('a count is never broken into lines', async () => {
  const { page } = await visit(origin, { viewport: { width: 320, height: 640 } });
  for (const kind of ['topics', 'sources', 'search with hits']) {
    await page.goto(addressOf(origin, KINDS[kind] ?? ''));
    if (kind === 'search with hits') {
      await page.locator('[data-search-state=done]').waitFor();
      await page.locator('[data-search-fold]').evaluate((fold: HTMLDetailsElement) => {
        fold.open = true;
      });
    }
    const lines = await page.locator('.n:visible').evaluateAll((counts) =>
      counts.map((count) => {
        count.textContent = '123,456';
        // Beside the longest of names.
        if (count.previousElementSibling !== null) count.previousElementSibling.textContent = 'a name of many words '.repeat(9);
        const text = document.createRange();
        text.selectNodeContents(count);
        return text.getClientRects().length;
      }),
    );
    expect(lines.length).toBeGreaterThan(0);
    expect(new Set(lines)).toEqual(new Set([1]));
  }
});

it('headlines that run from right to left stand at the edge of their list', async () => {
  const { page } = await visit(addressOf(origin, KINDS['article in Chinese'] ?? ''));
  const aligned = await page.locator('.read-on [dir=rtl]').evaluateAll((links) => links.map((link) => getComputedStyle(link).textAlign));
  expect(aligned.length).toBeGreaterThan(0);
  expect(new Set(aligned)).toEqual(new Set(['left']));
});

describe('where the line is short', () => {
  it('a date breaks after its weekday, if at all', async () => {
    const { page } = await visit(addressOf(origin, KINDS['article with one of everything'] ?? ''), { viewport: { width: 320, height: 640 } });
    const time = page.locator('.facts time');
    expect(await time.textContent()).toBe('Wednesday, 5 April 2023');
    const lines = await time.locator('span').evaluate((day) => {
      // Narrower than the day itself.
      day.parentElement?.style.setProperty('max-inline-size', '5em');
      return day.getClientRects().length;
    });
    expect(lines).toBe(1);
  });

  it('the lines of a name are nearer to each other than to the next name', async () => {
    const { page } = await visit(addressOf(origin, KINDS.topics ?? ''), { viewport: { width: 320, height: 640 } });
    const [pitch, next] = await page.locator('.plain').evaluate((list) => {
      const [first, second] = [...list.querySelectorAll('bdi')];
      if (first === undefined || second === undefined) return [];
      first.textContent = 'A name of many words that is longer than one line of the list';
      const { top, height } = first.getBoundingClientRect();
      const words = document.createRange();
      words.selectNodeContents(first);
      const lines = new Set([...words.getClientRects()].map((line) => line.top)).size;
      return [height / lines, second.getBoundingClientRect().top - top - height + height / lines];
    });
    expect(pitch).toBeLessThan(next ?? 0);
  });
});

describe('in print', () => {
  it('the number of a paragraph in a list leaves that of the entry alone', async () => {
    const { page } = await visit(addressOf(origin, KINDS['article with one of everything'] ?? ''));
    await page.emulateMedia({ media: 'print' });
    const number = page.locator('[data-article-body] li > p > a[aria-label^=Paragraph]').first();
    // The entry's own number hangs within the list's padding.
    const [right, left] = await number.evaluate((link) => [link.getBoundingClientRect().right, link.closest('ol, ul')?.getBoundingClientRect().left]);
    expect(right).toBeLessThanOrEqual(left ?? 0);
  });

  it('nothing is folded away', async () => {
    const { page } = await visit(addressOf(origin, KINDS['article with one of everything'] ?? ''));
    const folded = page.locator('[data-article-body] details p');
    const isShown = () => folded.evaluate((text) => text.checkVisibility({ contentVisibilityAuto: true }) && text.getBoundingClientRect().height > 0);
    expect(await isShown()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await isShown()).toBe(true);
  });

  it('paragraphs have their numbers, and there is nothing to click', async () => {
    const { page } = await visit(addressOf(origin, KINDS['article with one of everything'] ?? ''));
    const opacity = () =>
      page
        .locator('[data-article-body] > p > a:empty')
        .first()
        .evaluate((link) => getComputedStyle(link).opacity);
    await page.mouse.move(0, 0);
    expect(await opacity()).toBe('0');
    await page.emulateMedia({ media: 'print' });
    expect(await opacity()).toBe('1');
    const number = await page
      .locator('[data-article-body] > p > a:empty')
      .first()
      .evaluate((link) => getComputedStyle(link, '::before').content);
    expect(number).toContain('counter(paragraph)');
    for (const hidden of ['.find', '.masthead nav', '.turn', '.read-on']) {
      expect(await page.locator(hidden).evaluateAll((all) => all.map((each) => getComputedStyle(each).display))).toEqual(['none']);
    }
  });
});
