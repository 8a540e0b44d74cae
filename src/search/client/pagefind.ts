/** The part of Pagefind's browser API that is used here, as version 1.6 has it. */
export interface Pagefind {
  search(text: string | null): Promise<{ results: PagefindResult[] }>;
  destroy(): Promise<void>;
}

/** One article found. */
export interface PagefindResult {
  id: string;
  /** Positions of the words found, in `content` cut at spaces. */
  words: number[];
  data(): Promise<{ url: string; content: string }>;
}

interface PagefindModule {
  createInstance(options: object): Pagefind & { mergeIndex(folder: string, options: object): Promise<void> };
}

/**
 * Loads Pagefind with some bundles, each from its folder. `attempt` counts from 0: browsers remember that
 * a module could not be loaded and do not ask again for the same address.
 * @param base Path that the site is published under.
 */
export async function loadPagefind(base: string, bundles: readonly { folder: string; tag: string }[], attempt: number): Promise<Pagefind> {
  const module = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js${attempt > 0 ? `?${attempt}` : ''}`)) as PagefindModule;
  // Only articles with the very words are taken (see the engine), so longer words must not decide their order.
  const [primary, ...others] = bundles.map(({ folder, tag }) => [folder, { baseUrl: base, ranking: { termSimilarity: 4 }, metaCacheTag: tag }] as const);
  if (primary === undefined) throw new Error('The archive has no search bundle.');
  const pagefind = module.createInstance({ basePath: primary[0], ...primary[1] });
  await Promise.all(others.map(([folder, options]) => pagefind.mergeIndex(folder, options)));
  return pagefind;
}
