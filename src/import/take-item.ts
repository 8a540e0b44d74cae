import { type Fixed, withLanguageGiven } from './entry/given.ts';
import type { Decoding } from './input/decode.ts';
import type { Item } from './item.ts';
import type { Done, Finished, Task } from './threads/task.ts';

/** Has the article of an item taken out, with what is to be said of how its bytes were read. */
export async function takeItem({ content, decoding }: Item, fixed: Fixed, run: (task: Task) => Promise<Done>): Promise<Done> {
  if (content.kind === 'page') {
    if (content.html.includes('\0')) return { refused: 'It holds a NUL byte, which no text has.' };
    const done = await run({
      kind: 'page',
      html: content.html,
      ...(content.url !== undefined && { url: content.url }),
      ...(content.captured !== undefined && { captured: content.captured }),
    });
    return 'article' in done ? { ...done, article: withDecoding(withLanguageGiven(done.article, fixed), decoding) } : done;
  }
  if (content.kind !== 'article') return { nothing: true };
  const done = await run({ kind: 'draft', draft: withLanguageGiven(content.draft, fixed) });
  return 'article' in done ? { ...done, article: withDecoding(done.article, decoding) } : done;
}

/** An article with what is to be said of how its bytes were read. */
function withDecoding(article: Finished, decoding: Decoding | undefined): Finished {
  if (decoding === undefined) return article;
  const { text, headline, deck, authors, doubts, notes = [] } = article;
  // Letters of ASCII are the same in all of them.
  const isDoubtful = decoding.guessed && /(?!\p{ASCII})\p{L}/u.test([text, headline?.value, deck?.value, authors?.value].join());
  return {
    ...article,
    doubts: isDoubtful
      ? [...doubts, `Its encoding is not declared and was guessed: ${decoding.encoding}. If letters are wrong, save the input as UTF-8 and import it again.`]
      : doubts,
    notes: [...decoding.notes, ...notes],
  };
}
