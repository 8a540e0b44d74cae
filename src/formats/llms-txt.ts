import type { Archive } from '../archive/archive.ts';
import { dataParts } from '../archive/data-parts.ts';
import { formatPeriod } from '../archive/dates.ts';
import type { Addresses } from '../archive/permalink.ts';
import { NINJS_VERSION } from './ninjs.ts';

/** A guide to the archive for language models and the programs around them (llmstxt.org): Markdown. */
export function llmsTxt({ facts, articles, byYear, sources, topics, pages }: Archive, { absolute }: Addresses): string {
  const [first, last] = [articles[0], articles.at(-1)];
  const link = (title: string, path: string, note?: string) => `- [${plain(title)}](${absolute(path)})${note === undefined ? '' : `: ${plain(note)}`}`;
  const years = [...byYear].reverse();
  return `${[
    `# ${plain(facts.title)}`,
    `> ${plain(facts.description)}`,
    first === undefined || last === undefined
      ? 'The archive holds no article yet.'
      : `The archive holds ${countOf(articles.length, 'article')} of ${countOf(sources.size, 'source')}, first published from ${formatPeriod(first.day)} to ${formatPeriod(last.day)}. The texts stand as their sources wrote them. Where the archive inferred a date or wrote a headline itself, it says so. Cite an article by its address, which holds: ${absolute('/')}YYYY/MM/DD/slug/. Each paragraph has an address of its own, made of the article’s and the id of the paragraph.`,
    ...(facts.rights === undefined ? [] : [`Rights in what the archive adds: ${plain(facts.rights)}`]),
    ...(years.length === 0
      ? []
      : [
          '## Texts',
          years
            .flatMap(([year, members]) => dataParts(year, members))
            .map(({ name, path, articles: some }) =>
              link(`Articles of ${name.replace('-', ', part ')}`, path, `${some.length}, in full; one a line in ninjs ${NINJS_VERSION}`),
            )
            .join('\n'),
        ]),
    '## Lists',
    [
      link('Sources', '/sources/', `${sources.size}: who published the articles first`),
      link('Topics', '/topics/', `${topics.size}: what they are about`),
      link('Sitemap', '/sitemap-index.xml', 'every page, by year'),
      link('Feed', '/feed.xml', 'Atom, with archived documents for all that is older; the same under each source and topic'),
      link('Changes', '/resourcesync/changelist.xml', 'ResourceSync'),
    ].join('\n'),
    '## Optional',
    [link('About', '/about/'), ...[...pages.values()].filter(({ id }) => id !== 'about').map(({ id, title }) => link(title, `/${id}/`))].join('\n'),
  ].join('\n\n')}\n`;
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Words in which Markdown sees nothing but words. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>#|~&]/g, '\\$&');
}
