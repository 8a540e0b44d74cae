/** Languages whose dates are read when the page does not say which is its own: those of most news on the web, most first. */
const USUAL =
  'en es de fr pt it ru nl pl tr ar fa id sv da nb fi cs sk hu ro bg uk el hr sr sl et lv lt ca eu gl vi ms tl sq mk bs he hi bn ta te mr ur sw az kk ka hy is af'.split(
    ' ',
  );

const tables = new Map<string, ReadonlyMap<string, number>>();

/** Number of a month, 1 to 12, by its name or short name in a language, or else in any usual one. */
export function monthNumber(name: string, language: string): number | undefined {
  const key = fold(name);
  return tableOf(language).get(key) ?? usual().get(key);
}

let all: Map<string, number> | undefined;

function usual(): ReadonlyMap<string, number> {
  if (all === undefined) {
    all = new Map();
    // Where two languages give one name to two months (“listopad”), the one with more news has it.
    for (const language of USUAL) for (const [name, month] of tableOf(language)) if (!all.has(name)) all.set(name, month);
  }
  return all;
}

function tableOf(language: string): ReadonlyMap<string, number> {
  const known = tables.get(language);
  if (known !== undefined) return known;
  const table = new Map<string, number>();
  const formats = FORMATS.map((format) => new Intl.DateTimeFormat(localeOf(language), { ...format, timeZone: 'UTC', calendar: 'gregory' }));
  for (let month = 1; month <= 12; month++) {
    for (const name of [...namesOf(month, formats), ...(EXTRA[language]?.[month - 1] ?? [])])
      if (LETTERS.test(name) && !table.has(name)) table.set(name, month);
  }
  tables.set(language, table);
  return table;
}

const LETTERS = /^\p{L}[\p{L}\p{M}]{2,}/u;
// As the Unicode CLDR has them: standing alone and within a date (many languages inflect), long and short.
const FORMATS: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'long', day: 'numeric' },
  { month: 'long', day: 'numeric', year: 'numeric' },
  { month: 'short' },
  { month: 'short', day: 'numeric', year: 'numeric' },
];

function namesOf(month: number, formats: readonly Intl.DateTimeFormat[]): string[] {
  const day = new Date(Date.UTC(2001, month - 1, 1));
  return formats.flatMap((format) =>
    format
      .formatToParts(day)
      .filter(({ type }) => type === 'month')
      .map(({ value }) => fold(value)),
  );
}

// Names in use that CLDR does not list.
const EXTRA: Record<string, string[][]> = {
  en: [['jan'], ['feb', 'febr'], ['mar'], ['apr'], [], ['jun'], ['jul'], ['aug'], ['sep', 'sept'], ['oct'], ['nov'], ['dec']],
  es: [['ene'], [], [], ['abr'], [], [], [], ['ago'], ['sep', 'set', 'setiembre'], [], [], ['dic']],
  de: [['jan', 'jänner'], [], ['mrz'], [], [], [], [], [], ['sept'], ['okt'], [], ['dez']],
  ar: ['كانون الثاني', 'شباط', 'آذار', 'نيسان', 'أيار', 'حزيران', 'تموز', 'آب', 'أيلول', 'تشرين الأول', 'تشرين الثاني', 'كانون الأول'].map((name) => [name]),
};

function localeOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch (error) {
    // What a page declares may be no language at all.
    if (error instanceof RangeError) return 'en';
    throw error;
  }
}

/** Lower-case, without the marks that writers leave out and the stop of a short form. */
function fold(name: string): string {
  return name.toLowerCase().normalize('NFC').replace(/\.$/, '').replaceAll(/[’']/g, '').trim();
}
