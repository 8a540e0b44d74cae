// A character that an address may hold as it is, or one that is encoded already (URL standard, “URL code point”).
const PLAIN = /%[\da-f]{2}|[\w!$&'()*+,\-./:;=?@~\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]|[\ud800-\udbff][\udc00-\udfff]/iy;

/**
 * An address on the web as HTML wants it written: what it may not hold is encoded, as a browser would on the way,
 * and all else stays as it is. Server and fragment are told apart first, for there marks mean something else.
 */
export function webAddress(written: string): string {
  const address = written.trim().replaceAll(/[\t\n\r]/g, '');
  const [, server = '', path = '', query = '', fragment = ''] = /^(https?:[\\/]*[^\\/?#]*)([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/i.exec(address) ?? [];
  if (server === '') return address;
  // A browser takes a backslash for a slash up to the query. A name and a password have no place in what is published.
  const start = server.replaceAll('\\', '/').replace(/\/[^/]*@/, '/') + encode(path.replaceAll('\\', '/'));
  return start + encode(query) + (fragment === '' ? '' : `#${encode(fragment.slice(1))}`);
}

function encode(part: string): string {
  let done = '';
  for (let at = 0; at < part.length; ) {
    PLAIN.lastIndex = at;
    const kept = PLAIN.exec(part)?.[0];
    const char = String.fromCodePoint(part.codePointAt(at) ?? 0);
    done += kept ?? encodeChar(char);
    at += (kept ?? char).length;
  }
  return done;
}

function encodeChar(char: string): string {
  return /[!-~]/.test(char) ? `%${char.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(char.toWellFormed());
}
