import { apa } from './apa.ts';
import { chicago } from './chicago.ts';
import { harvard } from './harvard.ts';
import { mla } from './mla.ts';
import { plain } from './plain-citation.ts';
import type { CitationStyle, CitedWork } from './work.ts';

/** Every style in which a page cites its article, in the order in which it shows them. */
export const STYLES: readonly { name: string; cite: CitationStyle }[] = [
  { name: 'Plain', cite: plain },
  { name: 'APA', cite: apa },
  { name: 'MLA', cite: mla },
  { name: 'Chicago', cite: chicago },
  { name: 'Harvard', cite: harvard },
];

/** A citation as one text, as it is copied. */
export function citationText(work: CitedWork, cite: CitationStyle): string {
  return cite(work)
    .map(({ text }) => text)
    .join('');
}
