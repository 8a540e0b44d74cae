/** What a reader looked for, kept in the browser's tab for the article that they open from the hits. */
const KEY = 'found';

/** Remembers the query with which an article was found, for the page that is opened next. */
export function rememberFound(path: string, text: string): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ path, text }));
  } catch (error) {
    // Where a browser keeps nothing, the article opens without marks.
    if (!(error instanceof DOMException)) throw error;
  }
}

/** The query that led to a page: the one in its address, or the one that was remembered for it. */
export function recallFound({ pathname, search }: Location): string | undefined {
  const own = new URLSearchParams(search).get('found');
  if (own !== null) return own;
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as { path?: string; text?: string };
    return kept.path === pathname ? kept.text : undefined;
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
