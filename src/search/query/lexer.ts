/** A piece of what was typed. */
export type Token =
  | { kind: 'word'; text: string }
  | { kind: 'quote'; text: string; closed: boolean; within?: number }
  /** A name with a colon right before something else: `title:`. */
  | { kind: 'field'; text: string; name: string }
  | { kind: 'open' | 'close' | 'minus' | 'or' | 'and'; text: string };

const QUOTE = /["“”„‟«»「」『』]/;
const PIECES = new RegExp(
  [
    '(?<space>\\s+)',
    // A quotation that is not closed goes to the end.
    '["“”„‟](?<double>[^"“”„‟]*)(?<doubleEnd>["“”‟]?)',
    '[«»](?<angle>[^«»]*)(?<angleEnd>[«»]?)',
    '「(?<corner>[^」]*)(?<cornerEnd>」?)',
    '『(?<corners>[^』]*)(?<cornersEnd>』?)',
    '(?<paren>[()])',
    '(?<bar>\\|)',
    '(?<=^|[\\s(|])(?<minus>[-−])(?=\\S)',
    '(?<name>[A-Za-z]+):(?=[^\\s):/])',
    `(?<word>[^\\s()|${QUOTE.source.slice(1, -1)}]+)`,
    // Closing marks alone.
    '.',
  ].join('|'),
  'gsu',
);
const WITHIN = /~(\d{1,3})(?!\d)/y;

/** Takes apart what was typed; nothing is left out but spaces and stray quotation marks. */
export function lex(typed: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < typed.length) {
    PIECES.lastIndex = at;
    const match = PIECES.exec(typed);
    if (match === null) break;
    at = match.index + match[0].length;
    const { groups = {}, 0: text } = match;
    const quote = groups.double ?? groups.angle ?? groups.corner ?? groups.corners;
    if (quote !== undefined) {
      const closed = (groups.doubleEnd ?? groups.angleEnd ?? groups.cornerEnd ?? groups.cornersEnd) !== '';
      WITHIN.lastIndex = at;
      const within = closed ? WITHIN.exec(typed) : null;
      if (within !== null) at += within[0].length;
      tokens.push({ kind: 'quote', text: quote, closed, ...(within !== null && { within: Number(within[1]) }) });
    } else if (groups.paren !== undefined) tokens.push({ kind: groups.paren === '(' ? 'open' : 'close', text });
    else if (groups.bar !== undefined) tokens.push({ kind: 'or', text });
    else if (groups.minus !== undefined) tokens.push({ kind: 'minus', text });
    else if (groups.name !== undefined) tokens.push({ kind: 'field', text, name: groups.name.toLowerCase() });
    else if (groups.word !== undefined) tokens.push(wordToken(text));
  }
  return tokens;
}

function wordToken(text: string): Token {
  if (text === 'OR') return { kind: 'or', text };
  if (text === 'AND') return { kind: 'and', text };
  if (text === 'NOT') return { kind: 'minus', text };
  return { kind: 'word', text };
}
