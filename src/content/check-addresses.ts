import { addressKey, aliasPath, articlePath } from '../archive/permalink.ts';
import type { Fault } from '../errors.ts';
import type { Draft } from './draft.ts';
import { locateIn } from './read-article.ts';

interface Claim {
  path: string;
  file: string;
  /** What is claimed, in words. */
  what: string;
  /** Where it is claimed; the top of the file where there is no field that does. */
  field?: readonly (string | number)[];
  /** The same, where it is known already. */
  at?: { line: number; column: number };
  /** What to do where the address is somebody else's already. */
  hint: string;
  /** Whether it lies among the site's own addresses by right. */
  ofSite?: true;
  /** Whether it is a page in `pages/`, which may take the place of the site's own about page. */
  ofPage?: true;
}

// First parts of addresses that the site itself gives out (contract, “Addresses”).
const RESERVED = new Set([
  'sources',
  'topics',
  'search',
  '404',
  'pagefind',
  '_astro',
  'data',
  'index',
  'feed.xml',
  'feed.json',
  'rss.xml',
  'oai.xml',
  'llms.txt',
  'cards',
  'resourcesync',
  '.well-known',
  'robots.txt',
  'opensearch.xml',
  'sitemap-index.xml',
]);

// The site has one even where `pages/about.md` is missing.
const ABOUT = '/about/';

/** Faults where two things would stand at one address, after Unicode composition and case folding. */
export function checkAddresses(draft: Draft): Fault[] {
  const { folder } = draft;
  const taken = new Map<string, Claim>();
  const faults: Fault[] = [];
  for (const claim of claims(draft)) {
    // A server gives out /x/index.html as /x/ too, and no folder of that name can stand beside the file.
    const key = addressKey(claim.path).replace(/\/index\.html\/$/, '/');
    const other = taken.get(key);
    const fault = () => ({
      file: folder.name(claim.file),
      ...(claim.at ?? (claim.field === undefined ? { line: 1, column: 1 } : locateIn(folder, claim.file)(claim.field))),
      hint: claim.hint,
    });
    if (!claim.ofSite && (isReserved(key) || (key === ABOUT && !claim.ofPage))) {
      faults.push({
        ...fault(),
        message: `${claim.what} ${claim.path} belongs to the site itself.`,
        hint: claim.what === 'The alias' ? 'Remove the alias.' : claim.file.endsWith('.md') ? 'Rename the file.' : 'Take it out.',
      });
    } else if (other !== undefined) {
      faults.push({ ...fault(), message: `${claim.what} ${claim.path} is taken by ${folder.name(other.file)}.` });
    } else {
      taken.set(key, claim);
    }
  }
  return faults;
}

/** Whether an address is the site's own, whatever the content. */
export function isReserved(key: string): boolean {
  const parts = key.split('/').filter((part) => part !== '');
  const [first = ''] = parts;
  const isDate = /^\d{4}$/.test(first) && parts.length < 4;
  return parts.length === 0 || isDate || RESERVED.has(first) || /^(?:_|sitemap-.*\.xml$)/.test(first) || parts.includes('index.html');
}

// Articles first, then pages, then aliases: an alias gives way, for it is the one that can be dropped.
function* claims({ articles, pages, sources, topics, gone }: Draft): Generator<Claim> {
  for (const { id, file } of articles) {
    yield {
      path: articlePath(id),
      file,
      what: 'The address',
      hint: 'Rename one of the two files; addresses may not differ in capitals or accents alone.',
    };
  }
  for (const { value, file } of pages) {
    yield { path: `/${value.id}/`, file, what: 'The address', ofPage: true, hint: 'Rename the file.' };
  }
  for (const [kind, list] of [
    ['sources', sources],
    ['topics', topics],
  ] as const) {
    for (const { value, file } of list) {
      yield { path: `/${kind}/${value.id}/`, file, what: 'The address', ofSite: true, hint: 'Rename one of the two files.' };
    }
  }
  yield* topicClaims(articles, new Set(topics.map(({ value }) => value.id)));
  for (const { id, file, fields } of articles) {
    for (const [at, alias] of fields.aliases.entries()) {
      // An article's own address among its earlier ones does no harm.
      if (aliasPath(alias) === articlePath(id)) continue;
      yield { path: aliasPath(alias), file, what: 'The alias', field: ['aliases', at], hint: 'Remove the alias, or rename what has its address.' };
    }
  }
  for (const { value, file, locate } of gone) {
    yield { path: value.path, file, what: 'The address', at: locate([]), hint: `Take it out of ${file}: something stands there.` };
  }
}

/** A topic needs no file to have a page. */
function* topicClaims(articles: Draft['articles'], claimed: Set<string>): Generator<Claim> {
  for (const { file, fields } of articles) {
    for (const [at, id] of fields.topics.entries()) {
      if (claimed.has(id)) continue;
      claimed.add(id);
      yield {
        path: `/topics/${id}/`,
        file,
        what: 'The topic’s address',
        ofSite: true,
        field: ['topics', at],
        hint: 'Write the topic as it is written there; ids may not differ in letters that mean the same.',
      };
    }
  }
}
