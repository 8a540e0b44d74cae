import * as z from 'astro/zod';
import { text } from './fields.ts';

/** What `content/gone.yml` says of an address at which nothing stands any more. */
const tombstone = z.strictObject({
  /** Why it is gone; shown at its address. */
  reason: text,
  /** What stood there, such as its headline; leave it out where that must not be told. */
  title: text.optional(),
});

/** `content/gone.yml`: by address, such as `/2020/03/05/slug/`, why nothing stands there any more. */
export const goneSchema = z.record(z.string(), tombstone);

/** A tombstone after validation. */
export type GoneFields = z.infer<typeof tombstone>;
