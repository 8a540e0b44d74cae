/** Reduces a folded word to what its forms have in common: “troops” and “troop” to “troop”. */
export type Stem = (word: string) => string;

type Module = Promise<{ stemmer: Stem }>;

// By first part of the language tag. Each is loaded only where an archive has its language.
const STEMMERS: Record<string, () => Module> = {
  ar: () => import('@orama/stemmers/arabic'),
  bg: () => import('@orama/stemmers/bulgarian'),
  da: () => import('@orama/stemmers/danish'),
  de: () => import('@orama/stemmers/german'),
  el: () => import('@orama/stemmers/greek'),
  en: () => import('@orama/stemmers/english'),
  es: () => import('@orama/stemmers/spanish'),
  fi: () => import('@orama/stemmers/finnish'),
  fr: () => import('@orama/stemmers/french'),
  ga: () => import('@orama/stemmers/irish'),
  hi: () => import('@orama/stemmers/indian'),
  hu: () => import('@orama/stemmers/hungarian'),
  hy: () => import('@orama/stemmers/armenian'),
  id: () => import('@orama/stemmers/indonesian'),
  it: () => import('@orama/stemmers/italian'),
  lt: () => import('@orama/stemmers/lithuanian'),
  nb: () => import('@orama/stemmers/norwegian'),
  ne: () => import('@orama/stemmers/nepali'),
  nl: () => import('@orama/stemmers/dutch'),
  nn: () => import('@orama/stemmers/norwegian'),
  no: () => import('@orama/stemmers/norwegian'),
  pt: () => import('@orama/stemmers/portuguese'),
  ro: () => import('@orama/stemmers/romanian'),
  ru: () => import('@orama/stemmers/russian'),
  sr: () => import('@orama/stemmers/serbian'),
  sv: () => import('@orama/stemmers/swedish'),
  ta: () => import('@orama/stemmers/tamil'),
  tr: () => import('@orama/stemmers/turkish'),
  uk: () => import('@orama/stemmers/ukrainian'),
};

// Particles that are written together with the word, which the Arabic stemmer knows only in part.
const ARABIC_PARTICLES = /^(?:[وف]?[بك]?ال|[وف]?لل|و)(?=.{3})/;
// Words that are no form of another, as Porter 2 has them and the English stemmer, which is the first Porter, does not.
const ENGLISH_ALONE = new Set('sky news howe atlas cosmos bias andes inning outing canning herring earring proceed exceed succeed'.split(' '));
// Plurals that no ending tells of, and what they are the plural of.
const ENGLISH_PLURALS = new Map(
  [
    ...'children:child feet:foot teeth:tooth geese:goose mice:mouse wives:wife knives:knife wolves:wolf thieves:thief halves:half loaves:loaf shelves:shelf calves:calf'.split(
      ' ',
    ),
    ...'crises:crisis analyses:analysis theses:thesis hypotheses:hypothesis diagnoses:diagnosis parentheses:parenthesis'.split(' '),
    ...'criteria:criterion phenomena:phenomenon referenda:referendum memoranda:memorandum millennia:millennium bacteria:bacterium'.split(' '),
    ...' wo police policewo gun spokes spokeswo chair chairwo congress congresswo business businesswo sports service servicewo fisher fire sales states camera country crafts clergy gentle noble lay work post mid french english irish dutch'
      .split(' ')
      .map((before) => `${before}men:${before}man`),
  ].map((pair) => pair.split(':') as [string, string]),
);
const PERSIAN_PLURAL = /(?<=..)ها(?:ي|يي)?$/;

/** Loads what finds the forms of words in a language, by the first part of its tag. Where nothing is known, a word has one form. */
export async function loadStem(language: string): Promise<Stem> {
  if (language === 'fa') return (word) => word.replace(PERSIAN_PLURAL, '');
  const load = Object.hasOwn(STEMMERS, language) ? STEMMERS[language] : undefined;
  if (load === undefined) return (word) => word;
  const { stemmer } = await load();
  const bare = (word: string) => {
    if (language === 'ar') return word.replace(ARABIC_PARTICLES, '');
    return language === 'en' ? (ENGLISH_PLURALS.get(word) ?? word) : word;
  };
  const isAlone = (word: string) => /\p{N}/u.test(word) || (language === 'en' && ENGLISH_ALONE.has(word));
  // What has a digit has no other forms. A stemmer may leave nothing of a short word.
  return (word) => (isAlone(word) ? word : stemmer(bare(word)) || word);
}

/** The part of a language tag that decides about bundle and stemmer: `en` of `en-GB`. */
export function baseLanguage(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}
