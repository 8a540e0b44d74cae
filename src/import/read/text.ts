import { readDate } from '../date/read-date.ts';
import { decode } from '../input/decode.ts';
import { allBytes, type Input } from '../input/input.ts';
import { type Draft, type Item, said } from '../item.ts';
import { item, nothing, refusal } from './reader.ts';

/** Plain text with the headline on its first line. */
export async function* readText(input: Input): AsyncGenerator<Item> {
  try {
    const bytes = await allBytes(input);
    const { text, ...decoding } = decode(bytes, { contentType: input.contentType });
    const draft = textDraft(text);
    if (draft === undefined) yield nothing(input, 'It has no text.');
    else yield item(input, { kind: 'article', draft }, bytes, { decoding });
  } catch (error) {
    yield refusal(input, error);
  }
}

/** The longest headline, in characters; a longer first line is the beginning of the text. */
const LONGEST_HEADLINE = 200;

/** Takes a plain text apart: headline, then what stands alone on short lines below it (date, byline, address), then text. */
export function textDraft(written: string): Draft | undefined {
  const lines = written.replaceAll(/\r\n?/g, '\n').split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return undefined;
  const rest = lines.slice(first + 1);
  const start = (lines[first] ?? '').replace(/^#\s+/, '').trim();
  const isHeadline =
    start.length <= LONGEST_HEADLINE &&
    rest.some((line) => line.trim() !== '') &&
    !/[.!。؟।]["”»’)]?$/.test(start.length > 100 ? start : start.replace(/[!…?]$|\.\.\.$/, ''));
  const draft: Draft = { text: '', markup: 'plain', keywords: [], doubts: [] };
  let from = first;
  if (isHeadline) {
    draft.headline = said(start, 'first line');
    from = first + 1;
    for (let looked = 0; looked < 6 && from < lines.length; looked += 1, from += 1) {
      const line = (lines[from] ?? '').trim();
      if (line === '') continue;
      if (!takeFact(draft, line)) break;
    }
  }
  // A hard-wrapped text and one with a paragraph a line look alike to Markdown, which joins lines; they are told apart later.
  draft.text = lines.slice(from).join('\n').trim();
  if (draft.text === '')
    draft.text = lines
      .slice(first + 1)
      .join('\n')
      .trim();
  return draft;
}

// “6. März”, “5 Sept. 2020”, “Thu. March 5” and “6:20 p. m. EST” have stops that end no sentence.
const SENTENCE_END = /(?<=\s[\p{L}\p{M}]{3,}|\p{Nd}{3,})\.\s+[^\p{Nd}\s]|[!?]\s+\S/u;

/** Whether a line with a date goes on to tell of something: three words or more after its last figure, as no time zone or “local time” has. */
function isSentence(line: string): boolean {
  const after = /[^\p{Nd}]*$/u.exec(line)?.[0] ?? '';
  return SENTENCE_END.test(line) || (after.match(/(?<![\p{L}\p{M}])(?:\p{Ll}{3,}|[\p{Lo}\p{M}]{2,})/gu) ?? []).length > 2;
}

function takeFact(draft: Draft, line: string): boolean {
  if (line.length > 120) return false;
  const address = /^(?:(?:source|url|link|address)\s*:\s*)?(https?:\/\/\S+)$/i.exec(line)?.[1];
  if (address !== undefined && URL.canParse(address)) draft.address ??= said(address, 'text below the headline');
  else if (/^(?:by|von|par|por|di|автор:?)\s+\p{Lu}/u.test(line) || /^by\s+\p{Lu}/iu.test(line))
    draft.authors ??= said(line.replace(/^\S+\s+/, '').split(/,\s+|\s+(?:and|und|et|y|e|и|&)\s+/), 'text below the headline');
  else if (line.length <= 60 && readDate(line) !== undefined && !isSentence(line)) draft.date ??= said(readDate(line) ?? '', 'text below the headline');
  else return false;
  return true;
}
