// “LONDON (Reuters) - ”, “PARIS, March 3 (AFP) — ”, “NEW DELHI: ”
const DATELINE =
  /^\**((?:\p{Lu}[\p{Lu}.'’-]+)(?:[ /-]\p{Lu}[\p{Lu}.'’-]+){0,3}(?:, \p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?)?)(?:, \p{Lu}\p{L}+\.? \d{1,2})?\**(?:\s*\([^()]{2,30}\)\s*\**\s*[-–—]+|\s*[–—]+|\s+--?)\s/u;

/** The place that a report was filed from, where its text opens with one. */
export function datelineOf(text: string): string | undefined {
  return DATELINE.exec(text.slice(0, 120))?.[1];
}
