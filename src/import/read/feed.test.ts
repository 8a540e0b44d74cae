import { describe, expect, test } from 'vitest';
import { draftIn, found, itemsIn, rss } from '../../../tests/support/import.ts';

const entry =
  '<item><title>One &amp; two</title><link>https://herald.example/1</link><pubDate>Thu, 05 Mar 2020 18:20:00 +0300</pubDate><dc:creator>Jane Doe</dc:creator><category>Syria</category><content:encoded><![CDATA[<p>The text.</p>]]></content:encoded></item>';

describe('an entry of', () => {
  test('RSS', async () => {
    expect(await draftIn(rss(entry))).toMatchObject({
      headline: { value: 'One & two' },
      text: '<p>The text.</p>',
      markup: 'html',
      date: { value: '2020-03-05T18:20:00+03:00' },
      authors: { value: ['Jane Doe'] },
      publisher: { value: 'The Herald' },
      language: { value: 'en-GB' },
      address: { value: 'https://herald.example/1' },
      keywords: ['Syria'],
    });
  });

  test('Atom, with XHTML, a base and a prefix', async () => {
    const feed = `<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://journal.example/"><a:entry><a:title type="html">L&amp;lt;b&amp;gt;une&amp;lt;/b&amp;gt;</a:title>
      <a:link rel="alternate" href="n/1"/><a:published>2020-03-05T18:20:00Z</a:published><a:author><a:name>Marie Curie</a:name></a:author>
      <a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Le <em>texte</em>.</p></div></a:content></a:entry><a:title>Le Journal</a:title></a:feed>`;
    expect(await draftIn(feed)).toMatchObject({
      headline: { value: 'Lune' },
      text: '<div><p>Le <em>texte</em>.</p></div>',
      publisher: { value: 'Le Journal' },
      address: { value: 'https://journal.example/n/1' },
      authors: { value: ['Marie Curie'] },
      language: { value: 'fr' },
    });
  });

  test('RDF', async () => {
    const feed =
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:x="http://purl.org/dc/elements/1.1/"><channel><title>Old News</title></channel><item rdf:about="https://old.example/1"><title>Then</title><description>A text.</description><x:date>2003-12-31</x:date></item></rdf:RDF>';
    expect(await draftIn(feed)).toMatchObject({
      headline: { value: 'Then' },
      date: { value: '2003-12-31' },
      address: { value: 'https://old.example/1' },
      publisher: { value: 'Old News' },
    });
  });

  test('JSON Feed, whose title may come last', async () => {
    const feed = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ id: 7, content_text: 'A text.', date_published: '2020-03-05', tags: ['a'], authors: [{ name: 'J' }] }],
      title: 'Feed',
    });
    expect(await draftIn(feed)).toMatchObject({ text: 'A text.', markup: 'plain', publisher: { value: 'Feed' }, part: '7', keywords: ['a'] });
  });
});

describe('a date that is written for people', () => {
  test.each([
    ['de', '6. März 2020'],
    ['de', 'Freitag, 6. März 2020, 10:00 Uhr'],
    ['ru', '6 марта 2020 г., 10:00'],
    ['fr', '06/03/2020'],
    ['en-US', '03/06/2020 10:00'],
    ['ja', '2020年3月6日'],
    ['hr', '6. ožujka 2020.'],
  ])('in %s is read, and is not sure: %s', async (language, written) => {
    const feed = rss(`<item><title>A</title><pubDate>${written}</pubDate><description>x</description></item>`).replace('en-GB', language);
    const { date, doubts } = await draftIn(feed);
    expect(date).toMatchObject({ value: '2020-03-06', sure: false });
    expect(doubts.join()).not.toContain('cannot be read');
  });

  test('in figures that may be either is not, unless the language tells', async () => {
    const feed = rss('<item><title>A</title><pubDate>03/06/2020</pubDate><description>x</description></item>').replace('en-GB', 'en');
    const { date, doubts } = await draftIn(feed);
    expect(date).toBeUndefined();
    expect(doubts).toContain('The date “03/06/2020” cannot be read.');
  });
});

describe('a broken feed', () => {
  test('is read as far as it goes', async () => {
    expect(await found(rss(entry, '<item><title>Two</title><description>Cut of'))).toEqual(['One & two', 'Two']);
  });

  test('with bare ampersands, unknown entities and unclosed elements loses no entry', async () => {
    const broken =
      '<rss><channel><item><title>A & B &eacute; &foo;</title><description>x <b>y</description></item><item><title>C</title><description>z</description></item></channel>';
    expect(await found(broken)).toEqual(['A & B é &foo;', 'C']);
  });

  test('says of each entry without text that it was met', async () => {
    expect(await found(rss('<item><title>Bare</title></item>', '<item/>', entry))).toEqual([
      'refused: The entry has a headline (“Bare”) and no text.',
      'refused: The entry has neither headline nor text.',
      'One & two',
    ]);
  });

  test('in JSON gives what comes before the break, and says that it breaks', async () => {
    expect(await found('{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"A","content_text":"x"},{"id":"2","ti')).toEqual([
      'A',
      'refused: The JSON breaks off before its end.',
    ]);
  });
});

const BREAKS_OFF = 'refused: The XML breaks off before its end.';

describe('a feed that breaks off', () => {
  /** The articles of a feed with their doubts, and what was refused. */
  const told = async (feed: string) =>
    (await itemsIn(feed)).map(({ content }) =>
      content.kind === 'article'
        ? [content.draft.headline?.value, ...content.draft.doubts].join(': ')
        : 'reason' in content
          ? `${content.kind}: ${content.reason}`
          : '',
    );

  test('within an entry keeps it, doubtful, and says so', async () => {
    const inCdata = '<item><title>Two</title><content:encoded><![CDATA[<p>The te';
    const inText = '<entry><title>Two</title><content type="html">&lt;p&gt;The te';
    expect(await told(rss(entry, inCdata).replace('</channel></rss>', ''))).toEqual(['One & two', 'Two: The feed breaks off within it.', BREAKS_OFF]);
    expect(await told(`<feed xmlns="http://www.w3.org/2005/Atom">${inText}`)).toEqual(['Two: The feed breaks off within it.', BREAKS_OFF]);
  });

  test('within an address or a date takes no half of it', async () => {
    const feed = rss('<item><title>Two</title><description>A text that is whole.</description><link>https://herald.exa').replace('</channel></rss>', '');
    const [item] = await itemsIn(feed);
    expect(item?.content).toMatchObject({ kind: 'article', draft: { text: 'A text that is whole.' } });
    expect(item?.content).not.toHaveProperty('draft.address');
  });

  test('after an entry leaves that one as it is', async () => {
    expect(await told(rss(entry).replace('</channel></rss>', ''))).toEqual(['One & two', BREAKS_OFF]);
    expect(await told(rss(entry).replace('</rss>', ''))).toEqual(['One & two']);
  });

  test('anywhere has every entry up to there, and says of none that is whole that it is not', async () => {
    const feed = rss(entry, entry.replace('One', 'Three'));
    for (let end = feed.indexOf('<item>') + 6; end < feed.length; end += 7) {
      const whole = feed.slice(0, end).split('</item>').length - 1;
      const lines = await told(feed.slice(0, end));
      expect(lines.slice(0, whole), feed.slice(end - 20, end)).toEqual(['One & two', 'Three & two'].slice(0, whole));
      expect(lines.filter((line) => line !== BREAKS_OFF && !/^(?:One|Three) & two$/.test(line)).join(), feed.slice(end - 20, end)).toMatch(
        /^$|breaks off|has /,
      );
      if (end < feed.indexOf('</channel>')) expect(lines.at(-1)).toBe(BREAKS_OFF);
    }
  });
});

describe('an end tag that is missing', () => {
  test.each([
    [
      'a headline',
      '<item><title>One<link>https://herald.example/1</link><pubDate>Thu, 05 Mar 2020 18:20:00 GMT</pubDate><description>A text.</description></item>',
    ],
    [
      'an address',
      '<item><title>One</title><link>https://herald.example/1<pubDate>Thu, 05 Mar 2020 18:20:00 GMT</pubDate><description>A text.</description></item>',
    ],
    ['a text', '<item><title>One</title><link>https://herald.example/1</link><description>A <b>text.<pubDate>Thu, 05 Mar 2020 18:20:00 GMT</pubDate></item>'],
  ])('of %s costs nothing', async (_, broken) => {
    const [first, ...others] = await itemsIn(rss(broken, entry));
    expect(first?.content).toMatchObject({
      draft: {
        headline: { value: 'One' },
        address: { value: 'https://herald.example/1' },
        date: { value: '2020-03-05T18:20:00Z' },
        text: expect.stringMatching(/^A (<b>)?text\./),
      },
    });
    expect(others).toHaveLength(1);
  });

  test('of an entry does not cost the next one', async () => {
    expect(await found(rss('<item><title>A</title><description>x</description>', '<item><title>B<description>y</description>', entry))).toEqual([
      'A',
      'B',
      'One & two',
    ]);
  });
});

describe('a hostile feed', () => {
  test('expands no entities of its own', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>${rss('<item><title>T</title><description>&b; &#x26;b;</description></item>')}`;
    expect((await draftIn(bomb)).text).toBe('&b; &b;');
  });

  test('costs only the entry that is nested without end', async () => {
    const deep = `<item><title>Deep</title><description>${'<b>'.repeat(100_000)}x${'</b>'.repeat(100_000)}</description></item>`;
    expect(await found(rss(deep, entry))).toEqual(['refused: Its elements stand more than 512 deep within one another.', 'One & two']);
  });

  test('costs only the entry that is larger than any', async () => {
    const large = `<item><title>Large</title><description>${'x'.repeat(17 * 1024 * 1024)}</description></item>`;
    expect(await found(rss(large, entry))).toEqual(['refused: It has more than 16 MiB, which no article has.', 'One & two']);
  });
});

test('an entry has the same digest wherever it is met', async () => {
  const [a] = await itemsIn(rss(entry));
  const [, b] = await itemsIn(rss('<item><description>Another</description></item>', entry));
  expect(b?.digest).toBe(a?.digest);
});
