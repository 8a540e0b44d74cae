import { AsyncIterReader, StatusAndHeadersParser } from 'warcio';
import { MOST_BYTES, Refusal } from '../limits.ts';
import type { ArchiveRecord } from './warc.ts';

// `URL IP-address archive-date content-type length`; addresses may hold spaces.
const HEADER = /^(\S.*?) (\S+) (\d{8,14}) (.*?) (\d+)$/;

/** The records of an ARC file, the format of the Internet Archive before WARC. */
export async function* readArc(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ArchiveRecord> {
  const reader = new AsyncIterReader(bytes, null);
  for (;;) {
    const line = await reader.readline(64 * 1024);
    if (line === '') return;
    if (line.trim() === '') continue;
    const found = HEADER.exec(line.trim());
    if (found === null) throw new Refusal(`A record does not begin as one of ARC does: “${line.trim().slice(0, 80)}”.`);
    const [, url = '', , date = '', contentType = '', size = '0'] = found;
    const length = Number(size);
    if (length > MOST_BYTES) {
      await reader.skipSize(length);
      continue;
    }
    const content = await reader.readSize(length);
    yield await record(url, date, contentType, content);
  }
}

async function record(url: string, date: string, contentType: string, content: Uint8Array): Promise<ArchiveRecord> {
  const captured = date.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?$/, (_, y, m, d, h = '00', i = '00', s = '00') => `${y}-${m}-${d}T${h}:${i}:${s}Z`);
  if (!/^https?:/i.test(url)) return { type: 'warcinfo', url, date: captured, contentType, payload: once(content) };
  const reader = new AsyncIterReader(once(content), null);
  const start = Buffer.from(content.subarray(0, 5)).toString('latin1');
  if (start !== 'HTTP/') return { type: 'resource', url, date: captured, contentType, payload: once(content) };
  const http = await new StatusAndHeadersParser().parse(reader);
  const encoding = http?.headers.get('content-encoding')?.toLowerCase() ?? null;
  const chunked = /chunked/i.test(http?.headers.get('transfer-encoding') ?? '');
  return {
    type: 'response',
    url,
    date: captured,
    status: Number(http?.statusCode),
    contentType: http?.headers.get('content-type') ?? contentType,
    payload: new AsyncIterReader(rest(reader), encoding, chunked),
  };
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}

async function* rest(reader: AsyncIterReader): AsyncGenerator<Uint8Array> {
  yield await reader.readFully();
}
