import type { Loader, LoaderContext } from 'astro/loaders';
import type { Content } from '../archive/archive.ts';
import { ContentError } from '../errors.ts';
import { type ArticleMemory, type ReadOptions, requireContent } from './read-content.ts';

/** What a collection's entry is made of: its id and data, and the digest and path of its file, where it has one. */
interface Entry {
  id: string;
  data: object;
  digest?: string;
}

const entriesOf = {
  archive: ({ facts, articles, sources, topics, pages, gone, released }) => [
    {
      id: 'archive',
      data: { facts, gone, released, sizes: { articles: articles.length, sources: sources.length, topics: topics.length, pages: pages.length } },
    },
  ],
  articles: ({ articles }) => articles.map((article) => ({ id: article.id, data: article, digest: article.digest })),
  sources: ({ sources }) => sources.map((source) => ({ id: source.id, data: source })),
  topics: ({ topics }) => topics.map((topic) => ({ id: topic.id, data: topic })),
  pages: ({ pages }) => pages.map((page) => ({ id: page.id, data: page, digest: page.digest })),
} satisfies Record<string, (content: Content) => Entry[]>;

type Collection = keyof typeof entriesOf;

/**
 * Loaders of the archive's collections for Astro's content layer. The folder is read once for all of
 * them. Fields and digests go into the store; texts stay on disk until their page is rendered.
 * Without a folder the collections stay empty.
 */
export function stetLoaders({
  dir,
  excerpt,
  paragraphIds,
}: { dir: string | undefined } & Pick<ReadOptions, 'excerpt' | 'paragraphIds'>): Record<Collection, Loader> {
  const memory: ArticleMemory = new Map();
  let reading: { content: Content; served: Set<Collection> } | undefined;
  // Astro asks once for each collection; a second question from the same one is a new round.
  const contentFor = (collection: Collection): Content => {
    if (reading === undefined || reading.served.has(collection)) {
      reading = { content: requireContent(dir ?? '', { excerpt, paragraphIds, memory }).content, served: new Set() };
    }
    reading.served.add(collection);
    return reading.content;
  };
  const loader = (collection: Collection): Loader => ({
    name: `stet-${collection}`,
    load: async (context) => {
      if (dir === undefined) return;
      fill(context, entriesOf[collection](contentFor(collection)));
      watch(context, dir, () => fill(context, entriesOf[collection](contentFor(collection))));
    },
  });
  return {
    archive: loader('archive'),
    articles: loader('articles'),
    sources: loader('sources'),
    topics: loader('topics'),
    pages: loader('pages'),
  };
}

function fill({ store }: LoaderContext, entries: readonly Entry[]): void {
  store.clear();
  for (const { id, data, digest } of entries) store.set({ id, data: data as Record<string, unknown>, ...(digest !== undefined && { digest }) });
}

/** How long to wait after a change for the ones that come with it, in milliseconds: editors write a file in steps. */
const SETTLE = 80;

/** In a preview: reads again when something in the folder changes; faults are shown, and the last good state stays. */
function watch({ watcher, logger, collection }: LoaderContext, dir: string, refresh: () => void): void {
  if (watcher === undefined) return;
  let timer: NodeJS.Timeout | undefined;
  watcher.add(dir);
  watcher.on('all', (_event, path) => {
    if (!path.startsWith(dir)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      try {
        refresh();
      } catch (error) {
        if (!(error instanceof ContentError)) throw error;
        // All collections meet the same faults; one of them tells.
        if (collection === 'articles') logger.error(error.message);
      }
    }, SETTLE);
  });
}
