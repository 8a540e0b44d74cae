import { isObject, type Json, type JsonObject, many, text } from '../json-stream.ts';
import type { FeedEntry, FeedFacts } from './entry.ts';

/** What a JSON Feed says of itself (jsonfeed.org, versions 1 and 1.1). */
export function jsonFacts(feed: JsonObject, address?: string): FeedFacts {
  const home = web(feed.home_page_url);
  return {
    ...(text(feed.title) !== undefined && { title: text(feed.title) }),
    ...(home !== undefined && { home }),
    ...(text(feed.language) !== undefined && { language: text(feed.language) }),
    authors: authorsOf(feed),
    base: home ?? web(feed.feed_url) ?? address,
  };
}

/** Reads an item of a JSON Feed. */
export function jsonEntry(item: JsonObject, feed: FeedFacts): FeedEntry {
  const html = text(item.content_html);
  const plain = text(item.content_text);
  const address = web(item.url, feed.base) ?? web(item.external_url, feed.base);
  const picture = web(item.image, feed.base) ?? web(item.banner_image, feed.base);
  const id = typeof item.id === 'number' ? String(item.id) : text(item.id);
  return {
    ...(id !== undefined && { id }),
    ...(text(item.title) !== undefined && { title: text(item.title) }),
    ...(html !== undefined ? { content: { value: html, html: true } } : plain !== undefined && { content: { value: plain, html: false } }),
    ...(text(item.summary) !== undefined && { summary: { value: text(item.summary) ?? '' } }),
    ...(address !== undefined && { address }),
    ...(text(item.date_published) !== undefined && { published: text(item.date_published) }),
    ...(text(item.date_modified) !== undefined && { updated: text(item.date_modified) }),
    authors: authorsOf(item),
    categories: many(item.tags).flatMap((tag) => text(tag) ?? []),
    ...(text(item.language) !== undefined && { language: text(item.language) }),
    ...(picture !== undefined && { picture: { src: picture } }),
    base: address ?? feed.base,
  };
}

function authorsOf(object: JsonObject): string[] {
  return [...many(object.authors), ...many(object.author)].flatMap((each) => (isObject(each) ? (text(each.name) ?? []) : (text(each) ?? [])));
}

function web(value: Json | undefined, base?: string): string | undefined {
  const url = text(value) === undefined ? null : URL.parse(text(value) ?? '', base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
