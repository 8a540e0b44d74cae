import type { Finding } from '../../found.ts';
import { isObject, type JsonObject, list } from '../page/json.ts';
import { plain, resolve, text } from '../page/main-article.ts';
import type { Page } from '../page/page.ts';
import { type Testimony, weigh } from '../weigh/weigh.ts';

const METAS: Record<string, number> = {
  'og:site_name': 0.9,
  'application-name': 0.7,
  'apple-mobile-web-app-title': 0.65,
  'dc.publisher': 0.85,
  'dcterms.publisher': 0.85,
  publisher: 0.7,
  cre: 0.75,
  'parsely-publisher': 0.85,
  citation_journal_title: 0.85,
};

/** Whoever published the page, by name. */
export function findPublisher(page: Page, node: JsonObject | undefined): Finding<string> | undefined {
  const said: Testimony<string>[] = Object.entries(METAS).flatMap(([name, trust]) =>
    (page.metas.get(name) ?? []).slice(0, 1).flatMap((value) => (isName(value) ? [{ value, witness: `meta ${name}`, origin: 'system' as const, trust }] : [])),
  );
  for (const each of list(node?.publisher).slice(0, 3)) {
    const publisher = resolve(each, page.jsonLd);
    const name = isObject(publisher) ? text(publisher.name) : text(publisher);
    if (name !== undefined && isName(name)) said.push({ value: name, witness: 'json-ld publisher', origin: 'system', trust: 0.88 });
  }
  const host = URL.parse(page.url ?? '')?.hostname.replace(/^www\./, '') ?? '';
  const named = said.filter(({ value }) => isNameOf(value, host)).map(({ value }) => ({ value, witness: 'address', origin: 'address' as const, trust: 0.8 }));
  if (said.length === 0 && host !== '') return { value: host, sure: false, witnesses: ['address'], disputed: [] };
  return weigh([...said, ...named], plain);
}

function isName(value: string): boolean {
  return value.length > 1 && value.length < 80 && !/^https?:|^@/.test(value);
}

/** “The Guardian” of theguardian.com, “BBC News” of bbc.co.uk. */
function isNameOf(name: string, host: string): boolean {
  const own = plain(name).replaceAll(' ', '');
  const label = host
    .split('.')
    .filter((part) => part.length > 2 && !['com', 'net', 'org', 'news'].includes(part))
    .map((part) => part.replaceAll('-', ''));
  return label.some((part) => own.includes(part) || part.includes(own.replace(/^the/, '')));
}
