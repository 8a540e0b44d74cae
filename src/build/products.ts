import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '../archive/archive.ts';
import { type Addresses, makeAddresses } from '../archive/permalink.ts';
import { ContentError } from '../errors.ts';
import { redirectRules } from '../formats/redirect-rules.ts';
import { formerVersions, type Ledger } from '../ledger/ledger.ts';
import { type Bundle, planBundles } from '../search/bundles.ts';
import type { BundleEntry, Names } from '../search/catalogue.ts';
import { baseLanguage } from '../search/stem.ts';
import { fileOf, type PlannedPage, planPages } from '../site/plan.ts';
import { redirectsOf } from '../site/redirects.ts';
import type { Settings } from '../site/settings.ts';
import { listPublic, PUBLIC_DIR } from './listing.ts';
import type { Product } from './manifest.ts';
import { listOutput } from './output.ts';
import type { IndexTask } from './tasks.ts';
import { PARTS, programKey, type Template } from './template.ts';

/** How a product is made. */
export type Recipe =
  | { kind: 'page'; page: PlannedPage }
  | { kind: 'bundle'; task: IndexTask }
  | { kind: 'copy'; from: string; to: string }
  | { kind: 'text'; text: string; to: string }
  /** The lexicon, the names and the catalogue of all bundles; the newest first. */
  | { kind: 'lexicon'; bundles: readonly LexiconBundle[]; names: Names };

/** A bundle as the catalogue tells of it, the file of its vocabulary, and the keys of its parts. */
export interface LexiconBundle extends BundleEntry {
  vocabulary: string;
  parts: readonly string[];
}

/** A product that a site is to have. */
export interface PlannedProduct extends Omit<Product, 'files'> {
  recipe: Recipe;
}

/** Products that are planned together; see `site/plan.ts`. */
export interface ProductGroup {
  name: string;
  /** Digest of all that decides what its products are: where it has not changed, none of them has. */
  key: string;
  products(): PlannedProduct[];
}

/** What products are planned from. */
export interface PlanOptions {
  archive: Archive;
  ledger: Ledger;
  settings: Settings;
  template: Template;
  /** Digest of what every page depends on. */
  base: string;
}

const RULES = '_redirects';

/** Name of the lexicon and catalogue among products. */
export const LEXICON = 'search:lexicon';

/** Parts of the program that decide what is in a search bundle. */
const INDEXER = ['archive', 'content', 'markdown', 'schema', 'search'];

/** Everything that the finished site is made of, but for its search. */
export function planProducts({ archive, ledger, settings, template, base }: PlanOptions): ProductGroup[] {
  const addresses = makeAddresses(settings.url.href);
  const pages = planPages(archive, addresses, (article) => formerVersions(ledger, article)).map(
    (group): ProductGroup => ({
      name: group.name,
      key: `${base} ${group.key}`,
      products: () => group.pages().map((page) => ({ name: page.path, key: `${base} ${page.key}`, recipe: { kind: 'page', page } })),
    }),
  );
  const assets = join(template.dir, PARTS.assets);
  const copies = [
    ...listOutput(assets).map((file) => ({ name: `asset:${file}`, key: template.key, recipe: { kind: 'copy', from: join(assets, file), to: file } as const })),
    ...listPublic()
      .filter(([file]) => file !== RULES)
      .map(([file, stamp]) => ({ name: `public:${file}`, key: stamp, recipe: { kind: 'copy', from: join(PUBLIC_DIR, file), to: file } as const })),
  ];
  refuseConflicts(pages, copies);
  return [...pages, groupOf('files', [...copies, ...planRules(archive, addresses)])];
}

/** A group of products that are all planned already. */
function groupOf(name: string, products: PlannedProduct[]): ProductGroup {
  return { name, key: hash('sha256', JSON.stringify(products.map((product) => [product.name, product.key])), 'base64url'), products: () => products };
}

/** Rules for hosts that know them: the publisher's own, which go first, and those for earlier addresses. */
function planRules(archive: Archive, { href }: Addresses): PlannedProduct[] {
  const own = existsSync(join(PUBLIC_DIR, RULES)) ? readFileSync(join(PUBLIC_DIR, RULES), 'utf8').replace(/\n*$/, '\n') : '';
  const made = redirectRules([
    ...archive.gone.map(({ path }) => ({ from: href(path), to: `${href(path)}index.html`, status: 410 as const })),
    ...redirectsOf(archive).map(({ from, to, isPermanent }) => ({ from: href(from), to: href(to), status: isPermanent ? (301 as const) : (302 as const) })),
  ]);
  const text = (own.trim() === '' ? '' : own) + made;
  return text === '' ? [] : [{ name: 'redirects', key: hash('sha256', text, 'base64url'), recipe: { kind: 'text', text, to: RULES } }];
}

/** A file of the publisher's must not take the place of a page. */
function refuseConflicts(groups: readonly ProductGroup[], copies: readonly { recipe: { from: string; to: string } }[]): void {
  // All pages need be known only where a file lies in a folder that has more than those which tell of the whole archive.
  const tops = new Set(groups.map(({ name }) => name.split('/').find((part) => part !== '')));
  const isNear = copies.some(({ recipe: { to } }) => to.startsWith('data/') || (to.includes('/') && tops.has(to.split('/', 1)[0])));
  const files = new Set((isNear ? groups : groups.slice(0, 1)).flatMap((group) => group.products().map(({ name }) => fileOf(name))));
  const faults = copies
    .filter(({ recipe }) => files.has(recipe.to))
    .map(({ recipe }) => ({
      file: recipe.from,
      line: 1,
      column: 1,
      message: `The archive has a page at this address, /${recipe.to}.`,
      hint: 'Move the file, or the article or page.',
    }));
  if (faults.length > 0) throw new ContentError(faults);
}

/** The search index: its bundles, and what they have in common. */
export function planSearch(archive: Archive): ProductGroup[] {
  const program = programKey(INDEXER);
  const bundles = planBundles(archive.articles).map((bundle) => planBundle(bundle, program));
  const entries = bundles.map(({ key, recipe: { task } }): LexiconBundle => {
    const { name, articles, vocabulary, parts } = task;
    const [first, last] = [articles[0], articles.at(-1)];
    return {
      name,
      tag: key.slice(0, 12),
      language: baseLanguage(first?.language ?? ''),
      articles: articles.length,
      from: first?.day ?? '',
      to: last?.day ?? '',
      vocabulary,
      parts: parts.map((part) => part.key),
    };
  });
  // The newest is what readers look for first.
  entries.sort((a, b) => (a.to !== b.to ? (a.to < b.to ? 1 : -1) : a.name < b.name ? -1 : 1));
  const names = namesOf(archive);
  const key = hash('sha256', JSON.stringify([program, names, entries]), 'base64url');
  const lexicon: PlannedProduct = { name: LEXICON, key, recipe: { kind: 'lexicon', bundles: entries, names } };
  return [...bundles, lexicon].map((product) => ({ name: product.name, key: product.key, products: () => [product] }));
}

type BundleProduct = PlannedProduct & { recipe: { kind: 'bundle' } };

/** What the sources and topics of articles are called. */
function namesOf({ articles, sources, topics }: Archive): Names {
  const used = new Set<string>();
  const usedTopics = new Set<string>();
  for (const article of articles) {
    used.add(article.source);
    for (const topic of article.topics) usedTopics.add(topic);
  }
  return {
    sources: [...sources.values()].filter(({ id }) => used.has(id)).map(({ id, name }) => [id, name]),
    topics: [...topics.values()].filter(({ id }) => usedTopics.has(id)).map(({ id, title }) => [id, title]),
  };
}

function planBundle({ name, articles, ...bundle }: Bundle, program: string): BundleProduct {
  const parts = bundle.parts.map((some) => ({
    key: hash('sha256', JSON.stringify([program, some.map(({ id, digest, language }) => [id, digest, language])])),
    length: some.length,
  }));
  const key = hash('sha256', JSON.stringify([program, parts]), 'base64url');
  return {
    name: `search:${name}`,
    key,
    recipe: { kind: 'bundle', task: { kind: 'index', name, articles, parts, vocabulary: `${name}-${key.slice(0, 12)}.txt` } },
  };
}
