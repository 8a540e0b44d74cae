import type { PlannedProduct } from './products.ts';

/** One of several machines that a build is spread over: `3/8` is the third of eight. */
export interface Shard {
  at: number;
  of: number;
}

/** Reads what `--shard` says; undefined where it makes no sense. */
export function parseShard(text: string): Shard | undefined {
  const [, at, of] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? [];
  const shard = { at: Number(at), of: Number(of) };
  return shard.at <= shard.of ? shard : undefined;
}

/** Pages that are dealt together: neighbours in time show the same articles. */
const PAGES_AT_A_TIME = 20;

/** How many pages are rendered in the time that an article of a search bundle takes, measured on an archive of 10,000. */
const PAGES_PER_INDEXED = 4;

/**
 * What one machine makes: its share of pages and search bundles. Every machine deals out the same plan, so they need
 * not talk to each other. What takes no time is not dealt, but made where the shares are merged.
 */
export function shareOf(products: readonly PlannedProduct[], { at, of }: Shard): PlannedProduct[] {
  const loads = Array.from({ length: of }, () => 0);
  const share: PlannedProduct[] = [];
  const deal = (together: readonly PlannedProduct[], load: number) => {
    const least = loads.indexOf(Math.min(...loads));
    loads[least] = (loads[least] ?? 0) + load;
    if (least === at - 1) share.push(...together);
  };
  const bundles = products.flatMap((product) => (product.recipe.kind === 'bundle' ? [{ product, articles: product.recipe.task.articles.length }] : []));
  bundles.sort((a, b) => b.articles - a.articles || (a.product.name < b.product.name ? -1 : 1));
  for (const { product, articles } of bundles) deal([product], articles * PAGES_PER_INDEXED);
  const pages = products.filter(({ recipe }) => recipe.kind === 'page');
  for (let from = 0; from < pages.length; from += PAGES_AT_A_TIME) {
    const together = pages.slice(from, from + PAGES_AT_A_TIME);
    deal(together, together.length);
  }
  return share;
}
