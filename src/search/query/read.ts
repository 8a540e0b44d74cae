import { foldWords } from '../words.ts';
import { dayBeside, readDays } from './dates.ts';
import { lex, type Token } from './lexer.ts';
import type { Note, Query, Reading, TextField, ValueField } from './nodes.ts';

/** Most terms of a query, and most brackets in each other. */
const MOST_TERMS = 50;
const DEEPEST = 20;

/** Fewest letters before `*`; one where a letter is a word. */
const SHORTEST_BEGINNING = 2;

const TEXT_FIELDS: readonly TextField[] = ['title', 'author', 'place', 'person'];
const VALUE_FIELDS: readonly ValueField[] = ['source', 'topic', 'lang'];
// Punctuation around a word is not part of it.
const EDGES = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu;

const DATE_FIELDS = ['date', 'before', 'after'] as const;

type DateField = (typeof DATE_FIELDS)[number];
type Field = TextField | ValueField | DateField;

/**
 * Reads a query. Every text is one: what makes no sense in it is taken for words or left out, and the
 * notes say so. The language is described in README.md.
 */
export function readQuery(typed: string): Reading {
  const reader = new Reader(lex(typed));
  const query = reader.read();
  return { ...(query !== undefined && { query }), notes: reader.notes };
}

class Reader {
  readonly notes: Note[] = [];
  private at = 0;
  private depth = 0;
  private terms = 0;

  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  read(): Query | undefined {
    const parts: Query[] = [];
    while (this.at < this.tokens.length) {
      const part = this.any('text');
      if (part !== undefined) parts.push(part);
      // What ends a query early is a bracket that closes nothing.
      if (this.at < this.tokens.length) {
        this.note(this.tokens[this.at]?.text ?? '', 'closes no bracket and was left out');
        this.at += 1;
      }
    }
    return group('all', parts);
  }

  private any(field: Field): Query | undefined {
    const parts: Query[] = [];
    for (;;) {
      const part = this.all(field);
      if (part !== undefined) parts.push(part);
      if (this.tokens[this.at]?.kind !== 'or') return group('any', parts);
      this.at += 1;
    }
  }

  private all(field: Field): Query | undefined {
    const parts: Query[] = [];
    for (let token = this.tokens[this.at]; token !== undefined && token.kind !== 'close'; token = this.tokens[this.at]) {
      if (token.kind === 'or' && parts.length > 0 && this.beginsAt(this.at + 1)) break;
      const part = this.one(field);
      if (part !== undefined) parts.push(part);
    }
    return group('all', parts);
  }

  /** Whether something to look for begins here. */
  private beginsAt(at: number): boolean {
    const token = this.tokens[at];
    return token !== undefined && token.kind !== 'close' && (token.kind !== 'or' || this.beginsAt(at + 1));
  }

  private one(field: Field): Query | undefined {
    const token = this.tokens[this.at];
    if (token === undefined) return undefined;
    this.at += 1;
    switch (token.kind) {
      case 'minus': {
        const next = this.tokens[this.at];
        if (next === undefined || next.kind === 'close' || next.kind === 'or') return this.words(token.text, field);
        const part = this.one(field);
        return part?.kind === 'not' ? part.part : part && { kind: 'not', part };
      }
      case 'open':
        return this.bracket(field);
      case 'field':
        return this.named(token.name, token.text, field);
      case 'quote':
        if (!token.closed) this.note(token.text, 'is in quotation marks that are not closed; it was taken as one phrase to the end');
        return this.quote(token.text, field, token.within);
      case 'and':
      case 'or':
        // Between two things, AND says nothing new; elsewhere both are words.
        return token.kind === 'and' && this.at > 1 && this.beginsAt(this.at) ? undefined : this.words(token.text, field);
      case 'close':
        return undefined;
      default:
        return this.words(token.text, field);
    }
  }

  private bracket(field: Field): Query | undefined {
    if (this.depth >= DEEPEST) {
      this.note('(', 'stands in too many others and was left out');
      return undefined;
    }
    this.depth += 1;
    const inner = this.any(field);
    this.depth -= 1;
    if (this.tokens[this.at]?.kind === 'close') this.at += 1;
    return inner;
  }

  private named(name: string, text: string, outer: Field): Query | undefined {
    const field = [...TEXT_FIELDS, ...VALUE_FIELDS, ...DATE_FIELDS].find((each) => each === name);
    if (field !== undefined) return this.one(field);
    this.note(text, 'is no field of this archive; it was searched for as a word');
    return this.words(text, outer);
  }

  private quote(text: string, field: Field, within: number | undefined): Query | undefined {
    if (isValue(field)) return this.value(text, field);
    if (isDate(field)) return this.date(text, field);
    const words = foldWords(text);
    if (words.length === 0) return undefined;
    return this.term({ kind: 'phrase', words, field, typed: text.trim(), ...(within !== undefined && words.length > 1 && { within }) });
  }

  private words(text: string, field: Field): Query | undefined {
    if (isValue(field)) return this.value(text, field);
    if (isDate(field)) return this.date(text, field);
    const words = foldWords(text);
    const [first = ''] = words;
    if (words.length === 0) {
      if (/[^\p{P}\p{S}\s]/u.test(text)) this.note(text, 'has no letter or digit and was left out');
      return undefined;
    }
    if (text.endsWith('*') && !text.slice(0, -1).includes('*')) {
      const last = words.at(-1) ?? '';
      if (last.length >= SHORTEST_BEGINNING || /[\p{Lo}]/u.test(last))
        return this.term({ kind: 'beginning', words, field, typed: text.slice(0, -1).replace(EDGES, '') });
      this.note(text, `is too short for a beginning (${SHORTEST_BEGINNING} letters at least) and was taken for a word`);
    } else if (text.includes('*')) this.note(text, 'has a * that is not at its end and was read without it');
    const typed = text.replaceAll('*', ' ').replace(EDGES, '');
    return this.term(words.length === 1 ? { kind: 'word', word: first, field, typed } : { kind: 'phrase', words, field, typed });
  }

  private value(text: string, field: ValueField): Query | undefined {
    const value = text.replaceAll(/[\s"“”„‟]+/g, ' ').trim();
    return value === '' ? undefined : this.term({ kind: 'value', field, value });
  }

  private date(text: string, field: DateField): Query | undefined {
    const days = readDays(text.trim());
    if (days === undefined || (field !== 'date' && text.includes('..'))) {
      this.note(`${field}:${text}`, 'is no date, such as 2020, 2020-03 or 2020-03-05, and was left out');
      return undefined;
    }
    if (field === 'before') return this.term({ kind: 'date', ...(days.from !== undefined && { to: dayBeside(days.from, -1) }) });
    if (field === 'after') return this.term({ kind: 'date', ...(days.to !== undefined && { from: dayBeside(days.to, 1) }) });
    return this.term({ kind: 'date', ...days });
  }

  private term(term: Query): Query | undefined {
    this.terms += 1;
    if (this.terms <= MOST_TERMS) return term;
    if (this.terms === MOST_TERMS + 1) this.note('…', `the query has more than ${MOST_TERMS} terms; those after were left out`);
    return undefined;
  }

  private note(text: string, said: string): void {
    this.notes.push({ text, said });
  }
}

function group(kind: 'all' | 'any', parts: readonly Query[]): Query | undefined {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  return flat.length < 2 ? flat[0] : { kind, parts: flat };
}

function isValue(field: Field): field is ValueField {
  return VALUE_FIELDS.some((each) => each === field);
}

function isDate(field: Field): field is DateField {
  return DATE_FIELDS.some((each) => each === field);
}
