import * as z from 'astro/zod';
import { id, text } from './fields.ts';

/** `content/topics/ID.yml`, optional: without one a topic goes by its id. */
export const topicSchema = z.strictObject({
  /** Name of the topic. */
  title: text,
  /** What belongs to it. */
  description: text.optional(),
  /** Id of the topic that it is part of. */
  broader: id.optional(),
  /** IPTC Media Topic code, such as `medtop:16000000`. */
  mediaTopic: z
    .string()
    .regex(/^medtop:\d{8}$/, { error: 'is not an IPTC code such as medtop:16000000' })
    .optional(),
});

/** A topic's file after validation. */
export type TopicFields = z.infer<typeof topicSchema>;
