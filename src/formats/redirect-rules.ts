/** A rule of a host: who asks for one path is sent to another, or told that it is gone. */
export interface RedirectRule {
  /** Paths from the server's root, percent-encoded. */
  from: string;
  to: string;
  status: 301 | 302 | 410;
}

/**
 * Script of a page that leads on: takes along the paragraph or quotation that was asked for, which a
 * `refresh` loses. The policy in `public/_headers` names its digest; the other page stands in `data-to`.
 */
export const LEAD_ON = 'location.replace(document.currentScript.dataset.to+location.search+location.hash)';

/**
 * Rules for hosts that read a file `_redirects` (Netlify, Cloudflare Pages). A page stands at each of
 * these addresses, too, for those who do not. Netlify would serve that page, but for the exclamation mark;
 * Cloudflare Pages leaves a line with one out, and takes the next. It knows no 410, and serves the page.
 */
export function redirectRules(rules: readonly RedirectRule[]): string {
  return rules.map(({ from, to, status }) => `${from} ${to} ${status}!\n${status === 410 ? '' : `${from} ${to} ${status}\n`}`).join('');
}
