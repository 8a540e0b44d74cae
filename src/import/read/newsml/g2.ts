import { readDate } from '../../date/read-date.ts';
import { type Draft, said } from '../../item.ts';
import { plainTitle } from '../../text/markup.ts';
import { all, at, below, markupIn, textIn, type Xml } from '../xml.ts';

/** Makes an article of a news item of NewsML-G2; or says what it is instead. */
export function g2Draft(news: Xml): Draft | { reason: string } {
  const meta = at(news, 'itemMeta');
  const content = at(news, 'contentMeta');
  const rights = at(news, 'rightsInfo');
  const headline = plainTitle(
    all(content, 'headline')
      .map(textIn)
      .find((text) => text !== '') ?? textIn(at(meta, 'title')),
  );
  const kind = at(meta, 'itemClass')?.attributes.qcode ?? '';
  const body = g2Body(at(news, 'contentSet') ?? news);
  if (body === undefined)
    return {
      reason: `The item${headline === '' ? '' : ` “${headline.slice(0, 80)}”`} has no text${kind === '' || /text/.test(kind) ? '' : `: it is of class ${kind}`}.`,
    };
  const written =
    [textIn(at(content, 'contentCreated')), textIn(at(meta, 'firstCreated')), textIn(at(meta, 'versionCreated'))].find((text) => text !== '') ?? '';
  const date = readDate(written);
  const version = readDate(textIn(at(meta, 'versionCreated')));
  const byline = plainTitle(textIn(at(content, 'by'))).replace(/^by\s+/i, '');
  const authors =
    byline !== ''
      ? byline.split(/,\s+|\s+(?:and|&)\s+/)
      : all(content, 'creator')
          .map(nameOf)
          .filter((name) => name !== '');
  const publisher = [at(meta, 'provider'), at(content, 'infoSource'), at(rights, 'copyrightHolder')]
    .map((each) => (each === undefined ? '' : nameOf(each)))
    .find((name) => name !== '');
  const deck = plainTitle(
    all(content, 'description')
      .filter(({ attributes }) => /summary|drop|lead|short/i.test(attributes.role ?? ''))
      .map(textIn)[0] ?? '',
  );
  const language = at(content, 'language')?.attributes.tag ?? news.attributes['xml:lang'];
  const link = [...all(meta, 'link'), ...all(content, 'altId')]
    .map((each) => each.attributes.href ?? textIn(each))
    .find((each) => /^https?:/.test(each) && URL.canParse(each));
  const status = at(meta, 'pubStatus')?.attributes.qcode ?? '';
  const notice = plainTitle(textIn(at(rights, 'copyrightNotice')));
  const dateline = plainTitle(textIn(at(content, 'dateline')) || all(content, 'located').map(nameOf)[0] || '');
  return {
    ...body,
    ...(headline !== '' && { headline: said(headline, 'newsml') }),
    ...(deck !== '' && { deck: said(deck, 'newsml') }),
    ...(authors.length > 0 && {
      authors: said(
        authors.map((name) => name.trim()),
        'newsml',
      ),
    }),
    ...(date !== undefined && { date: said(date, 'newsml') }),
    ...(version !== undefined && date !== undefined && version > date && { updated: said(version, 'newsml') }),
    ...(language !== undefined && { language: said(language, 'newsml') }),
    ...(publisher !== undefined && { publisher: said(publisher, 'newsml') }),
    ...(link !== undefined && { address: said(link, 'newsml', false) }),
    ...(dateline !== '' && { dateline }),
    ...(notice !== '' && { rights: notice }),
    keywords: all(content, 'keyword')
      .map((each) => plainTitle(textIn(each)))
      .filter((each) => each !== ''),
    subjects: all(content, 'subject')
      .map((each) => ({ name: nameOf(each), ...(each.attributes.qcode !== undefined && { code: each.attributes.qcode }) }))
      .filter(({ name }) => name !== ''),
    ...(/(?:withheld|canceled)$/i.test(status) && { withheld: `The news item is marked “${status}”.` }),
    doubts: [],
  };
}

function nameOf(element: Xml): string {
  const names = all(element, 'name');
  const english = names.find(({ attributes }) => /^en\b/.test(attributes['xml:lang'] ?? 'en')) ?? names[0];
  return plainTitle(
    textIn(english) ||
      element.attributes.literal ||
      (names.length === 0 && element.children.every((child) => typeof child === 'string') ? textIn(element) : ''),
  );
}

/** The text of an item: XHTML or NITF that stands in it, else plain data. */
export function g2Body(set: Xml): Pick<Draft, 'text' | 'markup'> | undefined {
  const marked =
    below(set, 'body.content')[0] ??
    below(set, 'xhtml:body')[0] ??
    below(set, 'body').find((each) => all(each, 'body.content').length === 0 && all(each, 'body.head').length === 0) ??
    all(set, 'inlineXML')[0];
  if (marked !== undefined && textIn(marked) !== '') return { text: markupIn(marked), markup: 'html' };
  const data = all(set, 'inlineData')[0];
  if (data === undefined || textIn(data) === '') return undefined;
  return { text: textIn(data), markup: /html/i.test(data.attributes.contenttype ?? '') ? 'html' : 'plain' };
}
