import { readDate } from '../date/read-date.ts';
import { type Draft, said } from '../item.ts';
import { plainTitle } from '../text/markup.ts';
import { isObject, type Json, type JsonObject, many, text } from './json-stream.ts';

/** Whether a document is a news item in JSON (IPTC ninjs 1 to 3). */
export function isNinjs(document: Json): document is JsonObject {
  if (!isObject(document) || text(document.uri) === undefined) return false;
  const keys = Object.keys(document).map((key) => key.toLowerCase());
  return keys.some((key) =>
    /^(?:versioncreated|firstcreated|contentcreated|pubstatus|representationtype|body_(?:text|xhtml|html)|headlines|bodies|eventdetails)$/.test(key),
  );
}

/** Makes an article of a news item; or says what it is instead. */
export function ninjsDraft(document: JsonObject): Draft | { reason: string } {
  // 2.0 has lower-case names, 3.0 writes `firstCreated`.
  const fields = new Map(Object.entries(document).map(([key, value]) => [key.toLowerCase(), value]));
  const type = text(fields.get('type'));
  const body = bodyOf(fields);
  const headline = plainTitle(text(fields.get('headline')) ?? roleOf(fields.get('headlines'), ['main', 'headline', '']) ?? text(fields.get('title')) ?? '');
  const deck = plainTitle(
    roleOf(fields.get('descriptions'), ['summary', 'short', 'lead', 'drop', '']) ??
      text(fields.get('description_summary')) ??
      text(fields.get('description_text')) ??
      text(fields.get('description_html')) ??
      '',
  );
  if (body === undefined && !(type === 'text' && deck !== '')) {
    return {
      reason: `The news item${headline === '' ? '' : ` “${headline.slice(0, 80)}”`} has no text${type === undefined || type === 'text' ? '' : `: it is of type ${type}`}.`,
    };
  }
  const created = text(fields.get('firstcreated')) ?? text(fields.get('contentcreated')) ?? text(fields.get('versioncreated'));
  const date = created === undefined ? undefined : readDate(created);
  const version = readDate(text(fields.get('versioncreated')) ?? '');
  const byline = text(fields.get('byline')) ?? text(fields.get('by'));
  const names = (field: string) =>
    many(fields.get(field))
      .flatMap((each) => (isObject(each) ? [plainTitle(text(each.name) ?? text(each.rel) ?? '')] : []))
      .filter((name) => name !== '');
  const bylines = many(fields.get('people') ?? fields.get('person')).filter((each) => isObject(each) && text(each.rel) === 'author');
  const authors =
    bylines.length > 0 || byline === undefined
      ? [...bylines, ...(bylines.length > 0 ? [] : many(fields.get('authors')).filter(isWriter))].map((each) => plainTitle(nameOf(each) ?? ''))
      : plainTitle(byline)
          .replace(/^by\s+/i, '')
          .split(/,\s+|\s+(?:and|&)\s+/);
  const uri = text(fields.get('uri')) ?? '';
  // `infosource` is of ninjs 1; `source` and `provider` are Superdesk's.
  const provider = ['copyrightholder', 'infosources', 'infosource', 'source', 'provider']
    .flatMap((field) => many(fields.get(field)).map(nameOf))
    .find((name) => name !== undefined);
  const picture = pictureOf(fields.get('associations'));
  return {
    ...(body ?? { text: deck, markup: 'plain' as const }),
    ...(headline !== '' && { headline: said(headline, 'ninjs') }),
    ...(body !== undefined && deck !== '' && deck !== headline && { deck: said(deck, 'ninjs') }),
    ...(authors.length > 0 && {
      authors: said(
        authors.map((name) => name.trim()).filter((name) => name !== ''),
        'ninjs',
      ),
    }),
    ...(date !== undefined && { date: said(date, 'ninjs') }),
    ...(version !== undefined && date !== undefined && version > date && { updated: said(version, 'ninjs') }),
    ...(text(fields.get('language')) !== undefined && { language: said(text(fields.get('language')) ?? '', 'ninjs') }),
    ...(provider !== undefined && { publisher: said(plainTitle(provider), 'ninjs') }),
    ...(/^https?:/.test(uri) && URL.canParse(uri) && { address: said(uri, 'ninjs') }),
    ...(text(fields.get('located')) !== undefined && { dateline: plainTitle(text(fields.get('located')) ?? '') }),
    ...(text(fields.get('copyrightnotice')) !== undefined && { rights: plainTitle(text(fields.get('copyrightnotice')) ?? '') }),
    ...(picture !== undefined && { picture }),
    keywords: [],
    subjects: many(fields.get('subjects') ?? fields.get('subject')).flatMap((each) =>
      isObject(each) && text(each.name) !== undefined
        ? [{ name: plainTitle(text(each.name) ?? ''), ...(text(each.code) !== undefined && { code: text(each.code) }) }]
        : [],
    ),
    places: [...names('places'), ...names('place')],
    people: [...names('people'), ...names('person')],
    organizations: [...names('organisations'), ...names('organisation')],
    ...(text(fields.get('pubstatus')) !== undefined &&
      text(fields.get('pubstatus')) !== 'usable' && { withheld: `The news item is marked “${text(fields.get('pubstatus'))}”.` }),
    doubts: body === undefined ? ['It has no text of its own; its summary stands for it.'] : [],
  };
}

/** A name that stands by itself, or in a group of values. */
function nameOf(value: Json): string | undefined {
  return isObject(value) ? text(value.name) : text(value);
}

// Superdesk lists all who had a hand in it, each with a role.
function isWriter(value: Json): boolean {
  return !isObject(value) || !/photo|picture|video|editor|translat|illustrat|graphic/i.test(text(value.role) ?? '');
}

function bodyOf(fields: ReadonlyMap<string, Json>): Pick<Draft, 'text' | 'markup'> | undefined {
  const bodies = many(fields.get('bodies')).filter(isObject);
  const html =
    text(fields.get('body_xhtml')) ??
    text(fields.get('body_html')) ??
    bodies
      .map((each) => (/html/i.test(text(each.contentType) ?? text(each.contenttype) ?? text(each.role) ?? '') ? text(each.value) : undefined))
      .find((each) => each !== undefined);
  if (html !== undefined && plainTitle(html) !== '') return { text: html, markup: 'html' };
  const nitf = bodies.map((each) => text(each.value)).find((each) => each !== undefined && /<body\.content|<nitf/.test(each));
  if (nitf !== undefined) return { text: /<body\.content[^>]*>([\s\S]*?)<\/body\.content>/.exec(nitf)?.[1] ?? nitf, markup: 'html' };
  const plain = text(fields.get('body_text')) ?? bodies.map((each) => text(each.value)).find((each) => each !== undefined);
  return plain === undefined ? undefined : { text: plain, markup: /<p\b/i.test(plain) ? 'html' : 'plain' };
}

function roleOf(value: Json | undefined, roles: readonly string[]): string | undefined {
  const texts = many(value).filter(isObject);
  for (const role of roles) {
    const found = texts.find((each) => (text(each.role) ?? '').toLowerCase() === role && text(each.value) !== undefined);
    if (found !== undefined) return text(found.value);
  }
  return texts.map((each) => text(each.value)).find((each) => each !== undefined);
}

function pictureOf(associations: Json | undefined): Draft['picture'] {
  const items = Array.isArray(associations) ? associations : isObject(associations) ? Object.values(associations) : [];
  for (const each of items.filter(isObject)) {
    const renditions = Array.isArray(each.renditions) ? each.renditions : isObject(each.renditions) ? Object.values(each.renditions) : [];
    const src = renditions
      .filter(isObject)
      .map((rendition) => text(rendition.href))
      .find((href) => href !== undefined && /^https?:/.test(href));
    if (src === undefined || !/picture|photo|image/.test(text(each.type) ?? 'picture')) continue;
    const caption = plainTitle(text(each.description_text) ?? roleOf(each.descriptions, ['caption', '']) ?? '');
    const credit = plainTitle(text(each.byline) ?? text(each.by) ?? '');
    return { src, ...(caption !== '' && { caption }), ...(credit !== '' && { credit }) };
  }
  return undefined;
}
