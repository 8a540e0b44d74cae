import { expect, test } from 'vitest';
import { draftIn, itemsIn } from '../../../tests/support/import.ts';

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
