import { expect, test } from 'vitest';
import { parseHtml } from '../page/parse-html.ts';
import { textOf } from '../page/tree.ts';
import { captions } from './captions.ts';
import { picturesIn } from './pictures.ts';

test.each([
  ['a figure', '<figure><img src="a.jpg"><figcaption>The bridge. <span class="credit">A. Poe</span></figcaption></figure>', 'The bridge.', 'A. Poe'],
  ['a paragraph named so', '<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">The bridge.</p></div>', 'The bridge.', undefined],
  ['a paragraph in a box named so', '<div><img src="a.jpg"><div class="caption"><p>The bridge.</p></div></div>', 'The bridge.', undefined],
  [
    'text beside a picture in its box',
    '<div class="image-none"><img src="a.jpg"><br><i>The bridge. (Poe/Agency)</i></div>',
    'The bridge. (Poe/Agency)',
    undefined,
  ],
])('%s becomes the caption of its picture', (_, html, caption, credit) => {
  const tree = parseHtml(html);
  captions(tree);
  expect(picturesIn(tree)).toEqual([{ src: 'a.jpg', caption, ...(credit === undefined ? {} : { credit }) }]);
  expect(textOf(tree)).toBe('');
});

test.each([
  '<div class="photo-text"><img src="a.jpg"><section><p>She left the town that evening.</p></section></div>',
  `<div class="image"><img src="a.jpg">${'She left the town that evening. '.repeat(20)}</div>`,
  '<div class="caption"><p>One.</p><p>Two.</p><p>Three.</p><img src="a.jpg"></div>',
])('what is more than a caption stays: %s', (html) => {
  const tree = parseHtml(html);
  const before = textOf(tree);
  captions(tree);
  expect(textOf(tree)).toBe(before);
});
