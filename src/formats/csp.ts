import { hash } from 'node:crypto';

/** What a page's own policy depends on. */
export interface PolicyOptions {
  /** Other hosts that pictures may be loaded from. */
  imageHosts: readonly string[];
  /** Whether the page runs the search, which is a script and a worker. */
  search: boolean;
  /** Scripts that stand in the page itself; they may load others of the site's own. Default: none. */
  inline?: readonly string[];
}

/**
 * Content Security Policy of a page, for a `<meta>`: nothing runs but the site's own scripts,
 * and nothing comes from elsewhere but pictures from hosts that the publisher lists. `data:` pictures
 * are the site's icon; article text cannot bring any, for its pipeline drops them.
 */
export function contentSecurityPolicy({ imageHosts, search, inline = [] }: PolicyOptions): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    `img-src 'self' data:${imageHosts.map((host) => ` https://${host}`).join('')}`,
    // No script of a page makes use of it, but auditing tools fetch robots.txt from within the page.
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    ...(search ? ["script-src 'self'", "worker-src 'self'"] : []),
    ...(inline.length === 0 ? [] : [`script-src 'self' ${inline.map(digestSource).join(' ')}`]),
  ].join('; ');
}

/** How a policy names a script that stands in the page. */
export function digestSource(script: string): string {
  return `'sha256-${hash('sha256', script, 'base64')}'`;
}
