import { getCollection } from 'astro:content';
import { type Archive, type Content, makeArchive } from '../archive/archive.ts';
import type { Article, OwnPage } from '../archive/article.ts';
import { type Addresses, makeAddresses } from '../archive/permalink.ts';
import { openFolder } from '../content/files.ts';
import { readLedger } from '../content/ledger-files.ts';
import { readBody } from '../content/read-article.ts';
import { type Ledger, versionsFor } from '../ledger/ledger.ts';
import { toPlainText } from '../markdown/plain-text.ts';
import { renderBody, renderText } from '../markdown/processor.ts';
import { given } from './given.ts';
import { settings } from './settings.ts';

/** What every page is made from: the archive, its addresses, and the texts on disk. */
export interface Site extends Addresses {
  archive: Archive;
  /** Whether the page at a path, decoded, is to be rendered; all are but in a build that knows what has changed. */
  wants(path: string): boolean;
  /** An article's or a page's text as HTML. Throws where its file is no longer the one that was checked. */
  html(entry: Article | OwnPage): string;
  /** The same as plain words, a block a line. */
  text(entry: Article | OwnPage): string;
}

/** The collections that hold more than one entry. */
type Lists = Exclude<keyof Content, 'facts' | 'gone' | 'released'>;

let made: Promise<Site> | undefined;

/** The site that is being built; made once, but anew for every page of a preview, where content changes. */
export function getSite(): Promise<Site> {
  if (import.meta.env.DEV) return makeSite();
  made ??= makeSite();
  return made;
}

async function makeSite(): Promise<Site> {
  const handed = given();
  const archive = handed?.archive ?? (await storedArchive());
  const { contentDir, url } = settings();
  const addresses = makeAddresses(url.href);
  const folder = openFolder(contentDir);
  let ledger: Ledger | undefined;
  const options = { href: addresses.href, imageHosts: archive.facts.imageHosts };
  // A preview shows a text as it is typed, also while a fault in its fields waits to be mended.
  const body = ({ file, digest }: { file: string; digest: string }) => readBody(folder, file, import.meta.env.DEV ? undefined : digest);
  return {
    ...addresses,
    archive,
    wants: (path) => handed === undefined || handed.wanted.has(path),
    html: (entry) => {
      if (!('textDigest' in entry)) return renderBody(body(entry), options);
      ledger ??= handed?.ledger ?? readLedger(folder).ledger;
      const { html, ids } = renderText(body(entry), options, versionsFor(ledger, entry));
      handed?.onText(entry.id, ids);
      return html;
    },
    text: (entry) => toPlainText(body(entry)),
  };
}

async function storedArchive(): Promise<Archive> {
  const stored = (await getCollection('archive'))[0]?.data;
  if (stored === undefined) throw new Error('The content store holds no archive.yml.');
  const { facts, gone, released, sizes }: Pick<Content, 'facts' | 'gone' | 'released'> & { sizes: Record<Lists, number> } = stored;
  const all = async <Name extends Lists>(name: Name): Promise<Content[Name]> => {
    // Astro warns of every empty collection; an archive without pages of its own is in order.
    const entries = sizes[name] === 0 ? [] : await getCollection(name);
    if (entries.length !== sizes[name]) throw new Error(`${sizes[name]} ${name} were read, but the content store holds ${entries.length}.`);
    return entries.map(({ data }) => data) as Content[Name];
  };
  const [articles, sources, topics, pages] = await Promise.all([all('articles'), all('sources'), all('topics'), all('pages')]);
  return makeArchive({ facts, articles, sources, topics, pages, gone, released });
}
