import { openPromise, validateFileName } from 'yauzl';
import type { Input } from '../input/input.ts';
import type { Item } from '../item.ts';
import { isBomb, MOST_RATIO, Refusal } from '../limits.ts';
import { item, nothing, refusal } from './reader.ts';
import { unpackedRuns, warcItems } from './warc.ts';

/** A packed web archive (WACZ): the WARC files in it. Nothing is unpacked onto the disk. */
export async function* readWacz(input: Input): AsyncGenerator<Item> {
  let archives = 0;
  try {
    // Names are taken as bytes: one that leads out of the archive costs itself, not the others.
    const zip = await openPromise(input.path, { lazyEntries: true, decodeStrings: false, autoClose: false });
    try {
      for await (const entry of zip.eachEntry()) {
        const name = Buffer.from(entry.fileName as unknown as Uint8Array).toString('utf8');
        const problem = validateFileName(name);
        if (problem !== null) {
          yield item(input, { kind: 'refused', reason: `Its name leads out of the archive (${problem.slice(0, 160)}).` }, `${input.name} ${name}`, {
            part: name,
          });
          continue;
        }
        if (!/^archive\/.+\.w?arc(?:\.gz)?$/i.test(name)) continue;
        archives += 1;
        if (isBomb(entry.uncompressedSize, entry.compressedSize)) {
          yield item(input, { kind: 'refused', reason: `It unpacks to more than ${MOST_RATIO} times its size: a zip bomb.` }, `${input.name} ${name}`, {
            part: name,
          });
          continue;
        }
        const stream = await zip.openReadStreamPromise(entry);
        yield* warcItems(input, /\.gz$/i.test(name) ? unpackedRuns(stream, entry.uncompressedSize) : [stream], name);
        stream.destroy();
      }
    } finally {
      zip.close();
    }
  } catch (error) {
    yield refusal(input, asRefusal(error));
    return;
  }
  if (archives === 0) yield nothing(input, 'It is a zip archive without web archives in it. Unpack it, and import the folder.');
}

function asRefusal(error: unknown): Refusal {
  return error instanceof Refusal ? error : new Refusal(`The zip archive is damaged (${(error as Error).message.slice(0, 160)}).`);
}
