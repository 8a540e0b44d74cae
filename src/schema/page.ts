import * as z from 'astro/zod';
import { language, text } from './fields.ts';

/** Frontmatter of `content/pages/NAME.md`: about, policies. */
export const pageSchema = z.strictObject({
  /** Heading and name of the page. */
  title: text,
  /** A sentence for search engines and link previews. */
  description: text.optional(),
  /** BCP 47; default: the archive's. */
  language: language.optional(),
});

/** Frontmatter of a page after validation. */
export type PageFields = z.infer<typeof pageSchema>;
