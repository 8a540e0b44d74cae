import * as z from 'astro/zod';
import { language, text, webAddress } from './fields.ts';

/** `content/archive.yml`: facts of the whole archive. */
export const archiveSchema = z.strictObject({
  /** Name of the archive; stands on every page. */
  title: text,
  /** What it holds, in a sentence or two. */
  description: text,
  /** Where it is published; a path makes it the base path. `--url` overrides it. */
  url: webAddress,
  /** BCP 47 tag of articles and sources that name none. */
  language,
  /**
   * What makes feed ids this archive's own; default: `title`. Set it before the title changes:
   * readers' programs would take every old entry for a new one.
   */
  id: text.optional(),
  /** Who answers for the archive, a person or an institution. */
  publisher: text.optional(),
  /** Where to write about it; shown on the about page. */
  email: z.email({ error: 'is not an e-mail address' }).optional(),
  /** Address of the gateway that answers OAI-PMH harvesters from `/oai.xml`, such as `https://gateway.example.org/oai`. Default: none. */
  oaiGateway: webAddress.optional(),
  /** Up to so many articles each has a picture of its own for links to it (Open Graph), a file more of each. Default: 0, one a source. */
  articleCards: z.int().min(0).default(0),
  /** Licence of what the archive itself adds (metadata, notes); articles carry their own. */
  rights: text.optional(),
  /** Other hosts that pictures may be loaded from, such as `images.example.org`. Default: none. */
  imageHosts: z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/, { error: 'is not a host name such as images.example.org' })).default([]),
});

/** `archive.yml` after validation. */
export type ArchiveFields = z.infer<typeof archiveSchema>;
