import { eld } from 'eld/extrasmall';
import type { Finding } from '../found.ts';
import { type Draft, said as saidBy } from '../item.ts';
import { languageTag } from './language-tag.ts';

/** Enough of a text to know its language by; in characters. */
const SAMPLE = 3000;

/** Less than this says little; in letters. */
const ENOUGH = 60;

// Languages that the detector does not know, or takes for their neighbours. What an input says of them is believed.
const BELIEVED = /^(?:nn|nb|no|da|gl|ca|oc|hr|bs|sr|sh|me|id|ms|cs|sk|mk|bg|af|nl|uz|tg|ps|ku|ckb|ug|sd|cy|ga|gd|mt|lb|fy|kk|ky|tt)$/;

/** Language of a text: what is said of it, held against what it looks like. */
export function languageOf(text: string, said: Finding<string> | undefined): { language: string | undefined; doubt?: string } {
  const declared = languageTag(said?.value);
  const plain = text
    .slice(0, SAMPLE * 2)
    .replaceAll(/\]\([^)]*\)|https?:\/\/\S+|[#*_>`|[\]-]/g, ' ')
    .slice(0, SAMPLE);
  const letters = plain.match(/\p{L}/gu)?.length ?? 0;
  const result = eld.detect(plain);
  const seen = letters >= ENOUGH && result.language !== '' && (result.isReliable() || letters > 10 * ENOUGH) ? languageTag(result.language) : undefined;
  if (declared === undefined) return { language: seen ?? (letters < ENOUGH ? languageTag(result.language) : undefined) };
  const base = baseOf(declared);
  if (seen === undefined || base === baseOf(seen)) return { language: declared };
  if (said?.sure && BELIEVED.test(base) && BELIEVED.test(baseOf(seen))) return { language: declared };
  // Templates say `en` of everything; words do not lie.
  return { language: seen, ...(said?.sure && { doubt: `It says that its language is ${declared}; its words are ${seen}.` }) };
}

/** An article with its language: what a feed or table says of it, held against its words. That of a page has been weighed. */
export function withLanguage(article: Omit<Draft, 'markup'>): Omit<Draft, 'markup'> {
  const { language, doubt } = languageOf(`${article.headline?.value ?? ''}\n${article.text}`, article.language);
  const { language: _, ...rest } = article;
  return {
    ...rest,
    ...(language !== undefined && { language: saidBy(language, 'text') }),
    doubts: doubt === undefined ? article.doubts : [...article.doubts, doubt],
  };
}

function baseOf(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
