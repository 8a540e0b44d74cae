import PostalMime from 'postal-mime';
import { readMachineDate } from '../date/machine-date.ts';
import { decode } from '../input/decode.ts';
import { allBytes, type Input } from '../input/input.ts';
import type { Item } from '../item.ts';
import { Refusal } from '../limits.ts';
import { item, refusal } from './reader.ts';

/** A page that a browser saved with all its parts in one file (MHTML, RFC 2557). */
export async function* readMhtml(input: Input): AsyncGenerator<Item> {
  try {
    const bytes = await allBytes(input);
    // Headers are ASCII; bodies are looked at as bytes.
    const message = Buffer.from(bytes).toString('latin1').trimStart();
    const { headers, body } = takeApart(message);
    const page = firstPage(headers, body);
    if (page === undefined) throw new Refusal('There is no HTML page among its parts.');
    const html = await unpack(page);
    const { text, ...decoding } = decode(html, { contentType: header(page.headers, 'content-type') });
    const url = [header(headers, 'snapshot-content-location'), header(page.headers, 'content-location'), header(headers, 'content-location')].find(
      (each) => each !== undefined && /^https?:/i.test(each),
    );
    const captured = readMachineDate(header(headers, 'date') ?? '');
    yield item(input, { kind: 'page', html: text, ...(url !== undefined && { url }), ...(captured !== undefined && { captured }) }, bytes, {
      captured,
      decoding,
    });
  } catch (error) {
    yield refusal(input, error);
  }
}

interface Part {
  headers: string;
  body: string;
}

function takeApart(part: string): Part {
  const end = /\r?\n\r?\n/.exec(part);
  return end === null ? { headers: part, body: '' } : { headers: part.slice(0, end.index), body: part.slice(end.index + end[0].length) };
}

function header(headers: string, name: string): string | undefined {
  const unfolded = headers.replaceAll(/\r?\n[ \t]+/g, ' ');
  return new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(unfolded)?.[1]?.trim();
}

/** The page itself: frames and adverts are HTML too, and come after it. */
function firstPage(headers: string, body: string, depth = 0): Part | undefined {
  const type = header(headers, 'content-type') ?? '';
  if (/^text\/html|^application\/xhtml/i.test(type)) return { headers, body };
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined || depth > 4) return undefined;
  for (const piece of body.split(`--${mark}`).slice(1)) {
    const part = takeApart(piece.replace(/^[ \t]*\r?\n/, ''));
    const found = firstPage(part.headers, part.body, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A part's bytes, its transfer encoding undone. */
async function unpack({ headers, body }: Part): Promise<Uint8Array> {
  const encoding = header(headers, 'content-transfer-encoding') ?? '8bit';
  const message = `Content-Type: application/octet-stream\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`;
  const { attachments } = await PostalMime.parse(Buffer.from(message, 'latin1'));
  const content = attachments[0]?.content;
  if (content === undefined) throw new Refusal('Its page cannot be unpacked.');
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}
