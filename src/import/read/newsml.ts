import { readDate } from '../date/read-date.ts';
import type { Input } from '../input/input.ts';
import { textStream } from '../input/text-stream.ts';
import { type Draft, type Item, said } from '../item.ts';
import { plainTitle } from '../text/markup.ts';
import { g2Body, g2Draft } from './newsml/g2.ts';
import { item, nothing, refusal } from './reader.ts';
import { all, at, below, markupIn, streamXml, textIn, type Xml } from './xml.ts';

const isNewsItem = (name: string) => /^(?:newsItem|NewsItem|nitf|packageItem|conceptItem|knowledgeItem|planningItem)$/.test(name);

/** News of agencies in XML: NewsML-G2, NewsML 1 and NITF; one item or a message of many. */
export async function* readNewsml(input: Input): AsyncGenerator<Item> {
  let count = 0;
  try {
    const { chunks, decoding } = await textStream(input);
    for await (const event of streamXml(chunks, isNewsItem)) {
      count += 1;
      const number = `item ${count}`;
      if ('refused' in event) {
        yield item(input, { kind: 'refused', reason: event.refused }, `${input.name} ${number}`, { part: number });
        continue;
      }
      const { element, cut } = event;
      const part = element.attributes.guid ?? textIn(at(element, 'Identification', 'NewsIdentifier', 'PublicIdentifier')) ?? number;
      const draft =
        element.name === 'newsItem'
          ? g2Draft(element)
          : element.name === 'NewsItem'
            ? newsml1Draft(element)
            : element.name === 'nitf'
              ? nitfDraft(element)
              : { reason: `It is a ${element.name}, which has no text of its own.` };
      const raw = JSON.stringify(element);
      if ('reason' in draft) yield item(input, { kind: 'passed-over', reason: draft.reason }, raw, { part: part || number });
      else {
        if (cut !== undefined) draft.doubts = [...draft.doubts, 'The document breaks off within it.'];
        yield item(input, { kind: 'article', draft }, raw, { part: part || number, decoding });
      }
    }
  } catch (error) {
    yield refusal(input, error, count === 0 ? undefined : `after item ${count}`);
    return;
  }
  if (count === 0) yield nothing(input, 'It holds no news items.');
}

function nitfDraft(nitf: Xml): Draft | { reason: string } {
  const body = g2Body(nitf);
  const head = at(nitf, 'body', 'body.head');
  const headline = plainTitle(textIn(at(head, 'hedline', 'hl1')) || textIn(at(nitf, 'head', 'title')));
  if (body === undefined) return { reason: `The item${headline === '' ? '' : ` “${headline.slice(0, 80)}”`} has no text.` };
  const issued = below(nitf, 'date.issue')[0]?.attributes.norm ?? below(nitf, 'story.date')[0]?.attributes.norm ?? '';
  const date = readDate(issued);
  const authors = below(head ?? nitf, 'byline')
    .map((each) => plainTitle(textIn(at(each, 'person')) || textIn(each)).replace(/^by\s+/i, ''))
    .filter((name) => name !== '');
  const publisher = textIn(at(head, 'distributor')) || below(nitf, 'pubdata')[0]?.attributes.name || '';
  const dateline = plainTitle(textIn(at(head, 'dateline', 'location')) || textIn(at(head, 'dateline')));
  const address = below(nitf, 'pubdata')[0]?.attributes['ex-ref'];
  return {
    ...body,
    ...(headline !== '' && { headline: said(headline, 'nitf') }),
    ...(textIn(at(head, 'hedline', 'hl2')) !== '' && { deck: said(plainTitle(textIn(at(head, 'hedline', 'hl2'))), 'nitf') }),
    ...(authors.length > 0 && { authors: said(authors, 'nitf') }),
    ...(date !== undefined && { date: said(date, 'nitf') }),
    ...(nitf.attributes['xml:lang'] !== undefined && { language: said(nitf.attributes['xml:lang'], 'nitf') }),
    ...(publisher !== '' && { publisher: said(plainTitle(publisher), 'nitf') }),
    ...(address !== undefined && /^https?:/.test(address) && URL.canParse(address) && { address: said(address, 'nitf') }),
    ...(dateline !== '' && { dateline }),
    keywords: below(nitf, 'keyword').flatMap((each) => each.attributes.key ?? []),
    doubts: [],
  };
}

/** NewsML 1: the text is in the component whose role says so, else in the largest. */
function newsml1Draft(news: Xml): Draft | { reason: string } {
  const component = at(news, 'NewsComponent');
  const lines = component === undefined ? [] : below(component, 'NewsLines');
  const line = (name: string) => plainTitle(lines.map((each) => textIn(at(each, name))).find((text) => text !== '') ?? '');
  const headline = line('HeadLine');
  const parts = component === undefined ? [] : textParts(component);
  const main = parts.filter(({ role }) => /^(?:main|body|text)/i.test(role));
  const body = (main.length > 0 ? main : parts.filter(({ role }) => !/head|contact|style|caption|video|photo|multimedia|slug/i.test(role))).sort(
    (a, b) => b.html.length - a.html.length,
  )[0];
  if (body === undefined) return { reason: `The item${headline === '' ? '' : ` “${headline.slice(0, 80)}”`} has no text.` };
  const sub = parts.find(({ role }) => /^sub-?head/i.test(role));
  const date = readDate(textIn(at(news, 'NewsManagement', 'FirstCreated')));
  const revised = readDate(textIn(at(news, 'NewsManagement', 'ThisRevisionCreated')));
  const language = component === undefined ? undefined : below(component, 'Language')[0]?.attributes.formalname;
  const provider = textIn(at(news, 'Identification', 'NewsIdentifier', 'ProviderId'));
  const authors = lines
    .flatMap((each) => all(each, 'ByLine'))
    .map((each) => plainTitle(textIn(each)).replace(/^by\s+/i, ''))
    .filter((name) => name !== '');
  return {
    text: body.html,
    markup: 'html',
    ...(headline !== '' && { headline: said(headline, 'newsml') }),
    ...(sub !== undefined && plainTitle(sub.html) !== '' && { deck: said(plainTitle(sub.html), 'newsml') }),
    ...(authors.length > 0 && { authors: said([...new Set(authors)], 'newsml') }),
    ...(date !== undefined && { date: said(date, 'newsml') }),
    ...(revised !== undefined && date !== undefined && revised > date && { updated: said(revised, 'newsml') }),
    ...(language !== undefined && { language: said(language, 'newsml') }),
    ...(provider !== '' && { publisher: said(provider, 'newsml', false) }),
    ...(line('DateLine') !== '' && { dateline: line('DateLine') }),
    ...(line('CopyrightLine') !== '' && { rights: line('CopyrightLine') }),
    keywords: lines
      .flatMap((each) => all(each, 'KeywordLine'))
      .map((each) => plainTitle(textIn(each)))
      .filter((each) => each !== ''),
    doubts: [],
  };
}

function textParts(component: Xml, outer = ''): { role: string; html: string }[] {
  const role = at(component, 'Role')?.attributes.formalname ?? outer;
  const own = all(component, 'ContentItem')
    .flatMap((each) => all(each, 'DataContent'))
    .flatMap((data) => {
      const html = markupIn(below(data, 'body.content')[0] ?? below(data, 'body')[0] ?? below(data, 'xhtml:body')[0] ?? data);
      return plainTitle(html) === '' || /^\s*\.[\w-]+\s*\{/.test(textIn(data)) ? [] : [{ role, html }];
    });
  return [...own, ...all(component, 'NewsComponent').flatMap((each) => textParts(each, role))];
}
