import { readMachineDate } from '../date/machine-date.ts';
import { decode } from '../input/decode.ts';
import { allBytes, type Input } from '../input/input.ts';
import type { Item } from '../item.ts';
import { item, refusal } from './reader.ts';

/** A saved web page, also one that SingleFile, a browser or HTTrack wrote its origin into. */
export async function* readPage(input: Input): AsyncGenerator<Item> {
  try {
    const bytes = await allBytes(input);
    const { text, ...decoding } = decode(bytes, { contentType: input.contentType });
    const origin = originOf(text);
    const url = input.url ?? origin.url;
    // When a file was changed does not tell when its page was looked at; when it was fetched does.
    const captured = origin.captured ?? (input.url === undefined ? undefined : input.captured);
    yield item(input, { kind: 'page', html: text, ...(url !== undefined && { url }), ...(captured !== undefined && { captured }) }, bytes, {
      captured,
      decoding,
    });
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
  const captured = date === undefined ? undefined : readMachineDate(date);
  return { ...(url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url) && { url }), ...(captured !== undefined && { captured }) };
}
