import type { Query } from './nodes.ts';

/** Writes a query down in the language that `read.ts` reads. */
export function writeQuery(query: Query | undefined): string {
  if (query === undefined) return '';
  switch (query.kind) {
    case 'all':
    case 'most':
      return query.parts.map((part) => (part.kind === 'any' ? `(${writeQuery(part)})` : writeQuery(part))).join(' ');
    case 'any':
      return query.parts.map((part) => (part.kind === 'any' ? `(${writeQuery(part)})` : writeQuery(part))).join(' OR ');
    case 'not':
      return `-${'parts' in query.part ? `(${writeQuery(query.part)})` : writeQuery(query.part)}`;
    case 'date':
      return query.from === query.to ? `date:${query.from ?? ''}` : `date:${query.from ?? ''}..${query.to ?? ''}`;
    case 'value':
      return `${query.field}:${isPlain(query.value) ? query.value : quote(query.value)}`;
    default: {
      const field = query.field === 'text' ? '' : `${query.field}:`;
      if (query.kind === 'word') return field + bare(query.typed, query.word);
      if (query.kind === 'beginning') return `${field}${query.words.length === 1 ? bare(query.typed, query.words[0] ?? '') : query.words.join('-')}*`;
      return `${field}${quote(query.typed)}${query.within === undefined ? '' : `~${query.within}`}`;
    }
  }
}

/** Whether a text can stand without quotation marks. */
function isPlain(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u.test(text) && !/^(OR|AND|NOT)$/.test(text);
}

// What would be taken for something else stands in its folded form.
function bare(typed: string, word: string): string {
  return isPlain(typed) && !typed.includes('-') ? typed : word;
}

function quote(text: string): string {
  return `"${text.replaceAll(/[\s"“”„‟]+/g, ' ').trim()}"`;
}
