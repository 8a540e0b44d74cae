import chardet from 'chardet';

/** So many bytes are looked at, and so many of text among them, which is plenty. */
const LOOKED_AT = 1024 * 1024;
const SAMPLE = 64 * 1024;

/** What speaks for an encoding that texts in the declared language had before UTF-8; 100 is as sure as the detector gets. */
const FOR_ITS_FIRST = 10;
const FOR_ITS_OWN = 2;

// In the names of the detector, the usual one first. English is left out: templates say it of everything.
const ENCODINGS: [languages: string, encodings: string[]][] = [
  ['ru uk be bg sr mk kk ky tt tg mn ba cv', ['windows-1251', 'KOI8-R', 'ISO-8859-5']],
  ['pl cs sk hu sl hr bs ro sr sq sh', ['windows-1250', 'ISO-8859-2']],
  ['de fr es it pt nl sv da no nb nn fi is ca gl eu ga', ['windows-1252', 'ISO-8859-1']],
  ['el', ['windows-1253', 'ISO-8859-7']],
  ['tr az', ['windows-1254', 'ISO-8859-9']],
  ['he iw yi', ['windows-1255', 'ISO-8859-8']],
  ['ar fa ur ps', ['windows-1256', 'ISO-8859-6']],
  ['lt lv et', ['windows-1257']],
  ['vi', ['windows-1258']],
  ['th', ['windows-874']],
  ['ja', ['Shift_JIS', 'EUC-JP']],
  ['zh', ['GB18030', 'Big5']],
  ['ko', ['EUC-KR']],
];

/** The likeliest encoding of bytes that are not UTF-8: by their text without its markup, and the language that they declare. */
export function guessEncoding(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1');
  const language = declaredLanguage(latin);
  const own = ENCODINGS.flatMap(([languages, encodings]) => (language !== undefined && languages.split(' ').includes(language) ? encodings : []));
  const text = textIn(latin);
  const matches = chardet.analyse(Buffer.from(text, 'latin1')).filter(({ name }) => !/^(?:utf-8|ascii|iso-2022-.*)$/i.test(name));
  const scores = new Map(own.map((encoding, at) => [encoding, at === 0 ? FOR_ITS_FIRST : 0]));
  for (const { name, confidence } of matches) scores.set(name, (scores.get(name) ?? 0) + confidence * (own.includes(name) ? FOR_ITS_OWN : 1));
  const best = [...scores].sort(([, a], [, b]) => b - a)[0]?.[0];
  return exactly(best, matches.find(({ name }) => name === best)?.lang ?? language, text);
}

/** What the detector takes for a neighbour, in the name that decoders know. */
function exactly(name: string | undefined, language: string | undefined, text: string): string {
  // Browsers read the oldest by the name of the one that came after it.
  if (name === undefined || name === 'ISO-8859-1') return 'windows-1252';
  // Where Ukrainian has letters, Russian had pieces of frames.
  if (name === 'KOI8-R' && /[\xa4\xa6\xa7\xad]/.test(text)) return 'koi8-u';
  // The detector looks for bytes that ISO 8859 does not use. Polish without any has an ą in either, at another place.
  if (name === 'ISO-8859-2' && language === 'pl' && !/[\xb1\xb6\xbc]/.test(text)) return 'windows-1250';
  return name.toLowerCase();
}

/** The lines between tags that have other characters than ASCII; all of it where there are none. */
function textIn(latin: string): string {
  const bare = latin
    .replaceAll(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi, '\n')
    .replaceAll(/<!\[CDATA\[|\]\]>/g, '\n')
    .replaceAll(/<[^<>]*>|&lt;[^<>]{0,500}?(?:&gt;|>)/g, '\n')
    .replaceAll(/&#?\w+;/g, ' ');
  const lines = bare.split(/[\r\n]+/).filter((line) => /[\x80-\xff]/.test(line));
  return lines.length === 0 ? latin : lines.join(' ').slice(0, SAMPLE);
}

const LANGUAGE =
  /<html\b[^>]*?\blang\s*=\s*["']?([a-z]{2,3})\b|\bxml:lang\s*=\s*["']([a-z]{2,3})\b|<(?:dc:)?language>\s*([a-z]{2,3})\b|\bcontent-language["'][^>]*?\bcontent\s*=\s*["']([a-z]{2,3})\b|"(?:language|lang|inLanguage)"\s*:\s*"([a-z]{2,3})\b/i;

function declaredLanguage(latin: string): string | undefined {
  return LANGUAGE.exec(latin.slice(0, SAMPLE))
    ?.slice(1)
    .find((each) => each !== undefined)
    ?.toLowerCase();
}
