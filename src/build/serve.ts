import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** A running server. */
export interface Serving {
  port: number;
  close(): Promise<void>;
}

/** What is served, and where. */
export interface ServeOptions {
  /** The finished site. */
  dir: string;
  /** Base path, with slashes at both ends. */
  base: string;
  /** First port to try; the next ones are tried where it is in use. */
  port: number;
}

/** How many ports are tried. */
const TRIES = 50;

/** Serves a finished site as a plain file server would: `index.html` in folders, `404.html` for the rest. */
export async function serve({ dir, base, port }: ServeOptions): Promise<Serving> {
  const files = sirv(dir, { dev: true, etag: true, extensions: ['html'] });
  const notFound = () => readFile(join(dir, '404.html')).catch(() => Buffer.from('Not found'));
  const server = createServer((request, response) => {
    const missing = async () => {
      const page = await notFound();
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
    };
    const url = request.url ?? '/';
    if (url === '/' && base !== '/') {
      response.writeHead(302, { Location: base }).end();
    } else if (url.startsWith(base)) {
      request.url = url.slice(base.length - 1);
      files(request, response, missing);
    } else {
      void missing();
    }
  });
  const taken = await listen(server, port);
  return {
    port: taken,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; port < first + TRIES; port += 1) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
      server.once('error', done);
      server.listen(port, 'localhost', () => {
        server.removeListener('error', done);
        done(undefined);
      });
    });
    if (error === undefined) return port;
    if (error.code !== 'EADDRINUSE') throw error;
  }
  throw new Error(`No port between ${first} and ${first + TRIES - 1} is free.`);
}
