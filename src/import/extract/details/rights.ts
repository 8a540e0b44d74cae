import type { JsonObject } from '../page/json.ts';
import { text } from '../page/main-article.ts';
import { absolute, type Page } from '../page/page.ts';

/** What a page says of who may use its article. */
export function rightsOf(page: Page, node: JsonObject | undefined): string | undefined {
  const said = [
    text(node?.license),
    absolute(page.links.get('license')?.[0], page.base),
    page.metas.get('dc.rights')?.[0],
    page.metas.get('dcterms.rights')?.[0],
    text(node?.copyrightNotice),
    page.metas.get('copyright')?.[0],
  ];
  return said.map((each) => each?.replaceAll(/\s+/g, ' ').trim()).find((each) => each !== undefined && each.length > 2 && each.length <= 300);
}
