import { UnreadablePage } from '../extract/page/parse-html.ts';
import { type Draft, said } from '../item.ts';
import { sketch } from '../known/sketch.ts';
import { Refusal } from '../limits.ts';
import { openingDate } from '../text/opening-date.ts';
import { printable } from '../text/printable.ts';
import { markdownText } from '../text/to-markdown.ts';
import type { Done, Task } from './task.ts';

/** Does a task. What is wrong with its input comes back as a refusal; a fault of the program is thrown. */
export async function doTask(task: Task): Promise<Done> {
  try {
    if (task.kind === 'page') {
      const { html, url, captured } = task;
      // Half of a thread's memory is what takes pages apart; feeds and tables do without.
      const { extractPage } = await import('../extract/extract-page.ts');
      const found = extractPage({ html, ...(url !== undefined && { url }), ...(captured !== undefined && { captured }) });
      return found === undefined ? { nothing: true } : finish(found);
    }
    const { markup, ...draft } = task.draft;
    const text = markdownText(task.draft);
    // The detector takes as much memory as all else: who reads no texts does without.
    const { withLanguage } = await import('../text/language.ts');
    return finish(withLanguage({ ...draft, text }));
  } catch (error) {
    if (error instanceof UnreadablePage || error instanceof Refusal) return { refused: error.message };
    // What walks a tree runs out of stack where it is nested beyond anything that is printed.
    if (error instanceof RangeError) return { refused: `It is nested or repeated beyond what can be read (${error.message}).` };
    // The engines are asked about anything that the web holds; what they trip over is told with the page, and the rest goes on.
    return {
      refused: `Its text cannot be taken out (${error instanceof Error ? `${error.name}: ${error.message.slice(0, 160)}` : String(error).slice(0, 160)}).`,
    };
  }
}

function finish(article: Omit<Draft, 'markup'>): Done {
  return { article: withOpeningDate(article), sketch: sketch(printable(article.text).trim()) };
}

/** What is printed where the text begins goes before a date that is not sure, and stands for one that is missing. */
function withOpeningDate(article: Omit<Draft, 'markup'>): Omit<Draft, 'markup'> {
  if (article.date?.sure) return article;
  const date = openingDate(article.text);
  return date === undefined || article.date?.value.startsWith(date) ? article : { ...article, date: said(date, 'opening of the text') };
}
