/**
 * The most attributes that any tag of a page seems to have. parse5 holds each name against all before it, so that a
 * tag of a million would hang it. Told from the letters alone, before anything is parsed; scripts count as they look.
 */
export function mostAttributes(html: string): number {
  let most = 0;
  const tag = /<[a-z]/gi;
  for (let found = tag.exec(html); found !== null; found = tag.exec(html)) {
    const { count, end } = scan(html, found.index + 2);
    most = Math.max(most, count);
    tag.lastIndex = end;
  }
  return most;
}

/** Counts what begins after a space, a slash or a quoted value, up to the end of the tag. */
function scan(html: string, start: number): { count: number; end: number } {
  let count = 0;
  let gap = false;
  for (let at = start; at < html.length; at++) {
    const char = html[at];
    if (char === '>') return { count, end: at };
    if (char === '"' || char === "'") {
      const close = html.indexOf(char, at + 1);
      if (close < 0) return { count, end: at };
      at = close;
      gap = true;
    } else if (char === ' ' || char === '\n' || char === '\t' || char === '\r' || char === '\f' || char === '/') gap = true;
    else if (gap) {
      if (char !== '=') count++;
      gap = false;
    }
  }
  return { count, end: html.length };
}
