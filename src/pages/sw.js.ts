import type { APIRoute } from 'astro';
import offline from '../search/client/offline.ts?worker&url';
import { textResponse } from '../site/feeds.ts';

/** The service worker of the search page; it lies at the root, because one sees only what lies below it. */
export const GET: APIRoute = () => textResponse(`importScripts(${JSON.stringify(offline)});\n`, 'text/javascript');
