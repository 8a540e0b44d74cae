import type { SearchAddress } from '../address.ts';
import type { SearchAnswer } from '../engine.ts';
import { termsOf } from '../query/nodes.ts';
import { element } from './elements.ts';

/**
 * Shows the feeds of the sources and topics that a search is limited to, so that what it finds tomorrow
 * can be followed; of a day, or the search of everything, it is the archive's own.
 */
export function showFeeds(into: HTMLElement, { facets, reading }: SearchAnswer, address: SearchAddress, base: string): void {
  const named = (field: 'source' | 'topic') =>
    termsOf(reading.query).flatMap(({ term, wanted }) => (wanted && term.kind === 'value' && term.field === field ? [term.value] : []));
  const feeds = (['sources', 'topics'] as const).flatMap((kind) => {
    const wanted = new Set([...address[kind], ...named(kind === 'sources' ? 'source' : 'topic')]);
    // What is named by its words is the one that all hits have.
    return facets[kind]
      .filter(({ id, label, count }) => count > 0 && (wanted.has(id) || wanted.has(label)))
      .map(({ id, label }) => ({ path: `${kind}/${id}/feed.xml`, label }));
  });
  const all = feeds.length > 0 ? feeds : [{ path: 'feed.xml', label: 'the whole archive' }];
  const links = all.flatMap(({ path, label }, at) => [at === 0 ? '' : ', ', element('a', { href: base + encodeURI(path) }, element('bdi', {}, label))]);
  into.replaceChildren(all.length === 1 ? 'Feed of ' : 'Feeds of ', ...links);
  into.hidden = false;
}
