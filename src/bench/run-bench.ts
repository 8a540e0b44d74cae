import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countArticles } from '../site/counted.ts';
import { type FailedPeer, type Growth, growthOf, type PeerFigures, type SizeFigures, summarizePeer, summarizeSteps } from './figures.ts';
import { describeMachine, type Machine } from './machine.ts';
import { type OwnRun, type Place, runOwn } from './own.ts';
import { findPeers, type Peer, type PeerRun, runPeer, tooMuchForPeers } from './peers.ts';
import { writeArchive } from './write-archive.ts';

/** What is measured, and where. */
export interface BenchOptions {
  /** Numbers of articles, from small to large. */
  sizes: readonly number[];
  /** How often each size is measured. */
  runs(articles: number): number;
  /** Folder that takes archives, copies of the program and sites; they go when all is done. */
  dir: string;
  say(line: string): void;
  /** Breaks off. */
  signal: AbortSignal;
}

/** Everything that was measured. */
export interface Report {
  /** The day, in UTC. */
  date: string;
  machine: Machine;
  sizes: SizeFigures[];
  growth: Growth[];
}

/** Measures Stet and the peers that are installed, on archives of some sizes. */
export async function runBench(options: BenchOptions): Promise<Report> {
  const peers = await findPeers();
  options.say(
    peers.length > 0 ? `Compared with ${peers.map(({ name }) => name).join(', ')}.` : 'Neither Hugo nor Eleventy is installed; nothing to compare with.',
  );
  mkdirSync(options.dir, { recursive: true });
  const dir = mkdtempSync(join(options.dir, 'stet-bench-'));
  try {
    const sizes: SizeFigures[] = [];
    for (const articles of options.sizes) {
      sizes.push(await measureSize(articles, join(dir, String(articles)), peers, options));
    }
    return { date: new Date().toISOString().slice(0, 10), machine: describeMachine(), sizes, growth: growthOf(sizes) };
  } finally {
    options.say('Removing what was made …');
    // Where it was broken off, a process may still be writing its last file.
    rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** Stet and the peers take turns, each time with a new folder: none finds another's traces, and nothing is deleted meanwhile. */
async function measureSize(articles: number, dir: string, peers: readonly Peer[], { runs, say, signal }: BenchOptions): Promise<SizeFigures> {
  const count = runs(articles);
  const own: (OwnRun & { changeTemplate(): Promise<void> })[] = [];
  const reason = tooMuchForPeers(articles);
  const contests = peers.map((peer) => ({ peer, runs: [] as PeerRun[], failed: reason }));
  const placeOf = (name: string): Place => ({ dir: join(dir, name), articles, signal });
  const archive = join(dir, 'peers', 'content');
  if (peers.length > 0 && reason === undefined) writeArchive(archive, { articles });
  for (let run = 1; run <= count; run += 1) {
    const title = `${countArticles(articles)}, run ${run} of ${count}`;
    say(`${title}: Stet …`);
    own.push(await runOwn(placeOf(`stet-${run}`)));
    for (const [at, contest] of contests.entries()) {
      if (contest.failed !== undefined) continue;
      say(`${title}: ${contest.peer.name} …`);
      try {
        contest.runs.push(await runPeer(contest.peer, placeOf(`peer-${at}-${run}`), archive));
      } catch (error) {
        // A peer that cannot do it is part of the result.
        if (signal.aborted) throw error;
        contest.failed = error instanceof Error ? error.message : String(error);
      }
    }
  }
  for (const [at, { changeTemplate }] of own.entries()) {
    say(`${countArticles(articles)}, run ${at + 1} of ${count}: another template …`);
    await changeTemplate();
  }
  const { files, bytes } = own[0] as OwnRun;
  const summarize = ({ peer, failed, runs }: (typeof contests)[number]): PeerFigures | FailedPeer =>
    failed === undefined ? summarizePeer(peer.name, runs, own) : { peer: peer.name, failed };
  return { articles, runs: count, files, bytes, steps: summarizeSteps(own), peers: contests.map(summarize) };
}
