// What is added to an address to count who follows it; none of it leads elsewhere.
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|ref_src|cmpid|ito|ocid|smid|sr_share|feature|spm|yclid|_hs\w+|at_(?:medium|campaign)\w*|ns_\w+|src|source|xtor|wt_\w+|partner|rss)$/i;

/** An address as it is compared: two that lead to the same article have the same key, however they are served or followed. */
export function addressKeyOf(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  const host = url.hostname.replace(/^(?:www\d?|m|mobile|amp)\./, '');
  const path = decode(url.pathname)
    .replaceAll(/\/{2,}/g, '/')
    .replace(/\/(?:amp|index\.(?:html?|php))?\/?$/i, '')
    .replace(/\.amp(?=\.html?$|$)/i, '');
  const query = [...url.searchParams]
    .filter(([name]) => !TRACKING.test(name) && name !== 'amp')
    .sort(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  // The page of a single-page site may be told by its fragment alone.
  const fragment = /^#!?\//.test(url.hash) ? url.hash : '';
  return `${host}${path}${query === '' ? '' : `?${query}`}${fragment}`.normalize('NFC');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

/** Whether an address is that of a whole site, which a page wrongly gives as its own. */
export function isSiteAddress(key: string): boolean {
  return !/[/?#]/.test(key);
}
