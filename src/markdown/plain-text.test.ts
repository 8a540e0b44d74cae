import { describe, expect, test } from 'vitest';
import { xss } from '../../tests/fixtures/xss.ts';
import { testRandomly } from '../../tests/support/random.ts';
import { toPlainText } from './plain-text.ts';

test.each([
  ['One *two*\nthree.\n\nFour.', 'One two\nthree.\nFour.'],
  ['# A\n\n- b\n- c\n\n> d', 'A\nb\nc\nd'],
  ['| a | b |\n|-|-|\n| c | d |', 'a\nb\nc\nd'],
  ['one\\\ntwo', 'one\ntwo'],
  ['<p>a</p><p>b</p>', 'a\nb'],
  ['![A street](/x.jpg) and [a link](https://a.example/)', 'A street and a link'],
  ['Idlib[^1] fell.\n\n[^1]: So it was said.', 'Idlib fell.\nSo it was said.'],
  ['&amp; &lt;b&gt; &copy;', '& <b> ©'],
  ['`<b>`', '<b>'],
  ['', ''],
])('%j is %j', (body, words) => {
  expect(toPlainText(body)).toBe(words);
});

test('invisible letters and spaces stay', () => {
  expect(toPlainText('می\u200cخواهم\u00a0soft\u00adhyphen')).toBe('می\u200cخواهم\u00a0soft\u00adhyphen');
});

testRandomly('of plain paragraphs are the paragraphs, a line each', 100, (random) => {
  const paragraphs = random
    .list(1 + random.below(5), () => random.list(1 + random.below(10), () => random.pick(['word', 'متن', '—', '“x”', '停', '\u{1F30D}'])).join(' '))
    .map((words) => `w ${words}`);
  expect(toPlainText(paragraphs.join('\n\n'))).toBe(paragraphs.join('\n'));
});

describe('of hostile texts', () => {
  test('nothing that XML could not hold', () => {
    const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
    const bodies = [
      '<div>&#1;&#x0;&#xFFFE;&#xD800;</div>',
      '<img alt="&#8;" src="/x">',
      '&#1;&#xFFFE;',
      ...xss.filter((payload) => !unprintable.test(payload)),
    ];
    expect(bodies.filter((body) => unprintable.test(toPlainText(body)) || !toPlainText(body).isWellFormed())).toEqual([]);
  });

  test.each([
    '<script>alert(1)</script>',
    '<style>p{}</style>',
    '<svg><title>t</title></svg>',
    '<template>x</template>',
    '<iframe srcdoc="x">y</iframe>',
    '<!-- x -->',
  ])('nothing of %s', (html) => {
    expect(toPlainText(`Before ${html} after.`).replaceAll(/\s+/g, ' ')).toBe('Before after.');
  });
});
