import { Buffer } from 'node:buffer';
import { all, at, markupIn, textIn, type Xml } from '../xml.ts';
import type { FeedEntry, FeedFacts } from './entry.ts';

/** What a feed's own element says; entries in it are not looked at. */
export function factsOf(feed: Xml, address?: string): FeedFacts {
  const base = resolve(feed.attributes['xml:base'], address) ?? address;
  const home = linkOf(feed, base);
  return {
    ...given('title', titleOf(at(feed, 'title'))),
    ...given('home', home),
    ...given('language', feed.attributes['xml:lang'] || first(feed, 'language', 'dc:language')),
    ...given('rights', first(feed, 'rights', 'copyright', 'dc:rights')),
    authors: authorsOf(feed),
    base: base ?? home,
  };
}

/** Reads an `item` of RSS or RDF, or an `entry` of Atom. */
export function entryOf(item: Xml, feed: FeedFacts): FeedEntry {
  const base = resolve(item.attributes['xml:base'], feed.base) ?? feed.base;
  const guid = at(item, 'guid');
  const id = first(item, 'guid', 'id', 'dc:identifier') ?? item.attributes['rdf:about'];
  const permalink = guid !== undefined && guid.attributes.ispermalink?.toLowerCase() !== 'false' ? resolve(textIn(guid), base) : undefined;
  const address =
    resolve(first(item, 'feedburner:origLink'), base) ?? linkOf(item, base) ?? permalink ?? webOnly(item.attributes['rdf:about']) ?? webOnly(first(item, 'id'));
  const content = [...all(item, 'content:encoded', 'xhtml:body', 'body', 'fullitem', 'encoded', 'content')].map(contentOf).find((each) => each !== undefined);
  const summary = [...all(item, 'description', 'summary', 'dc:description', 'itunes:summary', 'media:description', 'abstract')]
    .map(contentOf)
    .find((each) => each !== undefined);
  const source = at(item, 'source');
  return {
    ...given('id', id ?? address),
    ...given('title', titleOf(at(item, 'title')) ?? titleOf(at(item, 'dc:title')) ?? titleOf(at(item, 'media:title'))),
    ...(content !== undefined && { content }),
    ...(summary !== undefined && { summary }),
    ...given('address', address),
    ...given('published', first(item, 'published', 'pubDate', 'pubdate', 'issued', 'dcterms:issued', 'dc:date', 'date', 'dcterms:created', 'created')),
    ...given('updated', first(item, 'updated', 'modified', 'dcterms:modified', 'lastBuildDate')),
    authors: authorsOf(item),
    categories: categoriesOf(item),
    ...given(
      'language',
      item.attributes['xml:lang'] ||
        all(item, 'content', 'title').find((each) => each.attributes['xml:lang'])?.attributes['xml:lang'] ||
        first(item, 'language', 'dc:language'),
    ),
    ...given(
      'publisher',
      first(item, 'dc:publisher') ??
        titleOf(at(source, 'title')) ??
        (source !== undefined && all(source, 'id', 'link').length === 0 ? titleOf(source) : undefined),
    ),
    ...given('rights', first(item, 'rights', 'dc:rights', 'copyright')),
    ...pictureOf(item, base),
    base: resolve(at(item, 'content')?.attributes['xml:base'], base) ?? base,
  };
}

function given<Name extends string>(name: Name, value: string | undefined): { [Key in Name]?: string } {
  return (value === undefined || value.trim() === '' ? {} : { [name]: value.trim() }) as { [Key in Name]?: string };
}

function first(element: Xml, ...names: string[]): string | undefined {
  for (const name of names) {
    const found = all(element, name)
      .map(textIn)
      .find((text) => text !== '');
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Text of an element that may hold HTML in one of the ways of Atom 0.3, Atom 1.0 and RSS. */
function contentOf(element: Xml): { value: string; html?: boolean } | undefined {
  const type = element.attributes.type?.toLowerCase() ?? '';
  const inner = element.children.some((child) => typeof child !== 'string');
  if (element.attributes.src !== undefined && textIn(element) === '') return undefined;
  let value = textIn(element);
  let html: boolean | undefined;
  if (element.attributes.mode?.toLowerCase() === 'base64' || /^(?!text\/)(?!.*xml)[\w.+-]+\/[\w.+-]+$/.test(type)) {
    value = Buffer.from(value, 'base64').toString('utf8');
    if (!/^(text\/|application\/.*x?html)/.test(type)) html = undefined;
  } else if (inner) {
    [value, html] = [markupIn(element), true];
  }
  if (/html/.test(type)) html = true;
  else if (type === 'text' || type === 'text/plain') html = inner ? true : element.attributes.mode === undefined ? false : undefined;
  return value.trim() === '' ? undefined : { value: value.trim(), ...(html !== undefined && { html }) };
}

function titleOf(element: Xml | undefined): string | undefined {
  if (element === undefined) return undefined;
  return contentOf(element)?.value ?? (textIn(element) || undefined);
}

/** The address that an element's links lead to: what is shown to readers goes first. */
function linkOf(element: Xml, base: string | undefined): string | undefined {
  const links = all(element, 'link', 'xhtml:link');
  const alternate = links.filter(({ attributes }) => attributes.href !== undefined && /^(?:alternate|)$/i.test(attributes.rel ?? ''));
  const html = alternate.find(({ attributes }) => /html/i.test(attributes.type ?? 'html')) ?? alternate[0];
  const written =
    html?.attributes.href ??
    links.map(textIn).find((text) => text !== '') ??
    links.map(({ attributes }) => attributes['rdf:resource']).find((each) => each !== undefined);
  return resolve(written, base) ?? resolve(first(element, 'url'), base);
}

function authorsOf(element: Xml): string[] {
  const names = all(element, 'author', 'dc:creator', 'itunes:author', 'dc:author').map((author) => {
    const name = first(author, 'name') ?? (author.children.some((child) => typeof child !== 'string') ? '' : textIn(author));
    // RSS wants `address (name)`; many write the name alone.
    return (/\(([^()]+)\)\s*$/.exec(name)?.[1] ?? name.replace(/^"?([^"<]*?)"?\s*<[^>]*>$/, '$1')).trim();
  });
  return [...new Set(names.filter((name) => name !== '' && !/^\S+@\S+$/.test(name)))];
}

function categoriesOf(item: Xml): string[] {
  return all(item, 'category', 'dc:subject', 'media:keywords', 'itunes:keywords').flatMap((each) => {
    const written = each.attributes.label || each.attributes.term || textIn(each);
    return /keywords$/.test(each.name) || (each.name === 'dc:subject' && /[,;]/.test(written)) ? written.split(/[,;]/).map((part) => part.trim()) : [written];
  });
}

function pictureOf(item: Xml, base: string | undefined): Pick<FeedEntry, 'picture'> {
  const media = [
    ...all(item, 'media:content', 'media:thumbnail', 'enclosure'),
    ...all(item, 'media:group').flatMap((group) => all(group, 'media:content', 'media:thumbnail')),
  ];
  const picture = media.find(
    ({ name, attributes }) =>
      name === 'media:thumbnail' ||
      /^image/.test(attributes.type ?? attributes.medium ?? '') ||
      /\.(?:jpe?g|png|webp|gif|avif)(?:\?|$)/i.test(attributes.url ?? ''),
  );
  const src = resolve(picture?.attributes.url, base);
  if (picture === undefined || src === undefined) return {};
  return {
    picture: {
      src,
      ...given('caption', first(picture, 'media:description') ?? undefined),
      ...given('credit', first(picture, 'media:credit') ?? first(item, 'media:credit')),
      ...given('alt', first(picture, 'media:title')),
    },
  };
}

function resolve(written: string | undefined, base: string | undefined): string | undefined {
  if (written === undefined || written.trim() === '') return undefined;
  const url = URL.parse(written.trim(), base !== undefined && URL.canParse(base) ? base : undefined);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

function webOnly(written: string | undefined): string | undefined {
  return written !== undefined && /^https?:/i.test(written) ? resolve(written, undefined) : undefined;
}
