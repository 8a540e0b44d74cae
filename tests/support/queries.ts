import { foldWords } from '../../src/search/words.ts';
import type { Random } from './random.ts';
import type { ScanArticle, ScanNames } from './scan.ts';

/** Makes queries of every form, of words that the articles have and of some that they have not. */
export function makeQueries(articles: readonly ScanArticle[], names: ScanNames, random: Random): () => string {
  const counts = new Map<string, number>();
  for (const { text } of articles) for (const word of foldWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const byCount = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
  const frequent = byCount.slice(0, 60);
  const rare = byCount.slice(byCount.length >> 1);
  const readable = articles.filter(({ text }) => text.trim() !== '');
  const one = () => random.pick(readable);
  const printed = (least: number, most: number): string => {
    const words = random
      .pick(
        one()
          .text.split('\n')
          .filter((line) => line !== ''),
      )
      .split(/\s+/);
    const from = random.below(words.length);
    return words
      .slice(from, from + least + random.below(most - least + 1))
      .join(' ')
      .replaceAll(/["“”„‟«»「」『』()|~*]/g, '');
  };
  const word = () =>
    random.pick([
      () => random.pick(frequent),
      () => random.pick(byCount),
      () => random.pick(rare),
      () => printed(1, 1).replaceAll(/[-−:]/g, '') || 'word',
      () => `${random.pick(rare)}x${random.below(9)}q`,
    ])();
  const day = () => one().article.day;
  const date = () => random.pick([day, () => day().slice(0, 7), () => day().slice(0, 4)])();
  const term = (): string =>
    random.pick([
      word,
      word,
      () => `"${printed(2, 5)}"`,
      () => `"${random.pick(frequent)} ${random.pick(frequent)}"`,
      () => `"${printed(1, 1)}"`,
      () => `${random.pick(byCount).slice(0, 2 + random.below(4))}*`,
      () => `"${[...printed(2, 4).split(' ')].reverse().join(' ')}"~${random.below(12)}`,
      () => `"${word()} ${word()}"~${random.below(30)}`,
      () => `title:${random.pick(foldWords(one().article.title))}`,
      () => `title:"${foldWords(one().article.title).slice(0, 2).join(' ')}"`,
      () => `author:"${one().article.authors[0] ?? 'nobody'}"`,
      () => `place:"${one().article.places[0] ?? one().article.dateline ?? 'nowhere'}"`,
      () => `person:"${one().article.people[0] ?? 'nobody'}"`,
      () => `source:${one().article.source}`,
      () => `source:"${names.sources.get(one().article.source) ?? ''}"`,
      () => `topic:${one().article.topics[0] ?? 'none'}`,
      () => `lang:${one().article.language}`,
      () => `date:${date()}`,
      () => `date:${date()}..${date()}`,
      () => random.pick([`before:${date()}`, `after:${date()}`, `date:..${date()}`, `date:${date()}..`]),
    ])();
  const query = (depth: number): string =>
    random.pick([
      term,
      () => random.list(2 + random.below(4), word).join(' '),
      () => `${term()} ${term()}`,
      () => `${term()} OR ${term()}`,
      () => `${term()} -${term()}`,
      () => `-${term()}`,
      () => (depth > 2 ? term() : `(${query(depth + 1)}) ${query(depth + 1)}`),
      () => (depth > 2 ? term() : `(${query(depth + 1)}) OR -(${query(depth + 1)})`),
    ])();
  return () => query(0);
}
