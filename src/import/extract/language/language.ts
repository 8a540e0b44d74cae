import { eld } from 'eld/extrasmall';
import type { Finding } from '../../found.ts';
import type { JsonObject } from '../page/json.ts';
import { text } from '../page/main-article.ts';
import type { Page } from '../page/page.ts';
import { attribute, textOf } from '../page/tree.ts';
import { type Testimony, weigh } from '../weigh/weigh.ts';

/** Characters of prose from which on a language is told reliably, and after which more tells nothing new. */
const ENOUGH = 200;
const PLENTY = 3_000;

/** The language of an article: what the page declares, held against what its paragraphs are written in. */
export function findLanguage(page: Page, node: JsonObject | undefined): Finding<string> | undefined {
  const html = page.elements.find(({ tagName }) => tagName === 'html');
  const declared: [witness: string, tag: string | undefined, trust: number][] = [
    ['html lang', html === undefined ? undefined : attribute(html, 'lang') || attribute(html, 'xmlLang'), 0.93],
    ['json-ld inLanguage', text(node?.inLanguage), 0.92],
    ['meta content-language', page.metas.get('content-language')?.[0], 0.9],
    ['meta language', page.metas.get('language')?.[0] ?? page.metas.get('dc.language')?.[0], 0.85],
    ['meta og:locale', page.metas.get('og:locale')?.[0], 0.85],
  ];
  const said: Testimony<string>[] = declared.flatMap(([witness, tag, trust]) => {
    const value = languageTag(tag);
    return value === undefined ? [] : [{ value, witness, origin: 'system' as const, trust }];
  });
  const prose = proseOf(page);
  const detected = detect(prose);
  if (detected !== undefined) said.push({ value: detected, witness: 'text', origin: 'print', trust: prose.length >= ENOUGH ? 0.98 : 0.75 });
  return weigh(
    said,
    family,
    (side) => side.find(({ value }) => value.includes('-'))?.value ?? side.find(({ origin }) => origin === 'system')?.value ?? side[0]?.value,
  );
}

function proseOf(page: Page): string {
  let prose = '';
  for (const element of page.elements) {
    if (element.tagName !== 'p') continue;
    const line = textOf(element);
    if (line.length > 60) prose += `${line} `;
    if (prose.length > PLENTY) break;
  }
  if (prose.length >= ENOUGH) return prose.slice(0, PLENTY);
  const body = page.elements.find(({ tagName }) => tagName === 'body');
  return body === undefined ? prose : textOf(body).slice(0, PLENTY);
}

/** The language that a text is written in. */
export function detect(prose: string): string | undefined {
  const { language } = eld.detect(prose);
  return language === '' ? undefined : language;
}

/** A BCP 47 tag of what stands in a page: `en_US`, `English` is none. */
export function languageTag(tag: string | undefined): string | undefined {
  const bare = tag?.split(/[,;\s]/)[0]?.replaceAll('_', '-') ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i.test(bare) || /^(?:und|mul|zxx|xx|root)\b/i.test(bare)) return undefined;
  return Intl.getCanonicalLocales(bare)[0];
}

// Languages that detection does not tell apart, or that are declared by one name and detected by another.
const FAMILIES: Record<string, string> = { nb: 'no', nn: 'no', id: 'ms', bs: 'hr', sh: 'hr', fil: 'tl', iw: 'he', in: 'ms', cmn: 'zh', ckb: 'ku' };

function family(tag: string): string {
  const [base = ''] = tag.split('-');
  return FAMILIES[base] ?? base;
}

const GENERIC = new Set('ai cc co fm io is la ly me tv to ws eu'.split(' '));

/** A language with the country that an address gives it, where it has none: how dates in figures are read depends on it. */
export function withCountry(language: string, url: string | undefined): string {
  const country = /\.([a-z]{2})$/.exec(URL.parse(url ?? '')?.hostname ?? '')?.[1];
  if (country === undefined || language.includes('-') || GENERIC.has(country)) return language;
  return `${language}-${country === 'uk' ? 'GB' : country.toUpperCase()}`;
}
