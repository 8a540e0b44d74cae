import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import robotsParser from 'robots-parser';
import { readMachineDate } from '../date/machine-date.ts';
import { gather } from '../input/input.ts';
import { inMiB, Refusal } from '../limits.ts';
import { addressProblem } from './addresses.ts';
import { type Answer, type Transport, USER_AGENT } from './transport.ts';

/** What was fetched lies in a file, and when the server gave it, an ISO 8601 date-time; or why it was not. */
export type Fetched = { path: string; size: number; url: string; captured: string; contentType?: string } | { refused: string };

/** More hops than any site needs. */
const MOST_REDIRECTS = 5;

/** The most bytes of one answer, unpacked: a feed or a page is far below. */
const MOST_FETCHED = 128 * 1024 * 1024;

/** What `robots.txt` is read up to (RFC 9309). */
const MOST_ROBOTS = 512 * 1024;

/** Fetches addresses, one at a time from each host, and only those that its `robots.txt` allows. `now` is asked where a server tells no time. */
export function makeFetcher(transport: Transport, scratch: string, now: () => Date): (url: string) => Promise<Fetched> {
  const turns = new Map<string, Promise<unknown>>();
  const robots = new Map<string, Promise<(url: string) => boolean>>();
  let count = 0;

  /** Waits until the host has answered everything else that it was asked. */
  const inTurn = <Value>(host: string, ask: () => Promise<Value>): Promise<Value> => {
    const turn = (turns.get(host) ?? Promise.resolve()).then(ask, ask);
    turns.set(host, turn);
    return turn;
  };

  const allows = (url: URL): Promise<(url: string) => boolean> => {
    const known = robots.get(url.origin) ?? inTurn(url.host, () => readRobots(transport, new URL('/robots.txt', url)));
    robots.set(url.origin, known);
    return known;
  };

  return async (address) => {
    try {
      let url = new URL(address);
      for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
        const problem = addressProblem(url);
        if (problem !== undefined) return { refused: problem };
        if (!(await allows(url))(url.href)) return { refused: `robots.txt of ${url.host} asks not to fetch it.` };
        const asked = url;
        const done = await inTurn(url.host, async () => {
          const answer = await transport(asked);
          const next = redirectOf(answer, asked);
          if (next !== undefined) {
            answer.close();
            return next;
          }
          count += 1;
          return await save(answer, asked, join(scratch, `fetched-${count}`), now);
        });
        if (!(done instanceof URL)) return done;
        url = done;
      }
      return { refused: `It leads from one address to another more than ${MOST_REDIRECTS} times.` };
    } catch (error) {
      return {
        refused: error instanceof Refusal ? error.message : `It cannot be fetched (${(error as NodeJS.ErrnoException).code ?? (error as Error).message}).`,
      };
    }
  };
}

function redirectOf({ status, headers }: Answer, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || headers.location === undefined) return undefined;
  const next = URL.parse(headers.location, from);
  if (next === null) throw new Refusal('It leads to something that is no address.');
  return next;
}

async function save(answer: Answer, url: URL, path: string, now: () => Date): Promise<Fetched> {
  if (answer.status !== 200) {
    answer.close();
    return { refused: `The server answers ${answer.status}.` };
  }
  let size = 0;
  try {
    await pipeline(async function* () {
      for await (const chunk of answer.body) {
        size += chunk.length;
        if (size > MOST_FETCHED) throw new Refusal(`It has more than ${inMiB(MOST_FETCHED)}.`);
        yield chunk;
      }
    }, createWriteStream(path));
  } finally {
    answer.close();
  }
  const captured = readMachineDate(answer.headers.date ?? '') ?? now().toISOString().replace(/\.\d+/, '');
  return { path, size, url: url.href, captured, contentType: answer.headers['content-type'] };
}

// RFC 9309: what is not there allows everything; a server that fails allows nothing.
async function readRobots(transport: Transport, url: URL, hops = 0): Promise<(url: string) => boolean> {
  const answer = await transport(url);
  try {
    const next = redirectOf(answer, url);
    if (next !== undefined && hops < MOST_REDIRECTS && addressProblem(next) === undefined) return await readRobots(transport, next, hops + 1);
    if (answer.status >= 500) return () => false;
    if (answer.status !== 200) return () => true;
    const text = Buffer.from(await gather(answer.body, 'robots.txt'))
      .toString('utf8')
      .slice(0, MOST_ROBOTS);
    const rules = robotsParser(url.href, text);
    return (address) => rules.isAllowed(address, USER_AGENT) !== false;
  } finally {
    answer.close();
  }
}
