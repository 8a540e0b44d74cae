import { describe, expect, test } from 'vitest';
import { draftIn, found } from '../../../tests/support/import.ts';

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
