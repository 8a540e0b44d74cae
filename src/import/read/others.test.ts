import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { draftIn, found, inputFolder, itemsIn } from '../../../tests/support/import.ts';
import { makeSites } from './markdown/site.ts';

describe('a table', () => {
  test('in CSV: columns are guessed, quotes and line breaks kept', async () => {
    const csv = 'url,date,title,text\nhttps://n.example/1,2019-01-04,"A ""b"", c","One.\n\nTwo."\n';
    expect(await draftIn(csv)).toMatchObject({
      headline: { value: 'A "b", c' },
      date: { value: '2019-01-04' },
      text: 'One.\n\nTwo.',
      markup: 'plain',
      address: { value: 'https://n.example/1' },
      part: 'row 1',
    });
  });

  test('with semicolons and another language’s headings', async () => {
    expect(
      await draftIn('Titre;Date;Auteur;Texte\nLune;05/12/2020;Marie Curie;Un texte.\nSoleil;25/12/2020;;Un texte.\n'.split('\n').slice(0, 2).join('\n')),
    ).toMatchObject({
      headline: { value: 'Lune' },
      authors: { value: ['Marie Curie'] },
      doubts: [expect.stringContaining('either number may be the day')],
    });
  });

  test('with headings in the languages of newspapers', async () => {
    for (const headings of [
      'Überschrift;Datum;Zeitung;Artikeltext;Verfasser',
      'titre;date de publication;journal;texte;auteur',
      'título;fecha de publicación;periódico;cuerpo;autor',
      'Titolo;Data di pubblicazione;Testata;Testo;Autore',
      'manchete;data de publicação;jornal;texto;autor',
      'titel;publicatiedatum;krant;tekst;auteur',
      'Заголовок;Дата публикации;Газета;Текст статьи;Автор',
      'العنوان;تاريخ النشر;الصحيفة;النص;الكاتب',
    ])
      expect(await draftIn(`${headings}\nA;2020-03-05;The Herald;B;Jane Doe\n`), headings).toMatchObject({
        headline: { value: 'A' },
        date: { value: '2020-03-05' },
        publisher: { value: 'The Herald' },
        text: 'B',
        authors: { value: ['Jane Doe'] },
      });
  });

  test('refuses a row of more cells than there are columns, and doubts one of fewer', async () => {
    const csv = 'title,date,text,source\nA,2015-01-01,The council voted, after all,Herald\nB,2015-01-02,x,Herald,,\n\nC,2015-01-03,y\n';
    expect(await found(csv)).toEqual([
      'refused: Line 2: It has 5 cells for 4 columns. Where a comma belongs to a text, put the text in quotation marks; then import again.',
      'B',
      'C',
    ]);
    const [, whole, short] = await itemsIn(csv);
    expect([whole?.part, whole?.content]).toEqual(['row 2', expect.objectContaining({ draft: expect.objectContaining({ doubts: [] }) })]);
    expect(short?.content).toMatchObject({ draft: { doubts: ['Its row, line 5, ends early: it has no cell for source.'] } });
  });

  test('goes on after a row that is too long', async () => {
    expect(await found(`title,text\nA,x\nB,"${'x'.repeat(17 * 1024 * 1024)}"\nC,y\n`)).toEqual([
      'A',
      'refused: Line 3: The row has more than 16 MiB, which no article has.',
      'C',
    ]);
  });

  test('says of each row without text that it was met', async () => {
    expect(await found('title\ttext\nA\t\nB\tx\n')).toEqual(['refused: The row has a headline (“A”) and no text.', 'B']);
  });
});

describe('JSON', () => {
  test('Lines: one that is broken or too long costs itself alone', async () => {
    const lines = ['{"title":"A","body":"x"}', '{"title":"B",', JSON.stringify({ title: 'C', body: 'x'.repeat(17 * 1024 * 1024) }), '{"title":"D","body":"y"}'];
    expect(await found(lines.join('\n'))).toEqual([
      'A',
      expect.stringMatching(/^refused: The line is not JSON/),
      'refused: Line 3 is longer than 16 MiB.',
      'D',
    ]);
  });

  test('documents of any shape: nested values are found by the names of what they stand in', async () => {
    const document = {
      headline: 'A',
      details: { body: '<p>Text</p>', image: { url: 'https://n.example/a.jpg' } },
      publisher: { name: 'The Herald' },
      first_published_at: '2020-03-05T18:20:00+03:00',
      locale: 'fr',
    };
    expect(await draftIn(JSON.stringify(document))).toMatchObject({
      text: '<p>Text</p>',
      publisher: { value: 'The Herald' },
      date: { value: '2020-03-05T18:20:00+03:00' },
      language: { value: 'fr' },
    });
  });

  test('exports that give keys for names: those are left out and told, and names are taken where they stand', async () => {
    const post = { title: { rendered: 'A' }, content: { rendered: '<p>x</p>' }, author: 3, categories: [4], tags: [7, 8] };
    const { authors, keywords, doubts } = await draftIn(JSON.stringify([post]));
    expect([authors, keywords, doubts]).toEqual([
      undefined,
      [],
      ['What it has for authors was left out: 3. A number is no name.', 'What it has for topics was left out: 7, 8. A number is no name.'],
    ]);
    expect(await draftIn(JSON.stringify([{ title: 'A', text: 'x', topics: ['2020', 'Syria'] }]))).toMatchObject({ keywords: ['2020', 'Syria'], doubts: [] });
    const terms = [[{ name: 'World', taxonomy: 'category' }], [{ name: 'Syria', taxonomy: 'post_tag' }]];
    expect(await draftIn(JSON.stringify([{ ...post, _embedded: { author: [{ name: 'Jane Doe' }], 'wp:term': terms } }]))).toMatchObject({
      authors: { value: ['Jane Doe'] },
      keywords: ['World', 'Syria'],
      doubts: [],
    });
  });

  test('that breaks off or goes wrong says where', async () => {
    const feed = '{"version":"https://jsonfeed.org/version/1",\n"title":"Märchen",\n"items":[{"id":"1","title":"A","content_text":"x"},]}';
    expect(await found(feed)).toEqual(['A', expect.stringMatching(/^refused: It is not JSON in or shortly after line 3, character 52 \(/)]);
    expect(await found('[{"title":"A","text":"x"},\n{"title":"B";}]')).toEqual(['A', expect.stringMatching(/shortly after line 2, character 10 \(/)]);
  });

  test('nested without end is refused', async () => {
    expect(await found(`[{"title":"A","text":${'['.repeat(100_000)}${']'.repeat(100_000)}},{"title":"B","text":"x"}]`)).toEqual([
      expect.stringMatching(/^refused: Its values stand more than 512 deep/),
      'B',
    ]);
  });

  test('news items of IPTC, 1.4 and 3.0', async () => {
    expect(
      await draftIn(
        '{"uri":"http://n.example/1","versioncreated":"2013-07-09T10:37:00Z","byline":"By Jane Doe and John Roe","headline":"A","body_xhtml":"<p>x</p>"}',
      ),
    ).toMatchObject({ authors: { value: ['Jane Doe', 'John Roe'] }, date: { value: '2013-07-09T10:37:00Z' } });
    expect(
      await draftIn(
        '{"uri":"urn:x","versionCreated":"2019-05-10T16:02:28+02:00","copyrightHolder":"dpa","headlines":[{"role":"main","value":"B"}],"bodies":[{"role":"text","contentType":"text/plain","value":"y"}],"language":"de"}',
      ),
    ).toMatchObject({ headline: { value: 'B' }, text: 'y', publisher: { value: 'dpa' } });
    expect(await found('{"uri":"urn:x","type":"picture","versioncreated":"2019-05-10","headline":"P"}')).toEqual([
      'passed-over: The news item “P” has no text: it is of type picture.',
    ]);
    const superdesk = {
      uri: 'urn:x',
      type: 'text',
      firstcreated: '2021-02-01T22:00:00Z',
      headline: 'C',
      body_html: '<p>z</p>',
      description_html: '<p>Sum</p>',
    };
    const people = [{ name: 'Jane Doe', role: 'writer' }, { name: 'Max Roe', role: 'photographer' }, { name: 'John Roe' }];
    expect(await draftIn(JSON.stringify({ ...superdesk, source: 'The Wire', provider: 'superdesk', authors: people }))).toMatchObject({
      publisher: { value: 'The Wire' },
      authors: { value: ['Jane Doe', 'John Roe'] },
      deck: { value: 'Sum' },
    });
    expect(await draftIn(JSON.stringify({ ...superdesk, infosource: [{ name: 'Info Wire' }] }))).toMatchObject({ publisher: { value: 'Info Wire' } });
    const short = '{"uri":"urn:x","type":"text","versioncreated":"2019-05-10","headline":"S","descriptions":[{"role":"text","value":"A summary."}]}';
    expect(await draftIn(short)).toMatchObject({ text: 'A summary.', doubts: ['It has no text of its own; its summary stands for it.'] });
  });
});

test('NewsML-G2', async () => {
  const news = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1"><itemMeta><versionCreated>2020-03-06T10:00:00Z</versionCreated><firstCreated>2020-03-05T09:00:00Z</firstCreated><provider literal="AFP"/></itemMeta>
    <contentMeta><headline xml:lang="en">A</headline><by>By Jane Doe</by><language tag="en"/><subject qcode="medtop:11000000"><name>politics</name></subject></contentMeta>
    <contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Text.</p></body></html></inlineXML></contentSet></newsItem>`;
  expect(await draftIn(`<newsMessage><itemSet>${news}</itemSet></newsMessage>`)).toMatchObject({
    headline: { value: 'A' },
    text: '<p>Text.</p>',
    authors: { value: ['Jane Doe'] },
    publisher: { value: 'AFP' },
    date: { value: '2020-03-05T09:00:00Z' },
    updated: { value: '2020-03-06T10:00:00Z' },
    subjects: [{ name: 'politics', code: 'medtop:11000000' }],
    part: 'urn:1',
  });
  const cut = await itemsIn(`<newsMessage><itemSet>${news.slice(0, news.indexOf('xt.</p>'))}`);
  expect(cut.map(({ content }) => content)).toMatchObject([
    { draft: { text: '<p>Te</p>', doubts: ['The document breaks off within it.'] } },
    { kind: 'refused', reason: 'The XML breaks off before its end.' },
  ]);
});

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

test('plain text: headline first, then date and byline on lines of their own', async () => {
  expect(await draftIn('A headline\n\nBy Jane Doe\n5 March 2020\n\nFirst.\n\nSecond.')).toMatchObject({
    headline: { value: 'A headline' },
    authors: { value: ['Jane Doe'] },
    date: { value: '2020-03-05' },
    text: 'First.\n\nSecond.',
  });
  const birthday = '14 ноября 1840 года родился основоположник импрессионизма';
  const told = await draftIn(`Моне как зеркало\n\n${birthday}\n\nТекст.`);
  expect(told.date).toBeUndefined();
  expect(told.text).toBe(`${birthday}\n\nТекст.`);
  for (const [printed, day] of [
    ['6. März 2020', '2020-03-06'],
    ['Freitag, 6. März 2020, 10. Ausgabe', '2020-03-06'],
    ['5 Sept. 2020', '2020-09-05'],
    ['Thu. March 5, 2020 6:20 p.m. EST', '2020-03-05T18:20:00-05:00'],
    ['On 5 March 2020. Rain fell.', undefined],
    ['Rain fell. On 5 March 2020', undefined],
  ] as const)
    expect((await draftIn(`A headline\n${printed}\n\nText.`)).date?.value, printed).toBe(day);
  const long = `${'A first line that is a paragraph and no headline. '.repeat(6)}\nAnother.`;
  expect((await draftIn(long)).headline).toBeUndefined();
});

test('a page that SingleFile saved says where and when', async () => {
  const [item] = await itemsIn(
    '<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://n.example/1 \n saved date: Tue May 12 2020 12:00:00 GMT+0200 (CEST)\n--><body>x</body></html>',
  );
  expect(item).toMatchObject({ captured: '2020-05-12T12:00:00+02:00', content: { kind: 'page', url: 'https://n.example/1' } });
});

test('a page in MHTML is the first of its parts', async () => {
  const mhtml =
    'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://n.example/1\r\nDate: Tue, 12 May 2020 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--x"\r\n\r\n----x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Z=C3=BCrich</p>\r\n----x\r\nContent-Type: text/html\r\n\r\n<p>advert</p>\r\n----x--\r\n';
  const [item] = await itemsIn(mhtml);
  expect(item).toMatchObject({
    captured: '2020-05-12T10:00:00Z',
    content: { kind: 'page', url: 'https://n.example/1', html: expect.stringContaining('<p>Zürich</p>') },
  });
  expect(JSON.stringify(item)).not.toContain('advert');
});

function record(type: string, url: string, http: string): string {
  return `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2020-05-12T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=${type}\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`;
}

describe('a web archive', () => {
  const page = (url: string) => record('response', url, 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>x</p></html>');
  const rest =
    record('response', 'https://n.example/a.jpg', 'HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\nxx') +
    record('response', 'https://n.example/gone', 'HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nxx');

  test('gives its pages, packed record by record, as a whole, or not at all', async () => {
    const expected = [
      'page https://n.example/1',
      'page https://n.example/2',
      'passed-over: Beside 2 pages it holds 1 files of type image/jpeg, 1 answers with status 404.',
    ];
    const records = [page('https://n.example/1'), rest, page('https://n.example/2')];
    expect(await found(records.join(''))).toEqual(expected);
    expect(await found(gzipSync(records.join('')))).toEqual(expected);
    expect(await found(Buffer.concat(records.map((each) => gzipSync(each))))).toEqual(expected);
  });

  test('that breaks off gives what comes before, and says so', async () => {
    const packed = gzipSync(page('https://n.example/1') + rest);
    expect(await found(Buffer.concat([gzipSync(page('https://n.example/0')), packed.subarray(0, packed.length - 40)]))).toEqual(
      expect.arrayContaining(['page https://n.example/0', expect.stringMatching(/^refused: The gzip data is damaged/)]),
    );
  });
});

test('a zip bomb is refused', async () => {
  const bomb = gzipSync(Buffer.concat([Buffer.from('title,date,text\n'), Buffer.alloc(80 * 1024 * 1024, 'a,b,c\n')]));
  expect((await found(bomb)).at(-1)).toMatch(/zip bomb/);
});
