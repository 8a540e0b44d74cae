import { rmSync } from 'node:fs';
import { decode } from '../input/decode.ts';
import { allBytes } from '../input/input.ts';
import type { Item } from '../item.ts';
import { Refusal } from '../limits.ts';
import type { Done } from '../threads/task.ts';
import type { makeFetcher } from './get.ts';

/** Takes an entry of a feed from the page that it stands for, where the feed gives no more than a summary; else as it is. */
export async function takeWithPage(item: Item, fetchPage: ReturnType<typeof makeFetcher>, take: (item: Item) => Promise<Done>): Promise<Done> {
  const { content } = item;
  const address = content.kind === 'refused' ? content.address : content.kind === 'article' && content.draft.summary ? content.draft.address?.value : undefined;
  if (address === undefined) return await take(item);
  const page = await pageAt(address, fetchPage);
  const done = 'refused' in page ? page : await take({ ...item, ...page });
  if ('article' in done) return done;
  const why = `Its page was not read. ${'refused' in done ? done.refused : 'It holds no text of an article.'}`;
  if (content.kind === 'article') return await take({ ...item, content: { ...content, draft: { ...content.draft, doubts: [...content.draft.doubts, why] } } });
  return { refused: content.kind === 'refused' ? `${content.reason} ${why}` : why };
}

async function pageAt(
  address: string,
  fetchPage: ReturnType<typeof makeFetcher>,
): Promise<Pick<Item, 'content' | 'captured' | 'decoding'> | { refused: string }> {
  const page = await fetchPage(address);
  if ('refused' in page) return page;
  try {
    const { text, ...decoding } = decode(await allBytes({ ...page, gzip: false }), { contentType: page.contentType });
    return { captured: page.captured, content: { kind: 'page', html: text, url: page.url, captured: page.captured }, decoding };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refused: error.message };
  } finally {
    rmSync(page.path, { force: true });
  }
}
