import { type Archive, lastChanged } from '../archive/archive.ts';
import { type Article, compare } from '../archive/article.ts';
import { toInstant, toRfc3339 } from '../archive/dates.ts';
import { type Addresses, articlePath } from '../archive/permalink.ts';
import { type Xml, x, xmlDocument } from './xml.ts';

/** Where the parts of ResourceSync (ANSI/NISO Z39.99-2017) stand; the sitemaps are its resource lists. */
export const SYNC_PATHS = {
  capabilities: '/resourcesync/capabilitylist.xml',
  changes: '/resourcesync/changelist.xml',
  resources: '/sitemap-index.xml',
} as const;

/**
 * Path of the source description. Programs look for it at the root of the host, so that an archive with a base path
 * has it beside the lists, where the links lead to it.
 */
export function descriptionPath({ href }: Addresses): string {
  return href('/') === '/' ? '/.well-known/resourcesync' : '/resourcesync/description.xml';
}

/** What a sitemap needs beside its own elements to be a list of ResourceSync. */
export const SYNC_NAMESPACE = { 'xmlns:rs': 'http://www.openarchives.org/rs/terms/' } as const;

/** A change list goes back so many changes. */
const CHANGES = 1000;

/** Says that there is a capability list, for programs that know only the host. */
export function sourceDescription({ absolute }: Addresses): string {
  return write([
    x('rs:ln', { rel: 'describedby', href: absolute('/about/') }),
    x('rs:md', { capability: 'description' }),
    x('url', [x('loc', absolute(SYNC_PATHS.capabilities)), x('rs:md', { capability: 'capabilitylist' })]),
  ]);
}

/** Says which lists there are: of all pages, and of the latest changes. */
export function capabilityList(addresses: Addresses): string {
  const { absolute } = addresses;
  return write([
    x('rs:ln', { rel: 'up', href: absolute(descriptionPath(addresses)) }),
    x('rs:md', { capability: 'capabilitylist' }),
    x('url', [x('loc', absolute(SYNC_PATHS.resources)), x('rs:md', { capability: 'resourcelist' })]),
    x('url', [x('loc', absolute(SYNC_PATHS.changes)), x('rs:md', { capability: 'changelist' })]),
  ]);
}

/** One change of an article, as far as the archive knows: when it was taken in, or when its source changed it. */
export interface Change {
  path: string;
  moment: string;
  change: 'created' | 'updated';
}

/** The latest changes of an archive, oldest first. */
export function latestChanges({ articles }: Pick<Archive, 'articles'>): Change[] {
  const changes = articles.map((article) => ({ ...changeOf(article), at: toInstant(lastChanged(article)) }));
  changes.sort((a, b) => a.at - b.at || compare(a.path, b.path));
  return changes.slice(-CHANGES).map(({ path, moment, change }) => ({ path, moment, change }));
}

function changeOf(article: Article): Change {
  const moment = lastChanged(article);
  const isUpdate = moment === article.updated && moment !== article.captured && moment !== article.date;
  return { path: articlePath(article.id), moment: toRfc3339(moment), change: isUpdate ? 'updated' : 'created' };
}

/** A change list; it begins with the first change that it tells of. */
export function changeList(changes: readonly Change[], { absolute }: Addresses): string {
  return write([
    x('rs:ln', { rel: 'up', href: absolute(SYNC_PATHS.capabilities) }),
    x('rs:md', { capability: 'changelist', from: changes[0]?.moment ?? '1970-01-01T00:00:00Z' }),
    ...changes.map(({ path, moment, change }) => x('url', [x('loc', absolute(path)), x('lastmod', moment), x('rs:md', { change, datetime: moment })])),
  ]);
}

function write(elements: readonly Xml[]): string {
  const tree = x('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9', ...SYNC_NAMESPACE }, elements);
  return xmlDocument(tree);
}
