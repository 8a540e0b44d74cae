/**
 * Names of persons in what pages give as author. A page that names nobody must not get a name: what could as well be
 * a newsroom, an agency, an account or a sentence is left out.
 */

/** Words that no person's name has, in the languages of most news. Lower-case. */
const NOT_A_PERSON = new Set(
  `privacy policy policies terms conditions cookie cookies settings admin administrator webmaster editor editors editorial editoren desk staff team newsroom newsdesk news noticias notizie nieuws nachrichten novosti новости redaktion redaktionen redaktør redacción redaccion redação redacao redazione redactie rédaction redaktsiya редакция редакція redakcja redakce redakcia redakcija szerkesztőség toimitus desk agency agencies agencia agencias agência agence agentur agenzia press presse prensa reporter reporters correspondent correspondents contributor contributors writer writers author authors autor auteur autore service services wire wires media magazine times post tribune herald gazette chronicle journal daily weekly network online web website blog blogs tv television radio broadcasting company corporation corp inc ltd llc gmbh foundation institute university college ministry department office government council committee commission association society club union group bureau board publishing publications communications relations pr release anonymous unknown user none null undefined default test published updated posted share follow subscribe read comments comment contact about more view profile bio archive source sources photo photos image images video getty shutterstock istock reuters afp dpa efe ansa lusa tass ria apa sda belga ritzau ntb tt xinhua kyodo upi bloomberg associated cnn bbc npr pbs abc nbc cbs sky itv rt dw rfi cbc australian community advertising sponsored partner promotion digital breaking live exclusive opinion world sports business politics technology entertainment lifestyle health science international national local report reports reporting special today yesterday january february march july september october november december monday tuesday wednesday thursday friday saturday sunday com org net www http https`.split(
    /\s+/,
  ),
);

/** Agencies and newsrooms by name; a name that begins or ends so is theirs. */
const AGENCIES =
  /^(?:ap|afp|dpa|epd|kna|sid|efe|ansa|lusa|apa|upi|ians|pti|ani|aap|pa|cp|mti|stt|cctv|agerpres|aptn|tanjug|hina|fena|beta|interfax|unian|ukrinform|anp|belga|europa press|the associated press|associated press|press association|agence france[- ]presse|press trust of india|the canadian press|deutsche presse[- ]agentur|пресс-служба|риа новости|тасс|интерфакс|新华社|新華社|中新社|中央社|共同通信|時事通信|연합뉴스)$/i;

const BY =
  /^(?:(?:(?:words?|story|text|written|reported|posted|published|article|analysis|opinion|review|interview|commentary|edited|compiled|contributed|as told to|submitted|reviewed|report|reporting) )?by|from|von|par|por|di|door|av|af|od|przez|text|texte|texto|testo|tekst|autor(?:in|a|es|en)?|author|authors|auteur|autore|автор|автори|авторы|текст|від|от|oleh|penulis|yazar|haber|بقلم|كتب|كتبت|إعداد|作者|記者|记者|文|撰文|責任編輯|기자|tác giả)(?:\s*[:：|/]\s*|\s+)/iu;

/** Splits what stands in a byline or field into names of persons, as printed. Empty where there is none. */
export function personsIn(written: string, publishers: readonly string[] = []): string[] {
  const byline = written
    .replaceAll(/&amp;/g, '&')
    .replaceAll(/[^\S\n]|[\u200b\u200e\u200f]/g, ' ')
    .trim()
    .replace(BY, '')
    .replace(BY, '');
  if (byline.length > 300) return [];
  const seen = new Set<string>();
  const names: string[] = [];
  for (const part of byline.split(SEPARATORS)) {
    const name = personOf(part, publishers);
    if (name !== undefined && !seen.has(name.toLowerCase())) {
      seen.add(name.toLowerCase());
      names.push(name);
    }
  }
  return names;
}

const SEPARATORS =
  /\s*(?:[;|•·\n@，、؛،]|\s\/\s|\s[-–—]\s|\s(?:and|und|et|y|e|en|och|og|i|и|та|ve|dan|&|with|mit|avec|con|com|met|for|in|at|nach|à|va|と|و)\s|,(?!\s*(?:Jr|Sr|II|III|IV|MD|M\.D|PhD|Ph\.D|MP|QC|KC|OBE|CBE)\b))\s*/i;

const TITLES = /^(?:(?:dr|prof|mr|mrs|ms|sir|dame|lord|lady|rev|hon|dipl|ing|mag)\.?\s+)+(?=\p{Lu})/iu;
/** Parts of names that are not written with a capital. */
const PARTICLES = new Set(
  'de da do dos das del della di du la le van von der den ten ter zu zur af av bin bint ibn al el ben y e d la los las st abu'.split(' '),
);

/** “LAURE BRETTON Envoyée spéciale à Toulouse”: the capitals are the name. */
const IN_CAPITALS = /^(\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}'’-]+){1,3}) \p{Lu}?\p{Ll}.*$/u;

/** Words that follow a name in a byline and begin something else: what a person is, when it was printed, what to press. Lower-case. */
const AFTER_NAME = new Set(
  'writer reporter editor correspondent contributor columnist critic commentator producer presenter host blogger journalist photographer senior junior deputy chief special political foreign diplomatic health science technology education environment business economics sports religion contact managing assistant associate executive freelance multimedia today yesterday updated published posted follow view share email follows is'.split(
    ' ',
  ),
);
const STAFF = /\sstaff\s+(?:writer|reporter|correspondent|editor|photographer)\b.*$/i;
const DATE = /\s+(?:(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*[.,]?\s+)*\d.*$/iu;
const DEGREES = /,?\s+(?:ph\.?d|m\.?d|m\.?a|m\.?sc|b\.?a|r\.?n|r\.?d|m\.?b\.?a|m\.?p\.?h|esq)\.?$/i;
const AND = /^(?:and|AND|und|et|y|e|en|och|og|i|и|та|ve|dan|with|mit|avec|con|com|met)\s+/;

/** A name without what follows it in its byline. Cut where at least two words come before. */
function untilNext(name: string): string {
  const words = name.split(/\s+/);
  const end = words.findIndex((word, at) => at >= 2 && AFTER_NAME.has(word.toLowerCase().replaceAll(/[^\p{L}]/gu, '')));
  return end < 0 ? name : words.slice(0, end).join(' ');
}

function personOf(part: string, publishers: readonly string[]): string | undefined {
  const bare = part
    .replace(/\s(?:on|am|le|el|em|il|op|den|at)\s+(?:\p{L}+[.,]*\s+){0,2}\d.*$/iu, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/\s*\([^)]*\)?\s*/g, ' ')
    .replace(/\s*[<[].*$/, '')
    .replace(AND, '')
    .replace(BY, '')
    .replace(STAFF, '')
    .replace(DATE, '')
    .replace(DEGREES, '')
    .replace(TITLES, '')
    .replace(IN_CAPITALS, '$1')
    .replace(/['’]s$/, '')
    .replace(/^[\s.:,*"“”'–—-]+|[\s:,*"“”–—-]+$/g, '')
    .replace(/(?<!\b\p{L}|Jr|Sr|Ph\.D|M\.D)\.$/u, '')
    .trim();
  const name = untilNext(bare);
  if (name.length < 3 || name.length > 50 || /[@\d/\\_#{}=<>?!…%$€|]|https?:|\.(?:com|org|net)\b/.test(name)) return undefined;
  if (AGENCIES.test(name) || publishers.some((publisher) => isPublisher(name, publisher))) return undefined;
  const words = name.split(/\s+/);
  if (words[0]?.toLowerCase() === 'the' || words.some((word) => NOT_A_PERSON.has(word.toLowerCase().replaceAll(/[^\p{L}\p{M}]/gu, '')))) return undefined;
  if (!/[\p{Lu}\p{Lt}]/u.test(name)) return isUncased(name) ? name : undefined;
  return isCased(words) ? capitals(name, words) : undefined;
}

/** Scripts without capitals: short runs of letters, up to five words. */
function isUncased(name: string): boolean {
  if (/\p{Ll}/u.test(name)) return false;
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・\s]+$/u.test(name))
    return name.replaceAll(/\s/g, '').length <= (/[\p{Script=Katakana}]/u.test(name) ? 16 : 6);
  if (/^[\p{Script=Hangul}\s]+$/u.test(name)) return name.replaceAll(/\s/g, '').length <= 5;
  const words = name.split(/\s+/);
  return words.length >= 2 && words.length <= 5;
}

function isCased(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > 6) return false;
  const own = words.filter((word) => !PARTICLES.has(word.toLowerCase()));
  return own.length >= 2
    ? own.every((word) => /^(?:[dDlLO]['’]|Mc|al-|el-)?[\p{Lu}\p{Lt}]/u.test(word))
    : own.length === 1 && words.length >= 2 && /^\p{Lu}/u.test(own[0] ?? '');
}

/** A name printed in capitals, as names are written. */
function capitals(name: string, words: readonly string[]): string {
  if (name !== name.toUpperCase() || words.every((word) => word.replaceAll(/[^\p{L}]/gu, '').length <= 2)) return name;
  return name
    .toLowerCase()
    .replaceAll(
      /(?<![\p{L}\p{M}])(?:mc|o['’])?\p{L}/gu,
      (start) => start.charAt(0).toUpperCase() + start.slice(1, -1) + (start.length > 1 ? start.slice(-1).toUpperCase() : ''),
    );
}

function isPublisher(name: string, publisher: string): boolean {
  const plain = (each: string): string =>
    each
      .toLowerCase()
      .replace(/^the /, '')
      .replaceAll(/[^\p{L}\p{N}]/gu, '');
  const own = plain(name);
  const other = plain(publisher);
  return other.length > 2 && (own === other || (other.length > 4 && own.includes(other)));
}
