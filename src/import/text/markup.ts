import { decodeHTML } from 'entities';

const TAG = /<\/?[a-z][^<>]*>|<!--[\s\S]*?-->/gi;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;

/** Whether a text that may be HTML or not is. */
export function looksLikeMarkup(text: string): boolean {
  return (
    /<(?:\/?(?:p|br|div|a|b|i|em|strong|span|ul|ol|li|img|h[1-6]|blockquote|table|figure|pre|code|section|article)\b[^<>]*)>/i.test(text) || ENTITY.test(text)
  );
}

/** A headline, name or other short text in plain letters on one line, though it was written as HTML, or twice escaped. */
export function plainTitle(written: string): string {
  let text = written;
  // `&amp;lt;b&amp;gt;`: once for HTML, once more for XML.
  for (let times = 0; times < 2 && (ENTITY.test(text) || TAG.test(text)); times += 1) {
    TAG.lastIndex = 0;
    text = decodeHTML(text.replaceAll(TAG, ''));
  }
  return text.replaceAll(/\s+/g, ' ').trim();
}
