import { addressKey, topicPath } from '../../archive/permalink.ts';
import { isId } from '../../schema/fields.ts';
import { nameKey } from './names.ts';
import { slugOf } from './slug.ts';

/** A topic as its file has it. */
export interface TopicFile {
  id: string;
  title: string;
  mediaTopic?: string;
}

/** A keyword, section or subject as an input names it. */
export interface Named {
  name: string;
  code?: string;
}

/** A topic is called by a few words; in characters. */
const LONGEST = 60;

/** The topics of an archive: finds the one that is meant before one is made. */
export class Topics {
  readonly #byId = new Map<string, TopicFile>();
  readonly #byName = new Map<string, string>();
  readonly #addresses = new Set<string>();

  /** Makes a topic known; `title` is its id where it has no file. */
  add(topic: TopicFile): void {
    this.#byId.set(topic.id, topic);
    this.#addresses.add(addressKey(topicPath(topic.id)));
    for (const key of [nameKey(topic.title), nameKey(topic.id)]) if (key !== '' && !this.#byName.has(key)) this.#byName.set(key, topic.id);
  }

  get(id: string): TopicFile | undefined {
    return this.#byId.get(id);
  }

  /** Topics of an article, `most` at most, those of the archive recognised, others made. */
  take(names: readonly Named[], most: number): string[] {
    const ids = new Set<string>();
    for (const { name, code } of names) {
      if (ids.size >= most) break;
      const title = name.replaceAll(/\s+/g, ' ').replace(/^#/, '').trim();
      const known = this.#byName.get(nameKey(title));
      if (known !== undefined) ids.add(known);
      else {
        const topic = this.#make(title, code);
        if (topic === undefined) continue;
        ids.add(topic.id);
      }
    }
    return [...ids];
  }

  #make(title: string, code: string | undefined): TopicFile | undefined {
    const id = slugOf(title);
    if (title.length > LONGEST || !isId(id)) return undefined;
    if (this.#addresses.has(addressKey(topicPath(id)))) return undefined;
    const mediaTopic = code !== undefined && /^(?:medtop:)?\d{8}$/.test(code) ? `medtop:${code.slice(-8)}` : undefined;
    const topic = {
      id,
      title: /^\p{Ll}/u.test(title) && !/\p{Lu}/u.test(title) ? title.charAt(0).toUpperCase() + title.slice(1) : title,
      ...(mediaTopic !== undefined && { mediaTopic }),
    };
    this.add(topic);
    return topic;
  }
}
