import { describe, expect, test } from 'vitest';
import type { Article } from '../archive/article.ts';
import type { PlannedProduct } from './products.ts';
import { parseShard, shareOf } from './shard.ts';

describe('--shard', () => {
  test.each(['1/1', '3/8', '8/8'])('%s is one', (text) => {
    const [at, of] = text.split('/').map(Number);
    expect(parseShard(text)).toEqual({ at, of });
  });
  test.each(['', '0/8', '9/8', '3', '3/', '3/8/1', '-1/8', '1.5/8', ' 1/8', '1/0', '01/8'])('%j is none', (text) => {
    expect(parseShard(text)).toBeUndefined();
  });
});

describe('shares', () => {
  const page = (name: string): PlannedProduct => ({ name, key: '', recipe: { kind: 'page', page: { path: name, route: '/', key: '' } } });
  const bundle = (name: string, articles: number): PlannedProduct => ({
    name,
    key: '',
    recipe: { kind: 'bundle', task: { articles: Array.from({ length: articles }, () => ({}) as Article) } as never },
  });
  const products = [
    ...Array.from({ length: 5300 }, (_, at) => page(`/${at}/`)),
    ...[900, 700, 700, 120, 3].map((articles, at) => bundle(`search:${at}`, articles)),
    { name: 'public:a', key: '', recipe: { kind: 'copy', from: 'a', to: 'a' } } satisfies PlannedProduct,
  ];

  test.each([1, 2, 3, 8])('of %d hold every page and bundle once', (of) => {
    const shares = Array.from({ length: of }, (_, at) => shareOf(products, { at: at + 1, of }).map(({ name }) => name));
    expect(shares.flat().sort()).toEqual(
      products
        .slice(0, -1)
        .map(({ name }) => name)
        .sort(),
    );
  });

  test('are about as large as each other', () => {
    const load = (share: readonly PlannedProduct[]) =>
      share.reduce((sum, { recipe }) => sum + (recipe.kind === 'bundle' ? 4 * recipe.task.articles.length : 1), 0);
    const loads = [1, 2, 3].map((at) => load(shareOf(products, { at, of: 3 })));
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThan(1500);
  });
});
