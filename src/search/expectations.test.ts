import { expect, test } from 'vitest';
import { loadStem } from './stem.ts';
import { foldWords } from './words.ts';

/** By language: what is typed, and a word of a text in which a reader expects to find it. */
const FOUND: Record<string, string> = {
  en: 'troops:troop talks:talking ministers:minister elections:election voted:voting countries:country cities:city Ankara:Ankara’s café:cafe naïve:naive organisations:organisation children:child women:woman men:man spokesmen:spokesman wives:wife crises:crisis criteria:criterion',
  fr: 'armées:armée élections:election présidents:président présidente:président nationaux:national œuvre:oeuvre garçon:garcon Noël:noel été:ete travailleurs:travailleur chevaux:cheval gouvernements:gouvernement manifestations:manifestation armée:l’armée',
  ru: 'войска:войск город:города городе:город выборах:выборы президента:президент ёлка:елка новый:нового министры:министров переговоры:переговоров России:Россия Москве:Москва людей:люди сирийские:сирийский',
  ar: 'الحرب:حرب والحرب:حرب للحرب:حرب بالحرب:حرب المفاوضات:مفاوضات الرئيس:رئيس أحمد:احمد إدلب:ادلب مدينة:مدينه كتـــاب:كتاب الْحَرْبُ:حرب المسلحين:مسلحون القوات:قوات السورية:سوري',
  fa: 'کتاب‌ها:کتاب می‌شود:میشود وزير:وزیر كتاب:کتاب ۱۲۳:123 جنگ‌های:جنگ',
  tr: 'İstanbul:istanbul ışık:IŞIK evler:ev Iğdır:ığdır İstanbul:İstanbul’da',
  de: 'Häuser:Haus Wahlen:Wahl Straße:Strasse Präsidenten:Präsident',
  es: 'elecciones:elección años:anos',
  el: 'πόλεμος:πολέμου',
  uk: 'війна:війни',
  hi: 'चुनाव:चुनावों',
};

/** What is not the same to a reader, though it looks alike. */
const APART: Record<string, string> = {
  en: 'policy:police marine:market news:new amen:aman',
  fr: 'armée:armoire port:portail',
  ru: 'мир:миг министр:министерство',
  ar: 'حرب:حزب كتاب:مكتب',
};

test.each(Object.entries(FOUND))('%s: words are found in the forms that a reader expects', async (language, pairs) => {
  for (const pair of pairs.split(' ')) {
    const [typed, printed] = await wordsOf(language, pair);
    expect(printed, pair).toContain(typed);
  }
});

test.each(Object.entries(APART))('%s: other words are not', async (language, pairs) => {
  for (const pair of pairs.split(' ')) {
    const [typed, printed] = await wordsOf(language, pair);
    expect(printed, pair).not.toContain(typed);
  }
});

/** The words of a pair as they are compared, each between spaces. */
async function wordsOf(language: string, pair: string): Promise<string[]> {
  const stem = await loadStem(language);
  return pair.split(':').map((text) => ` ${foldWords(text).map(stem).join(' ')} `);
}
