import { sourceOf, topicOf } from '../archive/archive.ts';
import { type Article, directionOf } from '../archive/article.ts';
import { formatDayLong, formatMoment, formatPeriod } from '../archive/dates.ts';
import { articlePath, lastingPath, sourcePath, topicPath } from '../archive/permalink.ts';
import { type Related, relatedTo } from '../archive/related.ts';
import { webAddress } from '../archive/web-address.ts';
import { countWords } from '../archive/word-count.ts';
import { STYLES } from '../formats/citation.ts';
import { entryId } from '../formats/entry-id.ts';
import { saltOf } from '../formats/feed.ts';
import { articleJsonLd } from '../formats/json-ld.ts';
import type { CitationPart } from '../formats/work.ts';
import { type Meta, workMeta } from '../formats/work-meta.ts';
import { pictureAddress } from '../markdown/pictures.ts';
import { articleCard } from './cards.ts';
import type { Site } from './site.ts';
import { textAttributes } from './text-attributes.ts';
import { workOf } from './work-of.ts';

/** A name that leads somewhere. */
export interface NamedLink {
  name: string;
  href: string;
}

/** Everything that an article's page shows, made once; the page only lays it out. */
export interface ArticleView {
  article: Article;
  path: string;
  url: string;
  title: string;
  /** Whether the headline needs a smaller size to stay within a screen. */
  longTitle: boolean;
  description: string;
  /** `lang` and `dir` of its words. */
  words: { lang?: string; dir?: 'rtl' | 'ltr' };
  direction: 'rtl' | 'ltr';
  html: string;
  jsonLd: string;
  source: NamedLink;
  via: readonly NamedLink[];
  topics: readonly NamedLink[];
  /** “Thursday, 5 March 2020”, and where it is known, the time by the source's clock. */
  day: string;
  moment: string | undefined;
  original: { host: string; href: string } | undefined;
  /** `shown` is where the picture is loaded from; undefined where it may only be linked to. */
  picture: { src: string; shown: string | undefined; alt: string; caption?: string; credit?: string } | undefined;
  /** Picture for links to it: its own where the archive shows it, else its card. Path or whole address. */
  card: string;
  names: readonly { label: string; links: readonly NamedLink[] }[];
  /** What it says of itself to reference managers. */
  metas: readonly Meta[];
  /** In every style; the first is the plain one. In parts that may each have a direction of its own. */
  citations: readonly { style: string; parts: readonly CitationPart[] }[];
  /** What of it stands in brackets: `title`, `date`, both, or nothing. */
  brackets: string;
  /** Where the text came from, a sentence each. */
  provenance: readonly string[];
  /** The same article in each of its languages, itself among them; empty where there is but one. */
  languages: readonly { language: string; name: string; href: string; url: string; isThis: boolean }[];
  related: Related;
  relatedLists: readonly { title: string; href: string; articles: readonly Article[] }[];
}

/** Makes the view of an article; reads its text from disk. */
export function articleView(site: Site, article: Article): ArticleView {
  const { archive, href, absolute } = site;
  const source = sourceOf(archive, article.source);
  const path = articlePath(article.id);
  const url = absolute(path);
  const related = relatedTo(archive, article);
  const search = (name: string): NamedLink => ({ name, href: `${href('/search/')}?q=${encodeURIComponent(`"${name}"`)}` });
  const topicTitles = article.topics.map((id) => topicOf(archive, id).title);
  const html = site.html(article);
  const shown = article.image && pictureAddress(article.image.src, { href, imageHosts: archive.facts.imageHosts });
  const work = workOf(article, { source: source.name, archive: archive.facts.title, url });
  const { facts } = archive;
  return {
    article,
    path,
    url,
    related,
    title: article.title,
    longTitle: widthOf(article.title) > 110,
    description: article.deck ?? article.excerpt,
    words: textAttributes(article.language),
    direction: directionOf(article.language),
    html,
    jsonLd: articleJsonLd(article, {
      source,
      url,
      identifier: entryId(saltOf(archive), lastingPath(article)),
      archiveTitle: facts.title,
      archiveUrl: absolute('/'),
      topicTitles,
      ...translationsOf(site, article),
      ...(shown !== undefined && { image: new URL(shown, url).href }),
      wordCount: countWords(wordsOf(html), article.language),
    }),
    source: { name: source.name, href: href(sourcePath(source.id)) },
    via: article.via.map((id) => ({ name: sourceOf(archive, id).name, href: href(sourcePath(id)) })),
    topics: article.topics.map((id) => ({ name: topicOf(archive, id).title, href: href(topicPath(id)) })),
    day: formatDayLong(article.date),
    moment: article.date.length > 10 ? formatMoment(article.date).split(', ')[1] : undefined,
    original:
      article.sourceUrl === undefined ? undefined : { host: new URL(article.sourceUrl).host.replace(/^www\./, ''), href: webAddress(article.sourceUrl) },
    picture: article.image && { ...article.image, shown },
    card: shown ?? articleCard(archive, article),
    names: [
      { label: 'Places', links: article.places.map(search) },
      { label: 'People', links: article.people.map(search) },
      { label: 'Organizations', links: article.organizations.map(search) },
    ].filter(({ links }) => links.length > 0),
    metas: workMeta(work),
    citations: STYLES.map(({ name, cite }) => ({ style: name, parts: cite(work) })),
    brackets: [...(article.suppliedTitle ? ['title'] : []), ...(article.dateBasis === 'inferred' ? ['date'] : [])].join(' '),
    languages: languagesOf(site, article),
    provenance: provenanceOf(article, source.name),
    relatedLists: [
      ...(related.sameTopic === undefined
        ? []
        : [
            {
              title: `More on ${topicOf(archive, related.sameTopic.topic).title}`,
              href: href(topicPath(related.sameTopic.topic)),
              articles: related.sameTopic.articles,
            },
          ]),
      { title: `More from ${source.name}`, href: href(sourcePath(source.id)), articles: related.sameSource },
      { title: `More of ${formatPeriod(article.day)}`, href: href(`/${article.day.replaceAll('-', '/')}/`), articles: related.sameDay },
    ].filter(({ articles }) => articles.length > 0),
  };
}

function languagesOf({ archive, href, absolute }: Site, article: Article): ArticleView['languages'] {
  const group = archive.translations.get(article.id) ?? [];
  // Of two translations into one language the first counts.
  const first = group.filter(({ language }, at) => group.findIndex((other) => other.language === language) === at);
  return first.map(({ id, language }) => {
    const path = articlePath(id);
    const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
    return { language, name, href: href(path), url: absolute(path), isThis: id === article.id };
  });
}

function translationsOf({ archive, absolute }: Site, article: Article) {
  const [original, ...others] = (archive.translations.get(article.id) ?? []).map(({ id }) => absolute(articlePath(id)));
  return article.translationOf === undefined ? { translations: others } : { translationOf: original };
}

/** What a reader reads of HTML that our own renderer wrote: only letters of a text are escaped in it. */
function wordsOf(html: string): string {
  return html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/&#?\w+;/g, '');
}

// Han, kana and Hangul are twice as wide as letters.
function widthOf(title: string): number {
  return title.length + (title.match(/[\u1100-\u11ff\u2e80-\uffdc]/g)?.length ?? 0);
}

function provenanceOf(article: Article, source: string): string[] {
  return [
    article.dateBasis === 'inferred'
      ? `The original’s date is not known. ${formatPeriod(article.day)} is inferred: ${article.dateNote ?? ''}`
      : `First published by ${source} on ${formatMoment(article.date)}.`,
    ...(article.suppliedTitle ? ['The headline was written for this archive; the original’s is not known.'] : []),
    ...(article.updated === undefined ? [] : [`Last changed by ${source} on ${formatMoment(article.updated)}.`]),
    article.captured === undefined
      ? 'When the text was taken into the archive is not recorded.'
      : `Taken into the archive on ${formatMoment(article.captured)}.`,
    'The text stands as it was.',
    ...(article.rights === undefined ? [] : [`Rights: ${article.rights}${/[.!?…。]$/u.test(article.rights) ? '' : '.'}`]),
  ];
}
