/**
 * Program: the service worker of the search page, so that it opens offline. It answers for the page and its
 * code alone; the index is loaded and kept by `load.ts`, and every other page is none of its business.
 */
import { codeCache } from './kept.ts';

interface FetchEvent extends Event {
  request: Request;
  respondWith(response: Promise<Response>): void;
}

/** A page that has not come after so many milliseconds is shown as it was kept. */
const PATIENCE = 4000;

const worker = globalThis as unknown as { skipWaiting(): Promise<void>; registration: { scope: string } };
const base = new URL(worker.registration.scope).pathname;

addEventListener('install', (event) => {
  void worker.skipWaiting();
  // Where browsers can be told so, what is none of our business does not wake this program.
  const { addRoutes } = event as Event & { addRoutes?: (rules: object[]) => Promise<void> };
  void addRoutes?.call(event, [{ condition: { urlPattern: new URLPattern({ pathname: `${base}pagefind/*` }) }, source: 'network' }]);
});

addEventListener('fetch', (event) => {
  const { request, respondWith } = event as FetchEvent;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin || request.method !== 'GET') return;
  if (pathname.startsWith(`${base}_astro/`)) respondWith.call(event, codeOf(request));
  else if (request.mode === 'navigate' && pathname === `${base}search/`) respondWith.call(event, pageOf(request, `${base}search/`));
});

async function codeOf(request: Request): Promise<Response> {
  return (await (await caches.open(codeCache(base))).match(request.url)) ?? fetch(request);
}

async function pageOf(request: Request, page: string): Promise<Response> {
  const kept = await (await caches.open(codeCache(base))).match(page);
  if (kept === undefined) return fetch(request);
  const coming = fetch(request);
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE));
  return Promise.race([coming, late]).catch(() => kept);
}
