/** A rule of a host: who asks for one path is sent to another, or told that it is gone. */
export interface RedirectRule {
  /** Paths from the server's root, percent-encoded. */
  from: string;
  to: string;
  status: 301 | 302 | 410;
}

/**
 * Rules for hosts that read a file `_redirects` (Netlify, Cloudflare Pages). A page stands at each of
 * these addresses, too, for those who do not. The exclamation mark, Netlify's, puts the status before
 * the page; Cloudflare Pages knows no 410, leaves such a line out, and serves the page.
 */
export function redirectRules(rules: readonly RedirectRule[]): string {
  return rules.map(({ from, to, status }) => `${from} ${to} ${status}${status === 410 ? '!' : ''}\n`).join('');
}
