/** What a column, or a value of a JSON document, may be of an article. */
export const FIELDS = [
  'title',
  'text',
  'date',
  'updated',
  'address',
  'source',
  'authors',
  'deck',
  'language',
  'section',
  'topics',
  'dateline',
  'rights',
  'image',
  'captured',
] as const;

/** See {@link FIELDS}. */
export type Field = (typeof FIELDS)[number];

// Names of columns as exports, data sets and schemas have them, the likeliest first. Compared without case, spaces and marks.
const NAMES: Record<Field, string> = {
  title: 'title headline headlines posttitle articletitle newstitle heading name titre titel titulo titolo заголовок العنوان 标题 標題 タイトル कहानी عنوان',
  text: 'text body content articlebody fulltext articletext bodytext contenthtml contenttext bodyhtml bodyxhtml postcontent newscontent maintext contentrendered contentencoded article story texte contenu inhalt texto contenido testo текст النص 正文 内容 本文 متن',
  date: 'datepublished publicationdate publishedat publisheddate publishdate pubdate published firstpublishedat firstpublished postdate date dategmt datetime timestamp created createdat publicationtime publishtime time publicupdatedat day datum fecha data дата التاريخ 日期 日付 تاریخ',
  updated: 'datemodified modified updated updatedat lastmodified modifiedat postmodified modifiedgmt dateupdated publicupdatedat',
  address: 'url link sourceurl canonicalurl canonical permalink weburl articleurl address href uri guid originalurl lien ссылка 网址 basepath',
  source:
    'publisher publishername source sourcename publication newspaper outlet sitename site media provider journal domain organization organisation organisations quelle fuente источник المصدر 来源 منبع',
  authors: 'authors author byline authorname authorsname creator creators writer by reporter auteur autor autore автор الكاتب 作者 著者 نویسنده',
  deck: 'deck standfirst subtitle subheadline dek summary description excerpt abstract lead lede teaser shortdescription trailtext excerptrendered resume beschreibung',
  language: 'language lang locale inlanguage langue sprache idioma язык',
  section: 'section articlesection sectionname category rubric rubrique ressort desk topic newsdesk рубрика sección',
  topics: 'topics tags keywords categories subjects tag keyword labels terms теги schlagworte',
  dateline: 'dateline location place',
  rights: 'rights license licence copyright',
  image: 'image imageurl topimage mainimage thumbnail picture imagesrc featuredimage',
  captured: 'captured crawled crawldate retrieved scraped scrapedat fetched downloadedat datedownload accessed',
};

const FIELD_OF = new Map<string, { field: Field; rank: number }>();
for (const field of FIELDS) {
  for (const [rank, name] of NAMES[field].split(' ').entries()) {
    if (!FIELD_OF.has(name)) FIELD_OF.set(name, { field, rank });
  }
}

/** What the heading of a column says that it holds, and how likely that is: the lower the rank, the more. */
export function fieldOf(heading: string): { field: Field; rank: number } | undefined {
  const steps = heading.split('.');
  const last = squeeze(steps.at(-1) ?? '');
  const own = FIELD_OF.get(squeeze(heading));
  if (steps.length === 1 || own !== undefined) return own;
  // `publisher.name` is a publisher and `details.body` a body; `image.url` is no address of the article.
  const named = WORDLESS.has(last) ? FIELD_OF.get(squeeze(steps.at(-2) ?? '')) : NESTED.has(last) ? undefined : FIELD_OF.get(last);
  return named && { field: named.field, rank: named.rank + 100 * (steps.length - 1) };
}

// Last steps of a path that say nothing by themselves, and those that speak of what they stand in.
const WORDLESS = new Set(['name', 'title', 'rendered', 'value', 'text', 'label', 'plain', 'html', 'displayname', 'fullname', 'url', 'src', 'href']);
const NESTED = new Set(['description', 'link', 'uri', 'type', 'created', 'createdat', 'time', 'day', 'source', 'image', 'thumbnail']);

function squeeze(heading: string): string {
  return heading
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

/** Which column holds which field. */
export type Mapping = Partial<Record<Field, string>>;

/**
 * Guesses which column holds what, from headings and from some rows. Where two columns may be the same, the likelier
 * name goes first, and one that is empty in all rows last.
 */
export function guessMapping(headings: readonly string[], rows: readonly Readonly<Record<string, string>>[]): Mapping {
  const ranked = headings
    .map((heading) => ({ heading, found: fieldOf(heading), filled: rows.some((row) => (row[heading] ?? '').trim() !== '') }))
    .flatMap(({ heading, found, filled }) => (found === undefined ? [] : [{ heading, field: found.field, rank: found.rank + (filled ? 0 : 1000) }]))
    .sort((a, b) => a.rank - b.rank);
  const mapping: Mapping = {};
  for (const { heading, field } of ranked) mapping[field] ??= heading;
  if (mapping.text === undefined) {
    const taken = new Set(Object.values(mapping));
    const longest = headings
      .filter((heading) => !taken.has(heading))
      .map((heading) => ({ heading, length: median(rows.map((row) => (row[heading] ?? '').length)) }))
      .sort((a, b) => b.length - a.length)[0];
    if (longest !== undefined && longest.length >= LONG) mapping.text = longest.heading;
    else if (mapping.deck !== undefined && median(rows.map((row) => (row[mapping.deck ?? ''] ?? '').length)) >= LONG) {
      mapping.text = mapping.deck;
      delete mapping.deck;
    }
  }
  return mapping;
}

/** So many letters at least has a column that is taken for the text though its heading does not say so. */
const LONG = 200;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
