import { INBOX } from '../write/entry-file.ts';

/** The command that takes what waits in the inbox into the archive; `contentDir` is the content folder as the person would write it. */
export function inboxCommand(contentDir: string): string {
  return `npx stet import ${quoted(`${contentDir}/${INBOX}`)}${contentDir === 'content' ? '' : ` --content ${quoted(contentDir)}`}`;
}

function quoted(path: string): string {
  return /^[\w./@:+-]+$/.test(path) ? path : `"${path}"`;
}
