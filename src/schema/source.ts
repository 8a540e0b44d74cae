import * as z from 'astro/zod';
import { language, text, webAddress } from './fields.ts';

/** `content/sources/ID.yml`: who published an article first. */
export const sourceSchema = z.strictObject({
  /** Name as it calls itself. */
  name: text,
  /** Its home page. */
  url: webAddress.optional(),
  /** BCP 47; language of its articles that name none. Default: the archive's. */
  language: language.optional(),
  /** Where it is based: ISO 3166-1 alpha-2, such as `IR`. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: 'is not a country code of two capitals such as IR' })
    .optional(),
  /** A sentence or two about it. */
  description: text.optional(),
});

/** A source's file after validation. */
export type SourceFields = z.infer<typeof sourceSchema>;
