import { language as languageSchema } from '../../schema/fields.ts';

/** A tag in its right form: `en_us` becomes `en-US`; undefined where it is none. */
export function languageTag(tag: string | undefined): string | undefined {
  if (tag === undefined) return undefined;
  try {
    const [made] = Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-').replace(/\..*$/, ''));
    return made !== undefined && languageSchema.safeParse(made).success && !/^(?:und|mul|zxx)\b/.test(made) ? made : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
