import { hasUnprintable } from '../../schema/fields.ts';

/** A text without what no page can show, which is told in `notes`. Words are never changed. */
export function printable(text: string, notes: string[] = []): string {
  const unified = text.replaceAll(/\r\n?|[\u0085\u2028]/g, '\n').replaceAll(/[\u000b\u000c\u2029]/g, '\n\n');
  if (!hasUnprintable(unified)) return unified;
  const cleaned = unified.replaceAll(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '');
  const count = unified.length - cleaned.length;
  notes.push(`${count} control ${count === 1 ? 'character that no page can show was' : 'characters that no page can show were'} left out.`);
  return cleaned;
}
