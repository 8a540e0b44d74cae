import { lookup as lookUp } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Refusal } from '../limits.ts';
import { isPublicAddress } from './addresses.ts';

/** What a server answered. */
export interface Answer {
  status: number;
  /** By lower-case name. */
  headers: Readonly<Record<string, string | undefined>>;
  /** Unpacked. */
  body: AsyncIterable<Uint8Array>;
  /** Gives up what has not been read. */
  close(): void;
}

/** Asks a server for an address, following nothing. */
export type Transport = (url: URL) => Promise<Answer>;

/** A server that says nothing for so long is not waited for. In milliseconds. */
const PATIENCE = 30_000;

// The address that was checked is the one that is connected to: a name cannot mean another one a moment later.
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, '', 0);
    const bad = addresses.find(({ address }) => !isPublicAddress(address));
    if (bad !== undefined || addresses[0] === undefined) {
      return callback(new Refusal(`${hostname} is at ${bad?.address ?? 'no address'}, which is not of the public internet.`), '', 0);
    }
    if (options.all) callback(null, addresses);
    else callback(null, addresses[0].address, addresses[0].family);
  });
};

/** Over the network. */
export const overNetwork: Transport = (url) =>
  new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      lookup: publicLookup,
      agent: false,
      headers: { 'user-agent': USER_AGENT, accept: '*/*', 'accept-encoding': 'gzip, deflate, br' },
      timeout: PATIENCE,
    });
    request.on('timeout', () => request.destroy(new Refusal('The server does not answer.')));
    request.on('error', reject);
    request.on('response', (response) => {
      const encoding = response.headers['content-encoding']?.toLowerCase();
      const unpack = encoding === 'gzip' ? createGunzip() : encoding === 'deflate' ? createInflate() : encoding === 'br' ? createBrotliDecompress() : undefined;
      if (unpack !== undefined) response.on('error', (error) => unpack.destroy(error));
      resolve({
        status: response.statusCode ?? 0,
        headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value])),
        body: unpack === undefined ? response : response.pipe(unpack),
        close: () => request.destroy(),
      });
    });
    request.end();
  });

/** How the importer names itself to servers and in robots.txt. */
export const USER_AGENT = 'stet-import';
