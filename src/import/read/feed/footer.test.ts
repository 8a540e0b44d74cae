import { describe, expect, test } from 'vitest';
import { draftIn, rss } from '../../../../tests/support/import.ts';
import { withoutFooter } from './footer.ts';

const ITEM = '<a rel="nofollow" href="https://www.herald.example/2020/03/the-bridge/">The bridge</a>';
const SITE = '<a href="https://herald.example">The Herald</a>';

/** The text of an entry whose HTML this is. */
async function textOf(html: string, element = 'content:encoded'): Promise<string> {
  const entry = `<item><title>The bridge</title><link>https://herald.example/2020/03/the-bridge/?utm_source=rss</link><${element}><![CDATA[${html}]]></${element}></item>`;
  return (await draftIn(rss(entry))).text;
}

describe('the footer of WordPress', () => {
  test.each([
    `The post ${ITEM} appeared first on ${SITE}.`,
    `Der Beitrag ${ITEM} erschien zuerst auf ${SITE}.`,
    `L’article ${ITEM} est apparu en premier sur ${SITE}.`,
    `La entrada ${ITEM} se publicó primero en ${SITE}.`,
    `Сообщение ${ITEM} появились сначала на ${SITE}.`,
    `投稿 ${ITEM} は ${SITE} に最初に表示されました。`,
  ])('is no part of the text: %s', async (footer) => {
    expect(await textOf(`<p>The bridge is closed.</p>\n<p>${footer}</p>\n`)).toBe('<p>The bridge is closed.</p>');
    expect(await textOf(`<p>The bridge is closed.</p><p class="x">${footer}</p><img src="https://count.example/1.gif">`)).toContain('closed.</p><img');
  });

  test('does not hide that a text is a summary, nor stand for a text that is not there', async () => {
    const entry = (html: string) =>
      rss(
        `<item><title>The bridge</title><link>https://herald.example/2020/03/the-bridge/</link><description><![CDATA[${html}<p>The post ${ITEM} appeared first on ${SITE}.</p>]]></description></item>`,
      );
    expect(await draftIn(entry(`<p>${'The bridge is closed. '.repeat(40)}[…]</p>`))).toMatchObject({ summary: true });
    await expect(draftIn(entry(''))).rejects.toThrow('no text');
  });
});

test.each([
  `<p>The post ${ITEM} appeared first on ${SITE}.</p><p>More.</p>`,
  `<p>The bridge is closed.</p><p>As ${ITEM} told, ${SITE} and <a href="https://post.example/">The Post</a> agree.</p>`,
  `<p>The bridge is closed.</p><p>See <a href="https://herald.example/2020/03/another/">another</a> on ${SITE}.</p>`,
  `<p>The bridge is closed.</p><p>See ${ITEM} on <a href="https://post.example/">The Post</a>.</p>`,
  `<p>The bridge is closed.</p><p>${'Whoever wants to know more of it than that is told so elsewhere. '.repeat(2)} ${ITEM} ${SITE}</p>`,
])('another paragraph stays: %s', async (html) => {
  expect(await textOf(html)).toBe(html);
});

test('a paragraph made to take long is left alone', () => {
  const html = `<p>${'<a href="x">'.repeat(100_000)}</p>`;
  expect(withoutFooter(html, 'https://herald.example/1', 'https://herald.example/')).toBe(html);
});
