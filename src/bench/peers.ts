import { execFile } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ROOT } from '../build/root.ts';
import { type Command, ENVIRONMENT, type Measured, measure } from './measure.ts';
import type { Place } from './own.ts';
import { requireArticles, survey } from './survey.ts';

/** A program that makes article, list and taxonomy pages of the same archive, with Pagefind's CLI for the search. */
export interface Peer {
  /** Its name and version: `Hugo 0.111.3 + Pagefind 1.6.0`. */
  name: string;
  /** Renders the archive from a project of its own. */
  render(project: string, archive: string, out: string): Command;
}

/** What a full build by a peer took. */
export interface PeerRun extends Measured {
  files: number;
}

const PAGEFIND = { file: process.execPath, args: [join(ROOT, 'node_modules/.bin/pagefind')] };

/** Memory that Pagefind takes for an article when all are in one index; it was 11 GB for 50,000. */
const PAGEFIND_MIB = 0.25;

/** Finds the peers that are installed. */
export async function findPeers(): Promise<Peer[]> {
  const pagefind = await versionOf(PAGEFIND.file, [...PAGEFIND.args, '--version']);
  if (pagefind === undefined) throw new Error('Pagefind is not installed. Run: npm ci');
  const [hugo, eleventy] = [await versionOf('hugo', ['version']), await versionOf('eleventy', ['--version'])];
  const peers: Peer[] = [];
  if (hugo !== undefined) {
    peers.push({
      name: `Hugo ${hugo} + Pagefind ${pagefind}`,
      render: (project, archive, out) => {
        cpSync(projectOf('hugo'), project, { recursive: true });
        return { file: 'hugo', args: ['--quiet', '--source', project, '--contentDir', archive, '--destination', out, '--cacheDir', join(project, 'cache')] };
      },
    });
  }
  if (eleventy !== undefined) {
    peers.push({
      name: `Eleventy ${eleventy} + Pagefind ${pagefind}`,
      render: (project, archive, out) => {
        cpSync(projectOf('eleventy'), project, { recursive: true });
        symlinkSync(join(archive, 'articles'), join(project, 'articles'));
        return { file: 'eleventy', args: ['--quiet', `--output=${out}`] };
      },
    });
  }
  return peers;
}

/** Builds the whole site with a peer, from the archive in a folder. */
export async function runPeer(peer: Peer, { dir, articles, signal }: Place, archive: string): Promise<PeerRun> {
  const [project, out] = [join(dir, 'project'), join(dir, 'site')];
  const commands = [peer.render(project, archive, out), { ...PAGEFIND, args: [...PAGEFIND.args, '--site', out] }];
  const { seconds, peakMemoryMiB } = await measure(commands, project, signal);
  const files = survey(out);
  requireArticles(files, articles);
  return { seconds, peakMemoryMiB, files: files.size };
}

/** Why peers cannot build so many articles on this machine; undefined where they can. */
export function tooMuchForPeers(articles: number): string | undefined {
  const [needed, free] = [Math.ceil((articles * PAGEFIND_MIB) / 1024), Math.floor(process.availableMemory() / 2 ** 30)];
  return needed < free ? undefined : `Pagefind would need about ${needed} GiB for one index of them, and ${free} are free`;
}

/** The version that a program tells of itself; undefined where it is not installed. */
async function versionOf(file: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(file, args, { env: ENVIRONMENT });
    return /\d+(\.\d+)+/.exec(stdout)?.[0];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function projectOf(peer: string): string {
  return fileURLToPath(new URL(`peers/${peer}`, import.meta.url));
}
