import { readDate } from '../date/read-date.ts';
import { decode } from '../input/decode.ts';
import { allBytes, type Input } from '../input/input.ts';
import type { Item } from '../item.ts';
import { item, refusal } from './reader.ts';

/** A saved web page, also one that SingleFile, a browser or HTTrack wrote its origin into. */
export async function* readPage(input: Input): AsyncGenerator<Item> {
  try {
    const bytes = await allBytes(input);
    const { text, notes } = decode(bytes, { http: /charset\s*=\s*"?([\w.:-]+)/i.exec(input.contentType ?? '')?.[1] });
    const origin = originOf(text);
    const url = input.url ?? origin.url;
    yield item(
      input,
      { kind: 'page', html: text, ...(url !== undefined && { url }), ...(origin.captured !== undefined && { captured: origin.captured }) },
      bytes,
      { captured: origin.captured, notes },
    );
  } catch (error) {
    yield refusal(input, error);
  }
}

/** Where a page says that it was saved from, and when: what savers write into a comment at its top. */
export function originOf(html: string): { url?: string; captured?: string } {
  const start = html.slice(0, 8192);
  const single = /<!--\s*Page saved with SingleFile[\s\S]*?-->/i.exec(start)?.[0];
  const browser = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i.exec(start)?.[1];
  const mirror = /<!--\s*Mirrored from (\S+) by HTTrack[^,]*,(.*?)-->/i.exec(start);
  const url = (single && /\burl:\s*(\S+)/i.exec(single)?.[1]) ?? browser ?? (mirror?.[1] && `http://${mirror[1]}`);
  const date = (single && /\bsaved date:\s*([^\n]+?)\s*(?:\n|-->)/i.exec(single)?.[1]) ?? mirror?.[2];
  const captured = date === undefined ? undefined : readDate(javascriptDate(date));
  return { ...(url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url) && { url }), ...(captured !== undefined && { captured }) };
}

// `Tue May 12 2020 12:00:00 GMT+0200 (Central European Summer Time)`, as JavaScript writes a date.
function javascriptDate(date: string): string {
  const found = /^\w{3} (\w{3}) (\d{1,2}) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})/.exec(date.trim());
  return found === null ? date : `${found[2]} ${found[1]} ${found[3]} ${found[4]} ${found[5]}`;
}
