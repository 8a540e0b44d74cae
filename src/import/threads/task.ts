import type { FoundArticle } from '../found.ts';
import type { Draft } from '../item.ts';
import type { Sketch } from '../known/sketch.ts';

/** What takes time: the text of a page, or a text in Markdown. */
export type Task = { kind: 'page'; html: string; url?: string; captured?: string } | { kind: 'draft'; draft: Draft };

/** What became of it: an article, with the sketch of its text. */
export type Done = { article: Omit<Draft, 'markup'>; sketch: Sketch } | { nothing: true } | { refused: string };

/** A draft whose text is Markdown now, or an article of a page. */
export type Finished = Omit<Draft, 'markup'> & FoundArticle;
