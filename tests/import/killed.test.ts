import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { filesBelow, inputFolder, rss } from '../support/import.ts';
import { makeRandom, seed } from '../support/random.ts';

const STET = join(import.meta.dirname, '../../src/cli/stet.mjs');
/** How often an import is begun anew and stopped twice. */
const ROUNDS = Number(process.env.STET_KILLS ?? 1);
const random = makeRandom(seed);

const text = (word: string) => Array.from({ length: 150 }, (_, at) => `${word}${at}`).join(' ');
const range = <Value>(count: number, make: (at: number) => Value) => Array.from({ length: count }, (_, at) => make(at));
const entry = (at: number, more = '') =>
  `<item><title>Story ${at}</title><link>https://herald.example/${at}</link><pubDate>Thu, 05 Mar 2020 18:20:00 GMT</pubDate><category>Syria</category><content:encoded>${text(`f${at}x`)}${more}</content:encoded></item>`;
const page = (at: number) =>
  `<!doctype html><title>Page ${at}</title><meta property="og:site_name" content="The Post"><article><h1>Page ${at}</h1><time datetime="2020-03-06">6 March 2020</time>${range(3, (part) => `<p>${text(`p${at}y${part}`)}.</p>`).join('')}</article>`;

/** A folder with something of every outcome: taken, a new version, lacking, refused. */
const inputs = () =>
  inputFolder({
    'feed.xml': rss(...range(60, (at) => entry(at)), entry(7, ' And a correction.')),
    'table.csv': `headline,text,date,source\n${range(60, (at) => `Row ${at},"${text(`r${at}z`)}",2020-03-${10 + (at % 15)},The Wire`).join('\n')}\n`,
    ...Object.fromEntries(range(25, (at) => [`page-${at}.html`, page(at)])),
    ...Object.fromEntries(range(25, (at) => [`text-${at}.txt`, `Text ${at}\n\n${text(`t${at}w`)}`])),
    'bad.jsonl': '{"title": "NUL", "text": "a\\u0000b"}\n',
  });

interface Place {
  content: string;
  temporary: string;
  start(): ReturnType<typeof spawn>;
}

/** A fresh content folder, with a folder for temporary files of its own. */
function place(input: string): Place {
  const dir = inputFolder({});
  const [content, temporary] = [join(dir, 'content'), join(dir, 'tmp')];
  mkdirSync(temporary);
  const args = [STET, 'import', input, '--content', content, '--cache', join(dir, 'cache')];
  return { content, temporary, start: () => spawn(process.execPath, args, { env: { PATH: process.env.PATH, TMPDIR: temporary }, stdio: 'ignore' }) };
}

async function finish({ start }: Place): Promise<number> {
  const [status] = (await once(start(), 'exit')) as [number];
  return status;
}

/** Sends a signal when the ledger has grown to so many bytes; resolves to whether the import was still at it. */
async function stopAt({ content, start }: Place, bytes: number, signal: NodeJS.Signals): Promise<boolean> {
  const child = start();
  const ended = once(child, 'exit');
  const ledger = join(content, 'imports/ledger.jsonl');
  const size = () => statSync(ledger, { throwIfNoEntry: false })?.size ?? 0;
  while (child.exitCode === null && size() < bytes) await setTimeout(2);
  await setTimeout(random.below(12));
  child.kill(signal);
  const [, by] = (await ended) as [number | null, NodeJS.Signals | null];
  return by === signal || child.exitCode === 143;
}

describe('an import of which the process ends before its time', () => {
  test.each(['SIGKILL', 'SIGTERM'] as const)(
    'by %s comes to the same end when it is run again, and leaves nothing in the temporary folder',
    async (signal) => {
      const input = inputs();
      const whole = place(input);
      expect(await finish(whole)).toBe(1);
      const expected = filesBelow(whole.content);
      expect(Object.keys(expected).length).toBeGreaterThan(170);
      expect(readdirSync(whole.temporary)).toEqual([]);
      const size = readFileSync(join(whole.content, 'imports/ledger.jsonl')).length;

      let stopped = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const broken = place(input);
        // Several times in a row, each further on.
        for (const part of [random.below(45), 45 + random.below(50)]) {
          if (await stopAt(broken, (part / 100) * size, signal)) stopped += 1;
          if (signal === 'SIGTERM') expect(readdirSync(broken.temporary)).toEqual([]);
        }
        await finish(broken);
        expect(filesBelow(broken.content)).toEqual(expected);
        expect(readdirSync(broken.temporary)).toEqual([]);
      }
      expect(stopped).toBeGreaterThan(0);
    },
    ROUNDS * 60_000,
  );
});
