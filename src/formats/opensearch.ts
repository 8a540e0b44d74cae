import { cutAtWord } from '../archive/cut.ts';
import { x, xmlDocument } from './xml.ts';

/** An OpenSearch 1.1 description, so that browsers can add the archive's search. `search` is the search page's whole address. */
export function openSearch(title: string, description: string, search: string): string {
  const tree = x('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, [
    // The specification allows 16 characters for the short name and 1,024 for the description.
    x('ShortName', cutAtWord(title, 16)),
    x('Description', cutAtWord(description, 1024)),
    x('InputEncoding', 'UTF-8'),
    x('Url', { type: 'text/html', template: `${search}?q={searchTerms}` }),
  ]);
  return xmlDocument(tree);
}
