/** Name of the catalogue's file, in the folder `pagefind`; JSON. */
export const CATALOGUE_FILE = 'bundles.json';

/** Name of the table's file in a bundle's folder; see {@link writeTable}, compressed (raw deflate). */
export const TABLE_FILE = 'bundle.stet';

/** Form of the index and the catalogue; another one for each change that a page which is open, or kept offline, would misread. */
export const FORM = 4;

/** Folder of the lexicon's blocks, beside the bundles. */
export const LEXICON_DIR = 'words';

/** Ids and names of the sources and topics that articles have. Bundles know the ids alone, so a new name changes none of them. */
export interface Names {
  sources: readonly (readonly [id: string, name: string])[];
  topics: readonly (readonly [id: string, name: string])[];
}

/** What all bundles have in common. */
export interface Common extends Names {
  /**
   * The most frequent words of each base language and all their forms, for which no block of the lexicon need be loaded:
   * a block like those (see `lexicon.ts`), in base64.
   */
  frequent: Readonly<Record<string, string>>;
}

/** What the browser must know before it searches. */
export interface Catalogue {
  /** {@link FORM} of the program that wrote it. */
  form: number;
  /** Six letters, made of its content, for the file of {@link Common}. */
  common: string;
  /** The bundles, the newest first. */
  bundles: readonly BundleEntry[];
  /** By base language. */
  lexicons: Readonly<Record<string, LexiconEntry>>;
}

/** What the catalogue tells of a bundle. */
export interface BundleEntry {
  /** Name of its folder. */
  name: string;
  /** Changes whenever the bundle does. */
  tag: string;
  /** First part of its articles' language tag. */
  language: string;
  /** How many articles it holds. */
  articles: number;
  /** Days of the first and the last of them. */
  from: string;
  to: string;
}

/** What the catalogue tells of a language's lexicon. */
export interface LexiconEntry {
  /** Names of the bundles that its blocks count, in their order. */
  bundles: readonly string[];
  /** What the first word of each block begins with, with spaces between them. */
  keys: string;
  /** Six letters for each block, one after the other: its file's name. */
  names: string;
}

/** Path of what is {@link Common} below the folder `pagefind`: JSON, compressed (raw deflate). */
export function commonFile(name: string): string {
  return `common-${name}.stet`;
}

/** Path of a bundle's table below the folder `pagefind`; what follows the `?` makes it another address when the table is another, for caches. */
export function tableFile({ name, tag }: BundleEntry): string {
  return `${name}/${TABLE_FILE}?${tag}`;
}

/** Path of a block below the folder `pagefind`. */
export function blockFile(language: string, name: string): string {
  return `${LEXICON_DIR}/${language}-${name}.stet`;
}
