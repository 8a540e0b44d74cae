import { expect, test } from 'vitest';
import { reduceShortcodes } from './shortcodes.ts';

test.each([['<a {{< x '], ['<a href="{{< x >}}">'], ['{{< x '], ['{{%'], [' '], ['\n'], ['# { .']])('a text made to take long takes no time: %j', (piece) => {
  // A shortcode that is not closed goes first, so that what follows may be taken for its parameters.
  for (const start of ['', '{{<', '{{< a', '# ']) {
    const begun = performance.now();
    reduceShortcodes(start + piece.repeat(40_000), { mdx: true });
    expect(performance.now() - begun).toBeLessThan(2000);
  }
});

test.each([
  ['See [it]({{< ref "a.md" >}} "Title") and <a href="{{< ref "b.md" >}}" class="x">that</a>.', 'See it and that.'],
  ['{{< note >}}Kept.{{< / note >}} {{< x text="Told" />}}', 'Kept. Told'],
  ['<P>See <A HREF="https://a.example/">it</A>.<BR> <Note>Kept.</Note>', '<P>See <A HREF="https://a.example/">it</A>.<BR> Kept.'],
  ['## The bridge  {.wide #bridge}', '## The bridge'],
  ['One.\n\n<!-- more -->\n\nTwo.', 'One.\n\n\n\nTwo.'],
])('%j is %j', (written, body) => {
  expect(reduceShortcodes(written).body).toBe(body);
});
