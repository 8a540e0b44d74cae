import { isDate } from './machine-date.ts';

// Languages whose names of months are known; `Intl` has the names, in the forms that stand alone and beside a day.
const LANGUAGES =
  'af am ar ar-LB ar-DZ az be bg bn bs ca cs cy da de de-AT el en es et eu fa fi fil fo fr ga gl gu he hi hr hu hy id is it ka kk km kn ko ky lo lt lv mk ml mn mr ms mt my nb ne nl pa pl ps pt ro ru si sk sl sq sr sr-Latn sv sw ta te th tr uk ur uz vi zu'.split(' ');

let months: Map<string, number> | undefined;

function monthNames(): Map<string, number> {
  if (months !== undefined) return months;
  const made = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const form of [{ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }, { month: 'short', day: 'numeric' }] as const) {
      const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { ...form, timeZone: 'UTC' });
      for (let month = 0; month < 12; month += 1) {
        const name = format.formatToParts(Date.UTC(2020, month, 15)).find(({ type }) => type === 'month')?.value ?? '';
        const key = fold(name);
        // A name that means another month in another language says nothing (Croatian and Czech “listopad”).
        if (/\p{L}{3}/u.test(key) || /\p{Lo}/u.test(key)) made.set(key, made.has(key) && made.get(key) !== month + 1 ? 0 : month + 1);
      }
    }
  }
  months = made;
  return made;
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{M}\s]/gu, '').trim();
}

/** Digits of every script as those of ASCII. */
export function latinDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    // The digits of a script follow one another, and nothing that is a digit goes before its zero.
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
    return String(code - zero);
  });
}

/** Reads a day that is written with the name of its month, in many languages, or as `2020年3月5日`. */
export function readWordDate(written: string): string | undefined {
  const text = latinDigits(written).replaceAll(/[\u200e\u200f]/g, '');
  const east = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号號]?/.exec(text);
  if (east !== null) return compose(east[1], Number(east[2]), east[3]);
  const names = monthNames();
  const words = [...text.matchAll(/\d+|[\p{L}\p{M}]+/gu)].map(([word]) => word);
  for (const [at, word] of words.entries()) {
    const month = names.get(fold(word)) ?? 0;
    if (month === 0) continue;
    // Up to two small words may stand between: “5 de enero de 2020”, “5th of January”.
    const before = words.slice(Math.max(0, at - 3), at).filter((each) => /^\d/.test(each));
    const after = words.slice(at + 1, at + 5).filter((each) => /^\d/.test(each));
    const yearAfter = after.find((each) => /^\d{4}$/.test(each));
    const dayBefore = before.findLast((each) => /^\d{1,2}$/.test(each));
    const dayAfter = after.find((each) => /^\d{1,2}$/.test(each));
    const yearBefore = before.findLast((each) => /^\d{4}$/.test(each));
    const made =
      (dayBefore !== undefined && yearAfter !== undefined && compose(yearAfter, month, dayBefore)) ||
      (dayAfter !== undefined && yearAfter !== undefined && compose(yearAfter, month, dayAfter)) ||
      (dayAfter !== undefined && yearBefore !== undefined && compose(yearBefore, month, dayAfter));
    if (made) return made;
  }
  return undefined;
}

function compose(year: string | undefined, month: number, day: string | undefined): string | undefined {
  const made = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDate(made) ? made : undefined;
}
