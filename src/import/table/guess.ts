import { lettersOf, withoutAccents } from '../text/letters.ts';

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

// Names of columns as exports, data sets and schemas have them, the likeliest first. Compared without case, spaces, marks and accents.
const NAMES: Record<Field, string> = {
  title:
    'title headline headlines posttitle articletitle newstitle heading name titre titel titulo titolo заголовок العنوان 标题 標題 タイトル कहानी عنوان überschrift ueberschrift schlagzeile kopfzeile kop koptekst manchete manchette intitule titular encabezado заглавие название عنوانالمقال عنوانالخبر',
  text: 'text body content articlebody fulltext articletext bodytext contenthtml contenttext bodyhtml bodyxhtml postcontent newscontent maintext contentrendered contentencoded article story texte contenu inhalt texto contenido testo текст النص 正文 内容 本文 متن artikeltext volltext haupttext fliesstext beitrag artikel textedelarticle textearticle textointegral textodelarticulo cuerpo corpo testoarticolo corpodoarticolo textodoartigo corpodotexto artigo articulo articolo tekst artikeltekst inhoud текстстатьи статья содержание المحتوى نصالمقال المقال نصالخبر',
  date: 'datepublished publicationdate publishedat publisheddate publishdate pubdate published firstpublishedat firstpublished postdate date dategmt datetime timestamp created createdat publicationtime publishtime time publicupdatedat day datum fecha data дата التاريخ 日期 日付 تاریخ veröffentlichungsdatum veroeffentlichungsdatum erscheinungsdatum erscheinungstag veröffentlicht veroeffentlicht erschienen datedepublication datepublication datedeparution publiele publicadoel fechadepublicacion fechapublicacion datadipubblicazione datapubblicazione pubblicatoil datadepublicacao datapublicacao publicadoem publicatiedatum datumpublicatie verschijningsdatum verschenen датапубликации опубликовано تاريخالنشر تاريخ',
  updated:
    'datemodified modified updated updatedat lastmodified modifiedat postmodified modifiedgmt dateupdated publicupdatedat geändert geaendert aktualisiert änderungsdatum datedemodification datedemiseajour modifiele misajour fechadeactualizacion fechademodificacion actualizado datadiaggiornamento aggiornato datadeatualizacao atualizado bijgewerkt gewijzigd датаизменения обновлено تاريخالتحديث',
  address:
    'url link sourceurl canonicalurl canonical permalink weburl articleurl address href uri guid originalurl lien ссылка 网址 basepath adresse lienurl enlace collegamento indirizzo direccion endereço webadres adres адрес الرابط رابط',
  source:
    'publisher publishername source sourcename publication newspaper outlet sitename site media provider journal domain organization organisation organisations quelle fuente источник المصدر 来源 منبع zeitung herausgeber verlag zeitschrift quellenname journalsource editeur periodico diario medio giornale testata fonte jornal veiculo krant bron uitgever газета издание издатель الصحيفة الجريدة الناشر',
  authors:
    'authors author byline authorname authorsname creator creators writer by reporter auteur autor autore автор الكاتب 作者 著者 نویسنده autoren verfasser verfasserin autorin auteurs redacteur redactor autores autori redattore giornalista auteursnaam schrijver journalist авторы корреспондент المؤلف المؤلفون',
  deck: 'deck standfirst subtitle subheadline dek summary description excerpt abstract lead lede teaser shortdescription trailtext excerptrendered resume beschreibung untertitel vorspann anriss zusammenfassung soustitre chapo chapeau bajada subtitulo entradilla resumen sottotitolo occhiello sommario resumo ondertitel samenvatting подзаголовок аннотация العنوانالفرعي الملخص',
  language: 'language lang locale inlanguage langue sprache idioma язык lingua taal языкстатьи اللغة',
  section:
    'section articlesection sectionname category rubric rubrique ressort desk topic newsdesk рубрика sección kategorie sparte categorie seccion categoria sezione rubrica secao editoria rubriek раздел القسم',
  topics:
    'topics tags keywords categories subjects tag keyword labels terms теги schlagworte themen stichworte thema schlagwörter schlagwoerter motscles etiquettes etiquetas palabrasclave temas parolechiave etichette palavraschave trefwoorden onderwerpen ключевыеслова темы الوسوم الكلماتالمفتاحية wpterm',
  dateline: 'dateline location place ort erscheinungsort lieu lugar luogo plaats место المكان',
  rights: 'rights license licence copyright',
  image: 'image imageurl topimage mainimage thumbnail picture imagesrc featuredimage',
  captured: 'captured crawled crawldate retrieved scraped scrapedat fetched downloadedat datedownload accessed',
};

const FIELD_OF = new Map<string, { field: Field; rank: number }>();
for (const field of FIELDS) {
  for (const [rank, name] of NAMES[field].split(' ').entries()) {
    if (!FIELD_OF.has(squeeze(name))) FIELD_OF.set(squeeze(name), { field, rank });
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
  return lettersOf(withoutAccents(heading));
}

/** Which column holds which field. */
export type Mapping = Partial<Record<Field, string>>;

/** Fields that hold names; a number there is the key of something that stands elsewhere. */
const NAMED: readonly Field[] = ['source', 'authors', 'section', 'topics'];

/** Whether a value is a number, which names nobody and nothing. */
export function isBareNumber(value: string): boolean {
  return /^[+-]?\p{Nd}+(?:\.\p{Nd}+)?$/u.test(value.trim());
}

/**
 * Guesses which column holds what, from headings and from some rows. Where two columns may be the same, the likelier
 * name goes first, and one that is empty, or has numbers for names, in all rows last.
 */
export function guessMapping(headings: readonly string[], rows: readonly Readonly<Record<string, string>>[]): Mapping {
  const ranked = headings
    .flatMap((heading) => {
      const found = fieldOf(heading);
      if (found === undefined) return [];
      const says = (value = '') => value.trim() !== '' && !(NAMED.includes(found.field) && isBareNumber(value));
      return [{ heading, field: found.field, rank: found.rank + (rows.some((row) => says(row[heading])) ? 0 : 1000) }];
    })
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
