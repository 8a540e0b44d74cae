import type { Content } from '../archive/archive.ts';
import { aliasPath, articlePath } from '../archive/permalink.ts';
import type { Fault } from '../errors.ts';
import { type Broken, hold, type Move } from '../ledger/hold.ts';
import { idsOf, isEmpty, type Ledger, type Released } from '../ledger/ledger.ts';
import { lostPaths, releasedFeeds, releasedLists, releasedTopics } from '../ledger/site-paths.ts';
import type { ArchiveFields } from '../schema/archive.ts';
import { isReserved } from './check-addresses.ts';
import type { Draft } from './draft.ts';
import { readBody } from './read-article.ts';
import { GONE } from './read-gone.ts';

/** Ids of the paragraphs of a Markdown text. */
export type ParagraphIds = (body: string) => readonly string[];

/** What the ledger says of a content folder. */
export interface LedgerCheck {
  faults: Fault[];
  moves: readonly Move[];
  /** What was released of articles before, by their ids. */
  released: ReadonlyMap<string, Released>;
}

/** Holds a content folder against all that was released from it. */
export function checkLedger(draft: Draft, ledger: Ledger, paragraphIds: ParagraphIds): LedgerCheck {
  if (isEmpty(ledger)) return { faults: [], moves: [], released: new Map() };
  const { folder } = draft;
  const gone = new Set(draft.gone.map(({ value }) => value.path));
  const aliases = new Set(draft.articles.flatMap(({ fields }) => fields.aliases.map(aliasPath)));
  const { broken, moves, released } = hold(ledger, {
    articles: draft.articles.map(({ id, file, fields, textDigest }) => {
      let ids: ReadonlySet<string> | undefined;
      return {
        id,
        textDigest,
        aliases: fields.aliases.map(aliasPath),
        ids: () => {
          ids ??= new Set(paragraphIds(readBody(folder, file)));
          return ids;
        },
      };
    }),
    gone,
  });
  const lost = lostPaths(ledger, {
    sources: draft.sourceIds,
    pages: new Set(draft.pages.map(({ value }) => value.id)),
    elsewhere: (path) => gone.has(path) || aliases.has(path),
    isOwn: (path) => isReserved(path) || path === '/about/',
  });
  const at = ({ place }: Pick<Broken, 'place'>) => ({ file: folder.name(place.file), line: place.line, column: 1 });
  return {
    faults: [
      ...broken.map((each) => ({ ...at(each), ...wordBroken(each, folder.name('articles')) })),
      ...lost.map((each) => ({ ...at(each), ...wordLost(each) })),
      ...(draft.archive === undefined ? [] : checkFeedIds(draft, draft.archive.value, ledger)),
    ],
    moves,
    released,
  };
}

function wordBroken(broken: Broken, articles: string): Pick<Fault, 'message' | 'hint'> {
  const { path, since } = broken;
  const tombstone = `in ${GONE}, why it is gone: “${path}: { reason: … }”`;
  if (broken.kind === 'alias') {
    return {
      message: `The address ${path}, released on ${since}, no longer leads to ${broken.article}.`,
      hint: `Put “${path}” back among the “aliases” of ${articles}/${broken.article}.md; or say, ${tombstone}.`,
    };
  }
  if (broken.kind === 'spelling') {
    return {
      message: `${articles}/${broken.article}.md has only another spelling of the address ${path}, released on ${since}.`,
      hint: `Name it ${articles}${path.replace(/\/$/, '')}.md again; addresses may not differ in capitals or accents alone.`,
    };
  }
  if (broken.kind === 'taken') {
    return {
      message: `At ${path}, where an article was released on ${since}, another one would stand${broken.now === undefined ? '' : `; its own text is now at /${broken.now}/`}.`,
      hint: `Give the new article another name (${articles}${path.replace(/\/$/, '')}-2.md); add “${path}” to the “aliases” of ${articles}/${broken.now ?? '…'}.md.`,
    };
  }
  const some = broken.candidates.slice(0, 5);
  return {
    message: `The address ${path}, released on ${since}, would lead nowhere.`,
    hint: `${
      some.length > 0 ? `Where it moved to, add “${path}” to the “aliases” there: ${some.map((id) => `${articles}/${id}.md`).join(' or ')}. Else put` : `Put`
    } ${articles}${path.replace(/\/$/, '')}.md back; or add “${path}” to the “aliases” of the article that it is now; or say, ${tombstone}.`,
  };
}

function wordLost({ path, since }: { path: string; since: string }): Pick<Fault, 'message' | 'hint'> {
  const [, first = '', second = ''] = path.split('/');
  const message = `The address ${path}, released on ${since}, would lead nowhere.`;
  if (first === 'sources') return { message, hint: `Put sources/${second}.yml back; a source needs no articles.` };
  return { message, hint: `Put pages/${first}.md back; or say, in ${GONE}, why it is gone: “${path}: { reason: … }”.` };
}

function checkFeedIds({ folder, archive }: Draft, facts: ArchiveFields, { feedIds }: Ledger): Fault[] {
  const now = facts.id ?? facts.title;
  if (feedIds === undefined || feedIds.value === now || archive === undefined) return [];
  return [
    {
      file: folder.name('archive.yml'),
      ...archive.locate([facts.id === undefined ? 'title' : 'id']),
      message: `Feed ids are made of “${feedIds.value}” since ${feedIds.since}; with “${now}” readers’ programs would take every old entry for a new one.`,
      hint: `Add a line “id: ${JSON.stringify(feedIds.value)}”${facts.id === undefined ? '' : ' in place of the present one'}.`,
    },
  ];
}

/** What pages show of the ledger: tombstones, with all that led to what stood there, and lists that were released. */
export function fromLedger(draft: Draft, ledger: Ledger): Pick<Content, 'gone' | 'released'> {
  return {
    // Most archives have nothing that is gone, and a hundred thousand addresses.
    gone: draft.gone.length === 0 ? [] : tombstones(draft, ledger),
    released: { lists: releasedLists(ledger), topics: releasedTopics(ledger), feeds: releasedFeeds(ledger) },
  };
}

function tombstones(draft: Draft, ledger: Ledger): Content['gone'] {
  const taken = new Set([
    ...draft.articles.flatMap(({ id, fields }) => [articlePath(id), ...fields.aliases.map(aliasPath)]),
    ...draft.gone.map(({ value }) => value.path),
  ]);
  return draft.gone.map(({ value }) => {
    const known = ledger.at(value.path);
    // Where an article still stands, the word is on one of its earlier addresses alone.
    if (known?.path !== value.path) return { ...value, also: [], ids: [] };
    const others = known.addresses.map((path) => ledger.at(path)).filter((other) => other !== undefined);
    return { ...value, also: known.addresses.filter((path) => !taken.has(path)), ids: [...new Set([known, ...others].flatMap((each) => [...idsOf(each)]))] };
  });
}

/** Tells of an article that was found to have moved. */
export function describeMove({ article, from }: Move): string {
  return `articles/${article}.md is what was released at ${from.join(' and ')}. A build adds that to its “aliases”.`;
}
