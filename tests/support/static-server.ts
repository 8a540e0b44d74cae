import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A plain static server that counts what it sends. */
export interface CountingServer {
  origin: string;
  /** All that went out so far, headers included, and the requests that were answered. */
  sent(): { bytes: number; requests: number };
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.xml': 'application/xml',
};

/** A line to a reader. */
export interface Line {
  /** Kilobits a second, of all requests together. */
  kbits: number;
  /** Milliseconds until an answer begins. */
  latency: number;
}

/** Serves a folder as nginx or a CDN does out of the box: `index.html` in folders, an ETag, texts packed with gzip, the rest as it is. Default: over no line at all. */
export async function servePacked(dir: string, line?: Line): Promise<CountingServer> {
  const sockets = new Set<Socket>();
  let closed = 0;
  let requests = 0;
  let free = 0;
  /** What is sent goes one after the other over the line. */
  const carried = (bytes: number): Promise<void> => {
    if (line === undefined) return Promise.resolve();
    free = Math.max(free, performance.now() + line.latency) + (bytes * 8) / line.kbits;
    return new Promise((resolve) => setTimeout(resolve, free - performance.now()));
  };
  const server = createServer(async (request, response) => {
    requests += 1;
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(dir, path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file) || !statSync(file).isFile()) return void carried(HEAD).then(() => response.writeHead(404).end());
    const etag = `"${statSync(file).mtimeMs.toString(36)}-${statSync(file).size.toString(36)}"`;
    if (request.headers['if-none-match'] === etag) return void carried(HEAD).then(() => response.writeHead(304, { etag }).end());
    const { head, bytes } = answerOf(file, etag);
    await carried(HEAD + bytes.length);
    response.writeHead(200, head).end(bytes);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => {
      closed += socket.bytesWritten;
      sockets.delete(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}/`,
    sent: () => ({ bytes: [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, closed), requests }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Bytes of an answer's head, about. */
const HEAD = 250;

function answerOf(file: string, etag: string): { head: OutgoingHttpHeaders; bytes: Buffer } {
  const type = TYPES[extname(file)];
  const bytes = type === undefined ? readFileSync(file) : gzipSync(readFileSync(file));
  return {
    head: {
      etag,
      'content-length': bytes.length,
      'content-type': type ?? 'application/octet-stream',
      ...(type !== undefined && { 'content-encoding': 'gzip', vary: 'Accept-Encoding' }),
    },
    bytes,
  };
}
