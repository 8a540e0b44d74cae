import { directionOf } from '../archive/article.ts';

/** Language of the site's own words. */
export const SITE_LANGUAGE = 'en';

const known = new Map<string, { lang?: string; dir?: 'rtl' | 'ltr' }>();

/** `lang` and `dir` of a text that stands among the site's own words; nothing where it shares their language. */
export function textAttributes(language: string): { lang?: string; dir?: 'rtl' | 'ltr' } {
  let attributes = known.get(language);
  if (attributes === undefined) {
    attributes = language === SITE_LANGUAGE ? {} : { lang: language, ...(directionOf(language) === 'rtl' && { dir: 'rtl' as const }) };
    known.set(language, attributes);
  }
  return attributes;
}
