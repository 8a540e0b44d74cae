import { basename, dirname, relative, resolve } from 'node:path';
import { isPath } from '../../schema/fields.ts';
import { readDate } from '../date/read-date.ts';
import { decode } from '../input/decode.ts';
import { allBytes, type Input } from '../input/input.ts';
import { type Draft, type Item, said } from '../item.ts';
import { webAddress } from '../table/row.ts';
import { plainTitle } from '../text/markup.ts';
import { isObject, type Json, type JsonObject, many, text } from './json-stream.ts';
import { splitFrontmatter } from './markdown/frontmatter.ts';
import { reduceShortcodes } from './markdown/shortcodes.ts';
import type { Site } from './markdown/site.ts';
import { item, nothing, type ReadContext, refusal } from './reader.ts';

/** An entry of a static site: Hugo, Jekyll, Eleventy, Astro, or Stet itself. */
export async function* readMarkdown(input: Input, context: ReadContext): AsyncGenerator<Item> {
  try {
    const bytes = await allBytes(input);
    const { text: written, ...decoding } = decode(bytes);
    const site = context.site(input.path, input.root);
    if (site?.termFiles.has(resolve(input.path))) {
      yield item(input, { kind: 'passed-over', reason: 'It describes a source, author or topic, and is no article.' }, bytes);
      return;
    }
    if (/^_index(?:\.\w+)?\.\w+$/.test(basename(input.path))) {
      yield nothing(input, 'It is the page of a section, and no article.');
      return;
    }
    const { fields, body } = splitFrontmatter(written);
    const { body: reducedBody, reduced } = reduceShortcodes(body, { fields, mdx: /\.mdx$/i.test(input.path) });
    const draft = markdownDraft(fields, reducedBody.trim(), input, site);
    if (draft.text === '') yield nothing(input, 'It has no text.');
    else {
      if (reduced.size > 0)
        draft.notes = [
          `Reduced to their text: ${[...reduced].map(([name, count]) => (count === 1 ? name : `${name} (${count})`)).join(', ')}.`,
          ...(draft.notes ?? []),
        ];
      yield item(input, { kind: 'article', draft }, bytes, { decoding, captured: draft.captured });
    }
  } catch (error) {
    yield refusal(input, error);
  }
}

// Names that themes of the four generators use, the plainest first.
const DATE = [
  'date',
  'pubDate',
  'publishDate',
  'pubDatetime',
  'published',
  'publishedAt',
  'publish_date',
  'date_published',
  'datePublished',
  'created',
  'createdAt',
];
const UPDATED = ['updated', 'lastmod', 'last_modified_at', 'modified', 'updatedDate', 'modDatetime', 'date_updated', 'dateModified'];
const DECK = ['deck', 'standfirst', 'subtitle', 'dek', 'lead', 'summary', 'description', 'excerpt'];
const ADDRESS = [
  'sourceUrl',
  'source_url',
  'canonical',
  'canonicalUrl',
  'canonicalURL',
  'canonical_url',
  'original_url',
  'originalUrl',
  'externalUrl',
  'external_url',
  'link',
];
const TOPICS = ['topics', 'topic', 'tags', 'categories', 'category', 'keywords'];

function markdownDraft(fields: JsonObject, body: string, input: Input, site: Site | undefined): Draft {
  const first = (names: readonly string[]) => names.map((name) => asText(fields[name])).find((each) => each !== undefined);
  const heading = /^#[ \t]+([^\n]+?)[ \t]*#*(?:\n|$)/.exec(body);
  const title = plainTitle(first(['title', 'headline']) ?? heading?.[1] ?? '');
  // The headline is not said twice.
  const text = heading !== null && plainTitle(heading[1] ?? '') === title ? body.slice(heading[0].length).trim() : body;
  const name = basename(input.path).replace(/\.\w+$/, '');
  const dated = /^(\d{4}-\d{2}-\d{2})-/.exec(/^index(?:\.\w+)?$/.test(name) ? basename(dirname(input.path)) : name)?.[1];
  const written = first(DATE);
  const date = (written === undefined ? undefined : readDate(written)) ?? dated;
  const updated = readDate(first(UPDATED) ?? '');
  const deck = plainDeck(first(DECK) ?? '');
  const language = first(['language', 'lang', 'locale']) ?? /\.([a-z]{2}(?:-[A-Za-z]{2,4})?)$/.exec(name)?.[1] ?? languageFolder(input, site) ?? site?.language;
  const source = publisherOf(fields, site);
  const address = ADDRESS.map((each) => webAddress(asText(fields[each]))).find((each) => each !== undefined);
  const doubts: string[] = [];
  if (written !== undefined && readDate(written) === undefined) doubts.push(`The date “${written.slice(0, 60)}” cannot be read.`);
  const notes: string[] = [];
  const authors = authorsOf(fields, site, notes);
  const picture = pictureOf(fields, site?.url);
  const draftMark = fields.draft === true || fields.published === false || /(?:^|\/)_drafts\//.test(input.path);
  const linked = text === '' && deck !== '';
  if (linked) notes.push('It has no text of its own; its summary stands for it.');
  return {
    text: linked ? (first(DECK)?.trim() ?? '') : text,
    markup: 'markdown',
    ...(site?.url !== undefined && { base: site.url }),
    ...(title !== '' && { headline: said(title, 'frontmatter') }),
    ...(deck !== '' && deck !== title && !linked && { deck: said(deck, 'frontmatter') }),
    ...(authors.length > 0 && { authors: said(authors, 'frontmatter') }),
    ...(date !== undefined && { date: said(date, written === undefined ? 'name of the file' : 'frontmatter') }),
    ...(updated !== undefined && (date === undefined || updated > date) && { updated: said(updated, 'frontmatter') }),
    ...(language !== undefined && { language: said(language, 'frontmatter', language !== site?.language) }),
    ...(source.name !== undefined && { publisher: said(source.name, 'frontmatter') }),
    ...(source.url !== undefined && { publisherUrl: source.url }),
    ...(site !== undefined && { publisherLanguage: site.language ?? 'und' }),
    ...(address !== undefined && { address: said(address, 'frontmatter') }),
    ...(first(['dateline', 'location']) !== undefined && { dateline: plainTitle(first(['dateline', 'location']) ?? '') }),
    ...(first(['rights', 'license', 'copyright']) !== undefined && { rights: plainTitle(first(['rights', 'license', 'copyright']) ?? '') }),
    ...(picture !== undefined && { picture }),
    keywords: [...new Set(TOPICS.flatMap((each) => termNames(each, fields[each], input, site)))],
    ...(text !== '' && first(['slug']) !== undefined && { slug: first(['slug']) }),
    aliases: [...many(fields.aliases), ...many(fields.redirect_from)].flatMap((each) => (typeof each === 'string' && isPath(each) ? each : [])),
    ...(asText(fields.captured) !== undefined && { captured: readDate(asText(fields.captured) ?? '') }),
    ...(draftMark && { withheld: 'It is marked as a draft.' }),
    notes,
    doubts,
  };
}

/** A standfirst in plain letters: generators read Markdown in it as well. */
function plainDeck(written: string): string {
  return plainTitle(written)
    .replaceAll(/!?\[([^\][]*)\]\([^()\s]*\)/g, '$1')
    .replaceAll(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2');
}

function asText(value: Json | undefined): string | undefined {
  return typeof value === 'number' ? String(value) : text(value);
}

/** `content/fr/…`, as Hugo and Astro keep translations. */
function languageFolder(input: Input, site: Site | undefined): string | undefined {
  const folder = resolve(dirname(input.path));
  const steps = relative(site?.dir ?? folder, folder).split(/[/\\]/);
  return steps.find((step) =>
    /^(?:ar|bn|cs|da|de|el|en|es|fa|fi|fr|he|hi|hu|id|it|ja|ko|nl|no|pl|pt|pt-br|ro|ru|sv|th|tr|uk|ur|vi|zh|zh-cn|zh-tw)$/i.test(step),
  );
}

function publisherOf(fields: JsonObject, site: Site | undefined): { name?: string; url?: string } {
  const written = ['source', 'publisher', 'publication', 'outlet']
    .map((name) => asText(fields[name])?.trim())
    .find((each) => each !== undefined && each !== '');
  if (written !== undefined) {
    const term = site?.terms.get('sources')?.get(written.toLowerCase());
    return { name: term?.name ?? written, ...(term?.url !== undefined && { url: term.url }) };
  }
  return { name: site?.name, url: site?.url };
}

function authorsOf(fields: JsonObject, site: Site | undefined, notes: string[]): string[] {
  const terms = site?.terms.get('authors');
  const ids: string[] = [];
  const names = ['authors', 'author', 'byline']
    .flatMap((field) => many(fields[field]))
    .flatMap((each) => {
      if (isObject(each)) return text(each.name) ?? [];
      const written = text(each)?.trim();
      if (written === undefined) return [];
      const known = terms?.get(written.toLowerCase())?.name;
      if (known !== undefined) return known;
      if (/^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/.test(written)) {
        ids.push(written);
        return /[-_.]/.test(written)
          ? written
              .split(/[-_.]/)
              .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
              .join(' ')
          : written;
      }
      return plainTitle(written);
    });
  if (ids.length > 0) notes.push(`Authors stand there by ids alone: ${ids.slice(0, 5).join(', ')}.`);
  return [...new Set(names)].filter((name) => name !== '');
}

// What Eleventy collects pages by to list them in a template.
const COLLECTIONS = new Set(['all', 'nav', 'post', 'posts']);

/** Names of terms: of a list, of text with commas, of ids that the tree describes. */
function termNames(field: string, value: Json | undefined, input: Input, site: Site | undefined): string[] {
  const terms = site?.terms.get('topics');
  const written = many(value).flatMap((each) => (isObject(each) ? (text(each.name) ?? text(each.title) ?? []) : (asText(each) ?? [])));
  const isList = written.length !== 1 || Array.isArray(value);
  // Jekyll parts the text of these two at spaces.
  const atSpaces = /^(?:tags|categories)$/.test(field) && (site?.jekyll || /(?:^|[/\\])_(?:posts|drafts)[/\\]/.test(input.path)) && !written[0]?.includes(',');
  const list = isList ? written : (written[0] ?? '').trim().split(atSpaces ? /\s+/ : /,\s*/);
  return list
    .filter((each) => field !== 'tags' || !COLLECTIONS.has(each.trim().toLowerCase()))
    .map((each) => terms?.get(each.trim().toLowerCase())?.name ?? plainTitle(each))
    .filter((each) => each !== '');
}

function pictureOf(fields: JsonObject, base: string | undefined): Draft['picture'] {
  for (const name of ['image', 'cover', 'heroImage', 'featured_image', 'featuredImage', 'hero', 'thumbnail', 'og_image', 'ogImage']) {
    const value = many(fields[name])[0];
    const src = isObject(value) ? (text(value.src) ?? text(value.url) ?? text(value.image) ?? text(value.path)) : text(value);
    const url = src === undefined ? null : URL.parse(src, base);
    if (url === null || !/^https?:$/.test(url.protocol)) continue;
    const [alt, caption, credit] = isObject(value) ? [text(value.alt), text(value.caption), text(value.credit)] : [text(fields[`${name}Alt`])];
    return { src: url.href, ...(alt !== undefined && { alt }), ...(caption !== undefined && { caption }), ...(credit !== undefined && { credit }) };
  }
  return undefined;
}
