import type { Content } from '../archive/archive.ts';
import type { Article, OwnPage } from '../archive/article.ts';
import { dayOf } from '../archive/dates.ts';
import { articlePath } from '../archive/permalink.ts';
import { ContentError, type Fault } from '../errors.ts';
import type { Move } from '../ledger/hold.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type ArchiveFields, archiveSchema } from '../schema/archive.ts';
import { isId } from '../schema/fields.ts';
import { pageSchema } from '../schema/page.ts';
import { sourceSchema } from '../schema/source.ts';
import { topicSchema } from '../schema/topic.ts';
import { checkAddresses } from './check-addresses.ts';
import { checkLedger, fromLedger, type LedgerCheck, type ParagraphIds } from './check-ledger.ts';
import { checkReferences } from './check-references.ts';
import { readYaml, splitFrontmatter } from './document.ts';
import type { Draft, Located } from './draft.ts';
import { type Folder, type Listing, listFiles, openFolder, readText, stampOf } from './files.ts';
import { readLedger } from './ledger-files.ts';
import { type ArticleFile, digestOf, type Excerpt, readArticle } from './read-article.ts';
import { readGone } from './read-gone.ts';

/** What a content folder holds; `content` is there only where nothing is wrong. */
export interface Reading {
  content: Content | undefined;
  /** By file, line and column. */
  faults: Fault[];
  /** Number of files in `articles/`. */
  articleFiles: number;
  /** All that was released of this folder. */
  ledger: Ledger;
  /** Articles that moved, and whose old address does not lead to them yet. */
  moves: readonly Move[];
}

/** Remembers articles that have not changed on disk, for a preview that reads the folder again and again. */
export type ArticleMemory = Map<string, { stamp: string; read: ArticleFile }>;

/** How a content folder is read. */
export interface ReadOptions {
  /** How an article's text begins, in plain words. */
  excerpt: Excerpt;
  /** Ids of a text's paragraphs, by which an article is known that moved. */
  paragraphIds: ParagraphIds;
  /** Default: nothing is remembered. */
  memory?: ArticleMemory;
  /** What the folder holds, where it has just been listed. Default: it is listed. */
  listing?: Listing;
}

/** Reads and validates a whole content folder. Finds every fault; throws none of them. */
export function readContent(dir: string, options: ReadOptions): Reading {
  const folder = openFolder(dir);
  const faults: Fault[] = [];
  const articleFiles =
    options.listing === undefined ? listFiles(folder, 'articles') : [...options.listing.keys()].filter((file) => file.startsWith('articles/'));
  const draft: Draft = {
    folder,
    archive: readArchive(folder, faults),
    sourceIds: new Set(
      listFiles(folder, 'sources').map((file) =>
        file
          .slice('sources/'.length)
          .replace(/\.[^.]*$/, '')
          .normalize('NFC'),
      ),
    ),
    sources: readDataFiles(folder, 'sources', sourceSchema, faults),
    topics: readDataFiles(folder, 'topics', topicSchema, faults),
    pages: readPages(folder, faults),
    articles: readArticles(folder, articleFiles, options, faults),
    gone: readGone(folder, faults),
  };
  const { ledger, faults: ledgerFaults } = readLedger(folder);
  faults.push(...ledgerFaults, ...checkReferences(draft), ...checkAddresses(draft));
  // What cannot be read is not gone.
  const check = faults.length > 0 ? undefined : checkLedger(draft, ledger, options.paragraphIds);
  faults.push(...(check?.faults ?? []));
  faults.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column));
  const content = faults.length === 0 && check !== undefined ? finish(draft, ledger, check) : undefined;
  return { content, faults, articleFiles: articleFiles.length, ledger, moves: check?.moves ?? [] };
}

/** Like {@link readContent}, for those who can do nothing with faults: throws a `ContentError`. */
export function requireContent(dir: string, options: ReadOptions): Reading & { content: Content } {
  const reading = readContent(dir, options);
  const { content, faults, articleFiles } = reading;
  if (content === undefined) throw new ContentError(faults);
  if (content.articles.length !== articleFiles) {
    throw new Error(`${articleFiles} files in articles/, but ${content.articles.length} articles were read.`);
  }
  return { ...reading, content };
}

function readArticles(folder: Folder, files: string[], { excerpt, memory, listing }: ReadOptions, faults: Fault[]): ArticleFile[] {
  const articles: ArticleFile[] = [];
  for (const file of files) {
    const stamp = memory && (listing === undefined ? stampOf(folder, file) : listing.get(file));
    const known = memory?.get(file);
    const read = known !== undefined && known.stamp === stamp ? known.read : readArticle(folder, file, excerpt);
    if (Array.isArray(read)) {
      faults.push(...read);
    } else {
      articles.push(read);
      if (stamp !== undefined && read !== known?.read) memory?.set(file, { stamp, read });
    }
  }
  return articles;
}

function readArchive(folder: Folder, faults: Fault[]): Located<ArchiveFields> | undefined {
  const read = readText(folder, 'archive.yml');
  if ('message' in read) {
    faults.push(
      read.message.includes('gone') ? { ...read, message: 'There is no archive.yml.', hint: 'Write one with title, description, url and language.' } : read,
    );
    return undefined;
  }
  const document = readYaml(read.text.file, read.text.text, 0, archiveSchema);
  if (Array.isArray(document)) {
    faults.push(...document);
    return undefined;
  }
  return { value: document.fields, file: 'archive.yml', locate: document.locate };
}

function readDataFiles<Schema extends typeof sourceSchema | typeof topicSchema>(folder: Folder, sub: string, schema: Schema, faults: Fault[]) {
  const found: Located<{ id: string } & ReturnType<Schema['parse']>>[] = [];
  for (const file of listFiles(folder, sub)) {
    const id = idOf(folder, file, sub, 'yml', faults);
    const read = readText(folder, file);
    if ('message' in read) {
      faults.push(read);
      continue;
    }
    const document = readYaml(read.text.file, read.text.text, 0, schema);
    if (Array.isArray(document)) faults.push(...document);
    else if (id !== undefined) found.push({ value: { ...(document.fields as ReturnType<Schema['parse']>), id }, file, locate: document.locate });
  }
  return found;
}

function readPages(folder: Folder, faults: Fault[]): Located<OwnPage>[] {
  const pages: Located<OwnPage>[] = [];
  for (const file of listFiles(folder, 'pages')) {
    const id = idOf(folder, file, 'pages', 'md', faults);
    const read = readText(folder, file);
    const parts = 'message' in read ? read : splitFrontmatter(read.text);
    if ('message' in read || 'message' in parts) {
      faults.push(...('message' in parts ? [parts] : []));
      continue;
    }
    const document = readYaml(read.text.file, parts.yaml, parts.yamlLine - 1, pageSchema);
    if (Array.isArray(document)) {
      faults.push(...document);
    } else if (id !== undefined) {
      const value = { ...document.fields, language: document.fields.language ?? '', id, file, digest: digestOf(read.bytes) };
      pages.push({ value, file, locate: document.locate });
    }
  }
  return pages;
}

/** The id that a file's name gives, or a fault. */
function idOf(folder: Folder, file: string, sub: string, ending: string, faults: Fault[]): string | undefined {
  const name = file.slice(sub.length + 1).normalize('NFC');
  const id = name.endsWith(`.${ending}`) ? name.slice(0, -ending.length - 1) : '';
  if (isId(id)) return id;
  faults.push({
    file: folder.name(file),
    line: 1,
    column: 1,
    message: 'The name of the file does not make an id.',
    hint: `Name it ${sub}/ID.${ending}; ID is lower-case letters, digits and hyphens.`,
  });
  return undefined;
}

function finish(draft: Draft, ledger: Ledger, { released }: LedgerCheck): Content | undefined {
  if (draft.archive === undefined) return undefined;
  const facts = draft.archive.value;
  const sources = draft.sources.map(({ value }) => value);
  const languages = new Map(sources.map((source) => [source.id, source.language]));
  const articles = draft.articles.map(({ id, file, fields, excerpt, digest, textDigest }): Article => {
    const language = fields.language ?? languages.get(fields.source) ?? facts.language;
    const article = { ...fields, id, file, excerpt, digest, textDigest, day: dayOf(fields.date), language };
    const known = released.get(id);
    return known === undefined || known.first === articlePath(id) ? article : { ...article, first: known.first };
  });
  const pages = draft.pages.map(({ value }) => ({ ...value, language: value.language || facts.language }));
  return { facts, articles, sources, topics: draft.topics.map(({ value }) => value), pages, ...fromLedger(draft, ledger) };
}
