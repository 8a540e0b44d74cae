import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type Archive, makeArchive } from '../src/archive/archive.ts';
import { articlePath, lastingPath } from '../src/archive/permalink.ts';
import { readForRelease } from '../src/build/release.ts';
import { listContent, openFolder } from '../src/content/files.ts';
import { appendToLedger } from '../src/content/ledger-files.ts';
import { readBody } from '../src/content/read-article.ts';
import type { ArticleMemory } from '../src/content/read-content.ts';
import { ContentError, type Fault } from '../src/errors.ts';
import { entryId } from '../src/formats/entry-id.ts';
import { versionsFor } from '../src/ledger/ledger.ts';
import { additionsOf } from '../src/ledger/release.ts';
import { excerpt } from '../src/markdown/excerpt.ts';
import { paragraphIdsOf, renderText } from '../src/markdown/processor.ts';
import { redirectsOf } from '../src/site/redirects.ts';
import { type Piece, Publisher, pathOf } from './support/publisher.ts';
import { type Random, testRandomly } from './support/random.ts';

/** How often a whole history is tried; more for those who have the time. */
const ROUNDS = Number(process.env.STET_HISTORIES ?? 1);
const RELEASES = Number(process.env.STET_RELEASES ?? 10);
const CHANGES = 20;

/** A site as far as addresses go. */
interface Site {
  /** Ids on the page at a path. */
  pages: Map<string, Set<string>>;
  redirects: Map<string, string>;
  /** Path of an article to the id of its entry in feeds. */
  feedIds: Map<string, string>;
}

/** Releases a content folder as a build does, but for rendering pages. */
function release(dir: string, day: number, memory: ArticleMemory): Site {
  const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
  const { content, ledger } = readForRelease(dir, { excerpt, paragraphIds: paragraphIdsOf, memory, listing: listContent(dir) }, () => {});
  const archive = makeArchive(content);
  const shown = content.articles.map((article) => {
    const released = ledger.at(lastingPath(article));
    const body = readBody(openFolder(dir), article.file, article.digest);
    const { html, ids } = renderText(body, { href: (path) => path, imageHosts: [] }, versionsFor(ledger, article));
    return { article, released, html, ids };
  });
  const site: Site = {
    pages: new Map(shown.map(({ article, html }) => [articlePath(article.id), new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id))])),
    redirects: new Map(redirectsOf(archive).map(({ from, to }) => [from, to])),
    feedIds: new Map(content.articles.map((article) => [articlePath(article.id), entryId('x', lastingPath(article))])),
  };
  for (const { path, ids } of archive.gone) site.pages.set(path, new Set(ids));
  for (const path of listsOf(archive)) site.pages.set(path, new Set());
  appendToLedger(
    dir,
    additionsOf(ledger, {
      date,
      feedIds: content.facts.title,
      site: listsOf(archive),
      articles: shown.map(({ article, released, ids }) => ({ ...article, released, ids })),
    }),
  );
  return site;
}

function listsOf({ byYear, byMonth, byDay, topics }: Archive): string[] {
  return [
    ...[...byYear.keys(), ...byMonth.keys(), ...byDay.keys()].map((period) => `/${period.replaceAll('-', '/')}/`),
    ...[...topics.keys()].map((id) => `/topics/${id}/`),
  ];
}

/** Everything that was ever promised, and whether a site keeps it. */
class Promises {
  readonly #ids = new Map<string, Set<string>>();
  readonly #feedIds = new Map<number, string>();
  kept = 0;

  /** What a site breaks of what was promised before; then it promises what it has itself. */
  broken(site: Site, pieces: readonly Piece[]): string[] {
    const broken: string[] = [];
    for (const [path, ids] of this.#ids) {
      const page = site.pages.get(path) ?? site.pages.get(site.redirects.get(path) ?? '');
      if (page === undefined) broken.push(path);
      else for (const id of ids) if (!page.has(id)) broken.push(`${path}#${id}`);
    }
    for (const piece of pieces) {
      const now = site.feedIds.get(pathOf(piece));
      const before = this.#feedIds.get(piece.number) ?? now;
      if (before !== now) broken.push(`feed id of ${pathOf(piece)}`);
      this.#feedIds.set(piece.number, before ?? '');
    }
    for (const [path, ids] of site.pages) {
      const known = this.#ids.get(path) ?? new Set();
      for (const id of ids) known.add(id);
      this.#ids.set(path, known);
    }
    this.kept = [...this.#ids.values()].reduce((sum, ids) => sum + 1 + ids.size, this.#feedIds.size);
    return broken;
  }
}

/** The faults for which a release is refused. */
function refusal(dir: string, memory: ArticleMemory): readonly Fault[] {
  try {
    readForRelease(dir, { excerpt, paragraphIds: paragraphIdsOf, memory, listing: listContent(dir) }, () => {});
  } catch (error) {
    if (error instanceof ContentError) return error.faults;
    throw error;
  }
  return [];
}

/** Tries to break an address, sees that it is refused, and takes the way out that is offered. */
function tryToBreak(publisher: Publisher, random: Random, dir: string, memory: ArticleMemory): void {
  const piece = publisher.piece();
  const path = pathOf(piece);
  const attempts = {
    remove: () => {
      publisher.remove(piece);
      const faults = refusal(dir, memory);
      const fault = faults.find(({ message }) => message.includes(path));
      expect(fault?.hint).toContain(`${path}: { reason: … }`);
      publisher.bury(path);
    },
    merge: () => {
      const aliases = publisher.aliases(piece);
      publisher.remove(piece);
      const faults = refusal(dir, memory);
      const fault = faults.find(({ message }) => message.includes(path));
      expect(fault?.hint).toContain(`add “${path}” to the “aliases” of the article that it is now`);
      const other = publisher.piece();
      publisher.setAliases(other, [...publisher.aliases(other), path, ...aliases.filter((alias) => alias !== path)]);
    },
    dropAlias: () => {
      const aliases = publisher.aliases(piece);
      if (aliases.length === 0) return;
      publisher.setAliases(piece, aliases.slice(1));
      const faults = refusal(dir, memory);
      expect(faults).toHaveLength(1);
      expect(faults[0]?.hint).toContain(aliases[0]);
      publisher.setAliases(piece, aliases);
    },
    takeOver: () => {
      publisher.move(piece, { slug: `story-away-${random.below(1e6)}` });
      const { slug, date } = { slug: path.split('/')[4] ?? '', date: path.slice(1, 11).replaceAll('/', '-') };
      publisher.add();
      const other = publisher.pieces.at(-1);
      if (other === undefined || pathOf(piece) === path) return;
      publisher.move(other, { slug, date });
      if (pathOf(other) !== path) return;
      const faults = refusal(dir, memory);
      expect(faults[0]?.message).toContain(path);
      expect(faults[0]?.hint).toMatch(/Give the new article another name|rename what has its address/);
      publisher.move(other, { slug: `${slug}-2` });
    },
  };
  attempts[random.pick(Object.keys(attempts) as (keyof typeof attempts)[])]();
}

/** Adds aliases, as the hint says, where an article moved and was written anew at once, so that nothing tells that it is the same. */
function mend(faults: readonly Fault[], publisher: Publisher, paths: ReadonlyMap<string, number>): void {
  for (const { message, hint } of faults) {
    const path = / (\/\S+), released on \S+, would lead nowhere/.exec(message)?.[1] ?? '';
    const piece = publisher.pieces.find(({ number }) => number === paths.get(path));
    if (piece === undefined) throw new Error(`Refused for no reason: ${message}`);
    expect(hint).toContain(`add “${path}” to the “aliases”`);
    publisher.setAliases(piece, [...publisher.aliases(piece), path]);
  }
}

testRandomly(
  `nothing that was released breaks in ${RELEASES} releases with ${CHANGES} changes each, and every attempt to break it is refused`,
  ROUNDS,
  (random) => {
    const dir = mkdtempSync(join(tmpdir(), 'stet-history-'));
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
    const publisher = new Publisher(dir, random, 30);
    const promises = new Promises();
    const memory: ArticleMemory = new Map();
    const paths = new Map<string, number>();
    let mended = 0;
    const publish = (day: number): void => {
      const faults = refusal(dir, memory);
      mend(faults, publisher, paths);
      mended += faults.length;
      const site = release(dir, day, memory);
      expect(promises.broken(site, publisher.pieces)).toEqual([]);
      for (const piece of publisher.pieces) paths.set(pathOf(piece), piece.number);
    };
    publish(0);
    for (let day = 1; day < RELEASES; day += 1) {
      const done = random.list(CHANGES - 1, () => publisher.change());
      try {
        publish(day);
        tryToBreak(publisher, random, dir, memory);
        publish(day);
      } catch (error) {
        if (error instanceof Error) error.message = `In release ${day} after ${done.join(', ')}: ${error.message}`;
        throw error;
      }
    }
    expect(promises.kept).toBeGreaterThan(300);
    // Of some four hundred that moved.
    expect(mended).toBeLessThan(20);
    if (ROUNDS > 1) console.log(`${promises.kept} addresses and ids kept; ${mended} aliases had to be added by hand.`);
  },
);
