import { useBrowser, type Visit, type VisitOptions } from './visit.ts';

/** The search page in a browser; its hooks are those of the contract. */
export interface SearchVisit extends Visit {
  /** Resolves when there is an answer. */
  done(): Promise<void>;
  state(): Promise<string | null>;
  /** What stands where the number of hits is. */
  count(): Promise<string>;
  /** Where the hits lead. */
  links(): Promise<(string | null)[]>;
}

/** Gives a test file the search page of a site. The function that comes back opens it with a query string, and waits for the answer if there is one. */
export function useSearch(origin: string): (query: string, path?: string, options?: VisitOptions) => Promise<SearchVisit> {
  const visit = useBrowser();
  return async (query, path = '/search/', options) => {
    const made = await visit(`${origin.replace(/\/$/, '')}${path}${query}`, options);
    const { page } = made;
    const done = () => page.locator('[data-search-state=done]').waitFor();
    if (query !== '') await done();
    return {
      ...made,
      done,
      state: () => page.locator('[data-search-state]').getAttribute('data-search-state'),
      count: async () => (await page.locator('[data-search-count]').textContent()) ?? '',
      links: () => page.locator('[data-search-results] > li').evaluateAll((hits) => hits.map((hit) => hit.querySelector('a')?.getAttribute('href') ?? null)),
    };
  };
}
