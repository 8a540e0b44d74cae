import type { FoundPicture } from '../../found.ts';
import { isObject, type JsonObject, list } from '../page/json.ts';
import { resolve, text } from '../page/main-article.ts';
import { absolute, type Page } from '../page/page.ts';

/**
 * The picture that stands for an article: the one its page names, with what is printed under it; else the first in its text.
 * `onPage` are all pictures of the page, `inText` those that stand in the text.
 */
export function leadPicture(
  page: Page,
  node: JsonObject | undefined,
  onPage: readonly FoundPicture[],
  inText: readonly FoundPicture[],
): FoundPicture | undefined {
  const [image] = list(node?.image);
  const object = image === undefined ? undefined : resolve(image, page.jsonLd);
  const named = [
    page.metas.get('og:image')?.[0],
    page.metas.get('twitter:image')?.[0],
    isObject(object) ? (text(object.url) ?? text(object.contentUrl)) : text(object),
  ]
    .map((each) => absolute(each, page.base))
    .filter((each) => each !== undefined && !/logo|placeholder|default[-_]|favicon|fallback/i.test(each));
  const same = onPage.find(({ src }) => named.some((each) => each !== undefined && fileOf(each) === fileOf(src)));
  if (same !== undefined) return same;
  const [first] = inText;
  if (first !== undefined && (first.caption !== undefined || named.length === 0)) return first;
  const [src] = named;
  if (src === undefined) return first;
  const caption = isObject(object) ? text(object.caption) : undefined;
  const alt = page.metas.get('og:image:alt')?.[0];
  return { src, ...(alt === undefined ? {} : { alt }), ...(caption === undefined ? {} : { caption }) };
}

/** The name of a picture's file, which its sizes and servers have in common. */
function fileOf(address: string): string {
  const path = URL.parse(address)?.pathname ?? address;
  return (
    path
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? path
  )
    .replace(/[-_]\d+x\d+(?=\.)|@\dx/g, '')
    .toLowerCase();
}
