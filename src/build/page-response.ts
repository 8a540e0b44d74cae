/** Name under which compiled templates find {@link PageResponse} in place of the web's `Response`. */
export const RESPONSE = 'StetPageResponse';

/** What a page may be made of. */
type Body = string | Uint8Array | null;

/**
 * What Astro and our endpoints answer with, as far as they look at it. Node's own `Response` makes a stream of each
 * page and reads it back, which with all the copies takes as long as a short page takes to render.
 */
export class PageResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly body: Body;

  constructor(body: Body = null, { status = 200, statusText = '', headers }: ResponseInit = {}) {
    this.status = status;
    this.statusText = statusText;
    this.headers = headers instanceof Headers ? headers : new Headers(headers);
    this.body = body;
  }

  bytes(): Buffer {
    const { body } = this;
    if (body === null || typeof body === 'string') return Buffer.from(body ?? '');
    return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  }
}

/** Lets templates find it: what both know is the process. */
export function provideResponse(): void {
  Reflect.set(globalThis, RESPONSE, PageResponse);
}
