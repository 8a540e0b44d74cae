import { plain } from '../page/main-article.ts';

const MARKS = /\s+[|\-–—·•:»«›/~:]+\s+|\s*[|»]\s*|\s+::\s+/g;

/** A title without the name of its site, or a section of it, that stands before or behind it. */
export function withoutSite(title: string, sites: readonly string[], url: string | undefined): string {
  const names = new Set(sites.map((site) => plain(site).replaceAll(' ', '')));
  const host = URL.parse(url ?? '')?.hostname.replace(/^www\./, '') ?? '';
  let rest = title;
  for (let step = 0; step < 3; step++) {
    const marks = [...rest.matchAll(MARKS)];
    const last = marks.at(-1);
    const first = marks[0];
    if (last === undefined || first === undefined) return rest;
    const tail = rest.slice(last.index + last[0].length);
    const head = rest.slice(0, first.index);
    if (isSite(tail, names, host) && last.index > 0) rest = rest.slice(0, last.index).trim();
    else if (isSite(head, names, host)) rest = rest.slice(first.index + first[0].length).trim();
    else return rest;
  }
  return rest;
}

function isSite(part: string, names: ReadonlySet<string>, host: string): boolean {
  const own = plain(part).replaceAll(' ', '');
  if (own.length < 2) return own === '';
  if (names.has(own)) return true;
  // “BBC News” of bbc.co.uk, “The Daily Star” of thedailystar.net, “NYTimes.com”
  const server = host.replace(/\.(?:com?|net|org|gov|ac|edu)?\.?[a-z]{2,6}$/, '').replaceAll(/[^\p{L}\p{N}]/gu, '');
  const words = plain(part).split(' ');
  if (
    words.length <= 4 &&
    server.length > 2 &&
    (own.replace(/^the/, '').startsWith(server.replace(/^the/, '')) || own === host.replaceAll(/[^\p{L}\p{N}]/gu, ''))
  )
    return true;
  return (
    words.length <= 6 &&
    own.length > 3 &&
    (server.endsWith(own) || [...names].some((name) => name.length > 3 && (own.startsWith(name) || (own.length > 5 && name.startsWith(own)))))
  );
}
