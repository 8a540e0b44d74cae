import * as z from 'astro/zod';
import { dateOrDateTime, hasUnprintable, id, isPath, isWebAddress, language, text, webAddress } from './fields.ts';

/** A picture that belongs to an article. */
const image = z.strictObject({
  /**
   * Path below `public/`, starting with `/`, or an address. An address is shown as a picture only where
   * `archive.yml` lists its host in `imageHosts`, else as a link.
   */
  src: text.refine((value) => isPath(value) || isWebAddress(value), { error: 'is neither a path such as /pictures/moscow.jpg nor a web address' }),
  /** What the picture shows, for those who do not see it; empty where it only decorates. */
  alt: z.string().refine((value) => !hasUnprintable(value), { error: 'holds a control character or half a character' }),
  /** Line printed beneath it. */
  caption: text.optional(),
  /** Photographer and agency. */
  credit: text.optional(),
});

/** Frontmatter of `content/articles/YYYY/MM/DD/slug.md`. */
export const articleSchema = z.strictObject({
  /** The headline, as printed (schema.org `headline`). */
  title: text,
  /** Who published it first: id of a file in `content/sources/`. */
  source: id,
  /** First publication, by the source's own clock; its day is the article's day (`datePublished`). */
  date: dateOrDateTime,
  /** Ids of topics; may be empty, may name topics without a file. */
  topics: z.array(id),
  /** The standfirst: one or two sentences (`alternativeHeadline`). */
  deck: text.optional(),
  /** Names as printed, one an entry. */
  authors: z.array(text).default([]),
  /** Address of the original (`isBasedOn`). */
  sourceUrl: webAddress.optional(),
  /** BCP 47; default: the source's, else the archive's. */
  language: language.optional(),
  /** Place the report was filed from. */
  dateline: text.optional(),
  /** Places as people would look them up. */
  places: z.array(text).default([]),
  /** People as people would look them up. */
  people: z.array(text).default([]),
  /** Organizations as people would look them up. */
  organizations: z.array(text).default([]),
  /** Other outlets the text says it relies on: source ids. */
  via: z.array(id).default([]),
  /** When the source last changed it (`dateModified`). */
  updated: dateOrDateTime.optional(),
  /** When the text was taken into the archive. */
  captured: dateOrDateTime.optional(),
  /** `true` where the archivist wrote the title because the original's is not known. */
  suppliedTitle: z.boolean().default(false),
  /** Whether the date was printed (`stated`) or worked out (`inferred`, with `dateNote`). */
  dateBasis: z.enum(['stated', 'inferred']).default('stated'),
  /** From what an inferred date follows. */
  dateNote: text.optional(),
  /** Licence or rights statement. */
  rights: text.optional(),
  /** Earlier addresses of the same article: paths such as `/2019/12/31/old-slug/` or `/news/172997.html`. */
  aliases: z.array(text.refine(isPath, { error: 'is not a path such as /2019/12/31/old-slug/' })).default([]),
  /** Address of the article in this archive that this one is a translation of, such as `/2020/03/05/slug/`. */
  translationOf: text.refine(isPath, { error: 'is not a path such as /2020/03/05/slug/' }).optional(),
  /** The picture that goes with it. */
  image: image.optional(),
});

/** Frontmatter of an article after validation, defaults filled in. */
export type ArticleFields = z.infer<typeof articleSchema>;
