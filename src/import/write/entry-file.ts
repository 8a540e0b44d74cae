import { stringify } from 'yaml';
import { dayOf } from '../../archive/dates.ts';
import type { Entry } from '../entry/make-entry.ts';
import type { SourceFile } from '../entry/sources.ts';
import type { TopicFile } from '../entry/topics.ts';

const YAML = { lineWidth: 0, defaultKeyType: 'PLAIN', aliasDuplicateObjects: false } as const;

/** Folder of the entries that wait, below the content folder. */
export const INBOX = 'inbox';

/** A comment that says why an entry must wait; as long as one is there, it does. */
export const WAITS = /^# Waits: ([^\n]*)\n/gm;

/** Why an entry must wait, as its file says. */
export function waitsOf(written: string): string[] {
  return [...written.matchAll(WAITS)].map(([, reason = '']) => reason.trim());
}

/** An entry as its file. What a person should look at stands in comments above the fields. */
export function entryText({ fields, body, doubts, lacks }: Entry): string {
  const comments = [...lacks.map((reason) => `Waits: ${reason}`), ...doubts].map(
    (reason) => `# ${reason.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').toWellFormed()}\n`,
  );
  return `---\n${comments.join('')}${stringify(fields, YAML)}---\n\n${body}\n`;
}

/** Folder of an entry below the content folder. */
export function entryFolder({ fields, lacks }: Entry): string {
  return lacks.length > 0 ? INBOX : `articles/${dayOf(String(fields.date)).replaceAll('-', '/')}`;
}

/** A source as its file. */
export function sourceText({ name, url, language }: SourceFile): string {
  return stringify({ name, ...(url !== undefined && { url }), ...(language !== undefined && { language }) }, YAML);
}

/** A topic as its file. */
export function topicText({ title, mediaTopic }: TopicFile): string {
  return stringify({ title, ...(mediaTopic !== undefined && { mediaTopic }) }, YAML);
}
