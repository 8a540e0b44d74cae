import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draftIn, inputFolder } from '../../../tests/support/import.ts';
import { makeSites } from './markdown/site.ts';

describe('Markdown', () => {
  test.each([
    ['YAML', '---\ntitle: A\ndate: 2019-03-05 12:00:00 -0500\nauthors: [Jane Doe]\ntags: [x, y]\n---\n\nText.'],
    ['TOML', '+++\ntitle = "A"\ndate = 2019-03-05T12:00:00-05:00\nauthors = ["Jane Doe"]\ntags = ["x", "y"]\n+++\nText.'],
    ['JSON', '{\n  "title": "A",\n  "date": "2019-03-05T12:00:00-05:00",\n  "author": "Jane Doe",\n  "tags": ["x", "y"]\n}\n\nText.'],
  ])('with frontmatter in %s', async (_, file) => {
    expect(await draftIn(file)).toMatchObject({
      headline: { value: 'A' },
      date: { value: '2019-03-05T12:00:00-05:00' },
      authors: { value: ['Jane Doe'] },
      keywords: ['x', 'y'],
      text: 'Text.',
      markup: 'markdown',
    });
  });

  test('has its standfirst in plain letters, and as its text where there is no other', async () => {
    const deck = 'summary: "**New** and [old](https://a.example/), 5 * 3 * 2 of snake_case."';
    expect((await draftIn(`---\ntitle: A\n${deck}\n---\nText.`)).deck?.value).toBe('New and old, 5 * 3 * 2 of snake_case.');
    expect((await draftIn(`---\ntitle: A\n${deck}\n---\n`)).text).toBe('**New** and [old](https://a.example/), 5 * 3 * 2 of snake_case.');
  });

  test('loses shortcodes, not their words; code stays', async () => {
    const body = [
      '{{< figure src="a.jpg" caption="A caption" >}}',
      '{{% note %}}Mind *this*.{{% /note %}}',
      'See [the page]({{< ref "b.md" >}}).',
      '{% include x.html %}',
      '{{ page.title }}',
      '<Chart data={1} title="Sales" />',
      '`{{< kept >}}`',
      '{{< youtube abc123 >}}',
      '[An agenda]({{< tmp "events/a.md" >}} "A title") and <a href="{{% link "b.md" %}}">minutes</a>',
      '[Mail](mailto:a@b.example){.mailto} **us**{#id .more}, [here](https://a.example/){target="_blank"}, [nowhere]()',
      '<iframe width="400" src="//maps.example/?a=1&amp;b"></iframe>',
      '<audio controls><source src="https://a.example/b.mp3" type="audio/mpeg"></audio>',
      'Svelte has {#if open} and CSS {.a} in braces',
    ];
    const { text, notes } = await draftIn(`---\ntitle: A\n---\n${body.join('\n\n')}`);
    expect(text.split(/\n\n+/)).toEqual([
      '![](a.jpg)',
      'A caption',
      'Mind *this*.',
      'See the page.',
      'A',
      'Sales',
      '`{{< kept >}}`',
      '<https://www.youtube.com/watch?v=abc123>',
      'An agenda and minutes',
      '[Mail](mailto:a@b.example) **us**, [here](https://a.example/), nowhere',
      '<a href="https://maps.example/?a=1&amp;b">https://maps.example/?a=1&amp;b</a>',
      '<a href="https://a.example/b.mp3">https://a.example/b.mp3</a>',
      'Svelte has {#if open} and CSS {.a} in braces',
    ]);
    expect(notes).toEqual([expect.stringContaining('figure')]);
  });

  test.each([
    ['{{< figure src="/a b.jpg" alt="An [alt]" caption="A cap" title="T" width="300" >}}', '![An \\[alt\\]](/a%20b.jpg)\n\nA cap — T'],
    ['{% image "./a.jpg", "An alt", "(min-width: 30em) 50vw" %}', '![An alt](./a.jpg)'],
    ["{% image './a.jpg', 'It is' %}", '![It is](./a.jpg)'],
    ['{% image page.cover, alt="An alt" %}', 'An alt'],
    ['{% include figure.html src="/a.png" alt="An alt" caption="A cap" %}', '![An alt](/a.png)\n\nA cap'],
    ['<Image src="/a.png" alt="An alt" />', '![An alt](/a.png)'],
    ['<Image src={cover} alt="An alt" />', 'An alt'],
    ['On {{ title | upper }} and {{page.author.name}}', 'On A *title* and Jane Doe'],
    ['{{ "now" | date: "%Y" }} {{ a if b else c }}{{ date | readable }} {{ content | safe }}.', 'now  .'],
    ['{frontmatter.title} by {frontmatter.author.name}, {frontmatter.none}', 'A *title* by Jane Doe, '],
    ['`{{ title }}` {#if open} {.a} and \\{title} {x}', '`{{ title }}` {#if open} {.a} and \\{title} {x}'],
  ])('has of %s what people read', async (body, expected) => {
    const { text, notes } = await draftIn(`---\ntitle: A *title*\ndate: 2020-03-05\nauthor: { name: Jane Doe }\n---\nFirst ${body} last.`);
    expect(text).toBe(`First ${expected} last.`);
    expect(notes?.length).toBe(expected === body ? 0 : 1);
  });

  test.each([
    ['a.md', 'categories: news world', ['news world']],
    ['_posts/2020-03-05-a.md', 'categories: news world\ntags: syria turkey', ['syria', 'turkey', 'news', 'world']],
    ['_posts/2020-03-05-a.md', 'categories: [World news]\ncategory: Home affairs\ntags: far east, syria', ['far east', 'syria', 'World news', 'Home affairs']],
    ['a.md', 'tags: [posts, post, all, nav, Syria]\ncategories: [Posts]', ['Syria', 'Posts']],
    ['a.md', 'tags: posts', []],
  ])('%s has topics of “%s”', async (name, fields, keywords) => {
    expect((await draftIn(`---\ntitle: A\n${fields}\n---\nText.`, name)).keywords).toEqual(keywords);
  });

  test('in MDX has words where expressions name a field, and nothing where they do not', async () => {
    const body = 'import x from \'./x.js\'\n\nIn {title} of {new Date().getFullYear()} {/* no */}\\{a} `{b}` <Chart data={1} title="Sales" />';
    expect(await draftIn(`---\ntitle: A\n---\n${body}`, 'a.mdx')).toMatchObject({
      text: 'In A of  \\{a} `{b}` Sales',
      notes: [expect.stringContaining('{ } (2)')],
    });
  });

  test('is part of a site: names of sources and authors are looked up by their ids', () => {
    const root = inputFolder({
      'hugo.toml': 'title = "The Herald"\nbaseURL = "https://herald.example/"\n',
      'content/sources/afp.md': '---\nname: Agence France-Presse\ndomain: https://afp.example\n---\n',
      'data/authors.yml': 'jdoe: { name: Jane Doe }\n',
    });
    const site = makeSites()(join(root, 'content/posts/2020/03/a.md'), join(root, 'content'));
    expect(site).toMatchObject({ name: 'The Herald', url: 'https://herald.example/' });
    expect(site?.terms.get('sources')?.get('afp')).toEqual({ name: 'Agence France-Presse', url: 'https://afp.example' });
    expect(site?.terms.get('authors')?.get('jdoe')).toEqual({ name: 'Jane Doe' });
  });
});
