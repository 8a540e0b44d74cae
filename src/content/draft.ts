import type { OwnPage, Source, Topic } from '../archive/article.ts';
import type { ArchiveFields } from '../schema/archive.ts';
import type { GoneFields } from '../schema/gone.ts';
import type { Locate } from './document.ts';
import type { Folder } from './files.ts';
import type { ArticleFile } from './read-article.ts';

/** Something read from a file, with what is needed to point into it. */
export interface Located<Value> {
  value: Value;
  /** Path below the content folder. */
  file: string;
  locate: Locate;
}

/** Everything that could be read, before the files are held against each other. */
export interface Draft {
  folder: Folder;
  archive: Located<ArchiveFields> | undefined;
  /** Ids of all files in `sources/`, also of those at fault: one fault there, not one more in every article. */
  sourceIds: ReadonlySet<string>;
  sources: Located<Source>[];
  topics: Located<Topic>[];
  pages: Located<OwnPage>[];
  articles: ArticleFile[];
  gone: Located<GoneFields & { path: string }>[];
}
