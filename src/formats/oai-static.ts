import { type Archive, lastChanged, sourceOf, topicOf } from '../archive/archive.ts';
import type { Article } from '../archive/article.ts';
import { dayOf, toInstant } from '../archive/dates.ts';
import { type Addresses, articlePath, lastingPath } from '../archive/permalink.ts';
import { webAddress } from '../archive/web-address.ts';
import { entryId } from './entry-id.ts';
import { saltOf } from './feed.ts';
import { x, xmlDocument } from './xml.ts';

/** Path of the static repository. */
export const OAI_PATH = '/oai.xml';

/** The guidelines want no more records in one. */
const MOST_RECORDS = 5000;

/** Whether an archive can have a static repository: it is small enough, and somebody answers for it, whose address OAI-PMH demands. */
export function hasStaticRepository({ facts, articles }: Archive): boolean {
  return facts.email !== undefined && articles.length > 0 && articles.length <= MOST_RECORDS;
}

const DC = { schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd', namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/' };

/**
 * A static repository of OAI-PMH 2.0: one file, from which a gateway answers harvesters. Its base address is that
 * which the gateway gives it (`oaiGateway`), or its own for as long as no gateway does.
 */
export function staticRepository(archive: Archive, addresses: Addresses): string {
  const { facts, articles } = archive;
  const own = addresses.absolute(OAI_PATH);
  const days = articles.map((article) => utcDayOf(lastChanged(article))).sort();
  const tree = x(
    'Repository',
    {
      xmlns: 'http://www.openarchives.org/OAI/2.0/static-repository',
      'xmlns:oai': 'http://www.openarchives.org/OAI/2.0/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': 'http://www.openarchives.org/OAI/2.0/static-repository http://www.openarchives.org/OAI/2.0/static-repository.xsd',
    },
    [
      x('Identify', [
        x('oai:repositoryName', facts.title),
        x('oai:baseURL', facts.oaiGateway === undefined ? own : `${facts.oaiGateway.replace(/\/$/, '')}/${own.replace(/^https?:\/\//, '')}`),
        x('oai:protocolVersion', '2.0'),
        x('oai:adminEmail', facts.email ?? ''),
        x('oai:earliestDatestamp', days[0] ?? ''),
        x('oai:deletedRecord', 'no'),
        x('oai:granularity', 'YYYY-MM-DD'),
      ]),
      x('ListMetadataFormats', [
        x('oai:metadataFormat', [x('oai:metadataPrefix', 'oai_dc'), x('oai:schema', DC.schema), x('oai:metadataNamespace', DC.namespace)]),
      ]),
      x(
        'ListRecords',
        { metadataPrefix: 'oai_dc' },
        articles.map((article) => recordOf(article, archive, addresses)),
      ),
    ],
  );
  return xmlDocument(tree, 'UTF-8');
}

// Datestamps are days in UTC.
function utcDayOf(date: string): string {
  return date.length === 10 ? dayOf(date) : new Date(toInstant(date)).toISOString().slice(0, 10);
}

function recordOf(article: Article, archive: Archive, { absolute }: Addresses) {
  const path = articlePath(article.id);
  const all = (name: string, values: readonly (string | undefined)[]) => values.flatMap((value) => (value === undefined ? [] : [x(`dc:${name}`, value)]));
  return x('oai:record', [
    x('oai:header', [x('oai:identifier', entryId(saltOf(archive), lastingPath(article))), x('oai:datestamp', utcDayOf(lastChanged(article)))]),
    x('oai:metadata', [
      x(
        'oai_dc:dc',
        {
          'xmlns:oai_dc': DC.namespace,
          'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
          'xsi:schemaLocation': `${DC.namespace} ${DC.schema}`,
        },
        [
          ...all('title', [article.title]),
          ...all('creator', article.authors),
          ...all(
            'subject',
            article.topics.map((id) => topicOf(archive, id).title),
          ),
          ...all('description', [article.deck]),
          ...all('publisher', [sourceOf(archive, article.source).name]),
          ...all('date', [article.date]),
          ...all('type', ['Text']),
          ...all('identifier', [absolute(path)]),
          ...all('source', [article.sourceUrl === undefined ? undefined : webAddress(article.sourceUrl)]),
          ...all('language', [article.language]),
          ...all('coverage', article.places),
          ...all('rights', [article.rights]),
        ],
      ),
    ]),
  ]);
}
