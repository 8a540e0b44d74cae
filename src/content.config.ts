import { defineCollection } from 'astro:content';
import { stetLoaders } from './content/loader.ts';
import { excerpt } from './markdown/excerpt.ts';
import { paragraphIdsOf } from './markdown/processor.ts';
import { settings } from './site/settings.ts';

const { contentDir, templateOnly } = settings();
const loaders = stetLoaders({ dir: templateOnly ? undefined : contentDir, excerpt, paragraphIds: paragraphIdsOf });

/** The archive's content, as Astro's store holds it: fields and digests; texts stay on disk. */
export const collections = {
  archive: defineCollection({ loader: loaders.archive }),
  articles: defineCollection({ loader: loaders.articles }),
  sources: defineCollection({ loader: loaders.sources }),
  topics: defineCollection({ loader: loaders.topics }),
  pages: defineCollection({ loader: loaders.pages }),
};
