import { AsyncIterReader } from 'warcio';
import { inMiB, Refusal } from '../limits.ts';

/** The longest line of a header, in bytes; addresses that hold a picture are long. */
const LONGEST_LINE = 1024 * 1024;

/** Bytes that are loaded in search of the end of a record's headers; the library would hold all that follow. */
const MOST_HEADERS = 4 * LONGEST_LINE;

/** Reads headers, which it does not hold without end, and knows when the archive ends or breaks off. */
export class ArchiveReader extends AsyncIterReader {
  ended = false;
  /** Bytes loaded since a record was looked for; none are counted while one is read or skipped. */
  #inHeaders: number | undefined = 0;

  /** Tells whether a record's headers are looked for, or what it holds is read. */
  set isInHeaders(value: boolean) {
    this.#inHeaders = value ? 0 : undefined;
  }

  override async skipSize(size: number): Promise<number> {
    this.isInHeaders = false;
    const skipped = await super.skipSize(size);
    this.isInHeaders = true;
    return skipped;
  }

  override async _loadNext(): Promise<Uint8Array | null> {
    const wasEnded = this.ended;
    this.ended = true;
    const chunk = await super._loadNext();
    this.ended = wasEnded || chunk === null;
    if (this.#inHeaders !== undefined) this.#inHeaders += chunk?.length ?? 0;
    if ((this.#inHeaders ?? 0) > MOST_HEADERS) throw new Refusal(`A record has headers of more than ${inMiB(MOST_HEADERS)}; what follows is not read.`);
    return chunk;
  }

  override async readlineRaw(maxLength?: number): Promise<Uint8Array | null> {
    const line = await super.readlineRaw(maxLength || LONGEST_LINE);
    if (!maxLength && line?.length === LONGEST_LINE && line.at(-1) !== 10)
      throw new Refusal(`A header has a line of more than ${inMiB(LONGEST_LINE)}; what follows is not read.`);
    return line;
  }
}
