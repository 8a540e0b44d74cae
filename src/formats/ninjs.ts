import { type Archive, lastChanged, sourceOf, topicOf } from '../archive/archive.ts';
import type { Article } from '../archive/article.ts';
import { toRfc3339 } from '../archive/dates.ts';
import { type Addresses, articlePath, lastingPath } from '../archive/permalink.ts';
import { webAddress } from '../archive/web-address.ts';
import { countWords } from '../archive/word-count.ts';
import { entryId } from './entry-id.ts';
import { saltOf } from './feed.ts';

/** Version of IPTC's ninjs that {@link ninjs} follows. */
export const NINJS_VERSION = '3.1';

const PLAIN = 'text/plain';

/**
 * An article as ninjs (IPTC's news in JSON). Its `uri` is the id that feeds give it, wherever the archive stands.
 * ninjs has no bare days: one is its midnight in UTC, as in feeds.
 * @param text its text in plain words, a block a line.
 */
export function ninjs(article: Article, text: string, { archive, addresses }: { archive: Archive; addresses: Addresses }): object {
  const { facts } = archive;
  const source = sourceOf(archive, article.source);
  const path = articlePath(article.id);
  const list = <Item>(items: readonly Item[]) => (items.length > 0 ? items : undefined);
  const subjects = article.topics.map((id) => {
    const { title, mediaTopic } = topicOf(archive, id);
    return { name: title, literal: id, uri: mediaTopic?.replace('medtop:', 'http://cv.iptc.org/newscodes/mediatopic/') };
  });
  return {
    standard: { name: 'ninjs', version: NINJS_VERSION, schema: `http://www.iptc.org/std/ninjs/ninjs-schema_${NINJS_VERSION}.json#` },
    uri: entryId(saltOf(archive), lastingPath(article)),
    type: 'text',
    representationType: 'full',
    pubStatus: 'usable',
    language: article.language,
    contentCreated: toRfc3339(article.date),
    firstCreated: article.captured === undefined ? undefined : toRfc3339(article.captured),
    versionCreated: toRfc3339(lastChanged(article)),
    title: article.title,
    headlines: [{ role: 'main', contentType: PLAIN, value: article.title }],
    descriptions: article.deck === undefined ? undefined : [{ role: 'deck', contentType: PLAIN, value: article.deck }],
    by: article.authors.length === 0 ? undefined : article.authors.join(', '),
    located: article.dateline,
    infoSources: [
      { name: source.name, role: 'publisher', literal: source.id, uri: uriOf(source.url) },
      ...article.via.map((id) => ({ name: sourceOf(archive, id).name, role: 'reliedUpon', literal: id, uri: uriOf(sourceOf(archive, id).url) })),
    ],
    subjects: list(subjects),
    people: list(article.people.map((name) => ({ name, rel: 'about' }))),
    organisations: list(article.organizations.map((name) => ({ name, rel: 'about' }))),
    places: list(article.places.map((name) => ({ name, rel: 'about' }))),
    bodies: [{ role: 'main', contentType: PLAIN, charCount: text.length, wordCount: countWords(text, article.language), value: text }],
    renditions: [{ name: 'web', href: addresses.absolute(path), contentType: 'text/html' }],
    altIds: [
      { role: 'path', value: path },
      ...(article.sourceUrl === undefined ? [] : [{ role: 'original', value: webAddress(article.sourceUrl) }]),
      ...article.aliases.map((alias) => ({ role: 'alias', value: alias })),
    ],
    associations: article.image && [pictureOf(article.image, addresses)],
    copyrightNotice: article.rights,
    edNote: noteOf(article),
  };

  function noteOf({ dateBasis, dateNote = '', suppliedTitle }: Article): string | undefined {
    const notes = [
      ...(dateBasis === 'inferred' ? [`${facts.title} inferred the date: ${dateNote}`] : []),
      ...(suppliedTitle ? [`${facts.title} wrote the headline; the original’s is not known.`] : []),
    ];
    return notes.length === 0 ? undefined : notes.join(' ');
  }
}

function pictureOf({ src, alt, caption, credit }: NonNullable<Article['image']>, { absolute }: Addresses) {
  const href = src.startsWith('/') ? absolute(decodeURI(src)) : uriOf(src);
  const said = [
    ['alternative', alt],
    ['caption', caption],
  ].flatMap(([role, value]) => (value === undefined || value === '' ? [] : [{ role, contentType: PLAIN, value }]));
  return {
    name: 'picture',
    uri: href,
    type: 'picture',
    descriptions: said.length === 0 ? undefined : said,
    by: credit,
    renditions: [{ name: 'original', href }],
  };
}

/** An address as programs want it: letters of other scripts encoded. */
function uriOf(address: string | undefined): string | undefined {
  return address === undefined ? undefined : new URL(webAddress(address)).href;
}
