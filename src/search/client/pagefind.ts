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
  createInstance(options: { basePath: string; baseUrl: string; ranking: object }): Pagefind;
}

/**
 * Loads Pagefind from the folder of its index. `attempt` counts from 0: browsers remember that a module
 * could not be loaded and do not ask again for the same address.
 */
export async function loadPagefind(base: string, attempt: number): Promise<Pagefind> {
  const folder = `${base}pagefind/`;
  const module = (await import(/* @vite-ignore */ `${folder}pagefind.js${attempt > 0 ? `?${attempt}` : ''}`)) as PagefindModule;
  // Only articles with the very words are taken (see the engine), so longer words must not decide their order.
  return module.createInstance({ basePath: folder, baseUrl: base, ranking: { termSimilarity: 4 } });
}
