/** What a page's own policy depends on. */
export interface PolicyOptions {
  /** Other hosts that pictures may be loaded from. */
  imageHosts: readonly string[];
  /** Whether the page runs the search, which is a script, a worker and WebAssembly. */
  search: boolean;
}

/**
 * Content Security Policy of a page, for a `<meta>`: nothing runs but the search page's own script,
 * and nothing comes from elsewhere but pictures from hosts that the publisher lists. `data:` pictures
 * are the site's icon; article text cannot bring any, for its pipeline drops them.
 */
export function contentSecurityPolicy({ imageHosts, search }: PolicyOptions): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    `img-src 'self' data:${imageHosts.map((host) => ` https://${host}`).join('')}`,
    // No script of a page makes use of it, but auditing tools fetch robots.txt from within the page.
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    ...(search ? ["script-src 'self' 'wasm-unsafe-eval'", "worker-src 'self' blob:"] : []),
  ].join('; ');
}
