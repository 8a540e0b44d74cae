import { describe, expect, test } from 'vitest';
import { toPlainText } from './plain-text.ts';

const words = (body: string) => toPlainText(body).replaceAll(/\s+/g, ' ');

describe('HTML that is never closed', () => {
  test.each([
    '<!-- note',
    '<?php echo',
    '<![CDATA[ data',
    '<!ELEMENT',
    '<script>',
    '<style>',
    '<svg>',
    '<template>',
    '<textarea>',
    '<title>',
    '<iframe src="/">',
    '<xmp>',
    '<plaintext>',
    '<SCRIPT\n>',
  ])('%j stands as letters, and what follows stays', (html) => {
    expect(words(`One.\n\n${html}\n\ntwo *three*\n\nfour`)).toMatch(/^One\. <.*two \*?three\*? four$/);
    expect(words(`One ${html} two.\n\nThree.`)).toMatch(/^One .*<.* two\. Three\.$/);
  });

  test.each(['<title>', '<script>', '<textarea>', '<svg>'])('%s in a quotation and in a list', (html) => {
    expect(words(`> ${html} one\n\n- ${html} two\n\nthree`)).toBe(`${html} one ${html} two three`);
  });

  test.each([
    ['One <!-- note --> two', 'One two'],
    ['<!-- a -->\n\nOne\n\n<!-- b -->', 'One'],
    ['<script>\n\nrun()\n\n</script>\n\nOne', 'One'],
    ['One <script>run()</script> two', 'One two'],
    ['<svg>\n<title>t</title>\n</svg>\n\nOne', 'One'],
    ['<textarea>\n\nkept\n\n</textarea>\n\nOne', 'kept One'],
  ])('closed, it is taken as what it is: %j', (body, expected) => {
    expect(words(body)).toBe(expected);
  });
});

test('a task list keeps its boxes as they are written', () => {
  expect(words('- [x] done\n- [ ] open\n- neither')).toBe('[x] done [ ] open neither');
});
