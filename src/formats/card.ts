import { png } from './png.ts';
import { coverageOf, type OutlineStep } from './raster.ts';

/** Size of a card, in pixels: what the networks that show cards ask for. */
export const CARD = { width: 1200, height: 630 } as const;

/** Draws words. */
export interface Typeface {
  /** Width of words at a size, in pixels; undefined where a letter has no outline. */
  widthOf(words: string, size: number): number | undefined;
  /** Their outlines, from the origin on and on the base line. */
  outline(words: string, size: number): OutlineStep[];
}

/** What stands on a card. */
export interface CardWords {
  /** The name or headline; the first that the typeface has all letters of is taken. */
  names: readonly string[];
  /** A line at its foot. */
  foot: string;
}

const MARGIN = 96;
const SIZES = [112, 96, 80, 66, 56];
/** Height that a name may take. */
const MOST_HEIGHT = 390;
const LEADING = 1.16;

type Colour = readonly [number, number, number];
const PAPER: Colour = [252, 251, 247];
/** Steps from paper to a colour, so that edges are smooth. */
const STEPS = 16;
const COLOURS = { ink: [28, 26, 23], soft: [86, 81, 74], stet: [156, 31, 42] } as const satisfies Record<string, Colour>;
const PALETTE = Object.values(COLOURS).flatMap((colour) =>
  Array.from(
    { length: STEPS },
    (_, step) => PAPER.map((paper, at) => Math.round(paper + (((colour[at] ?? 0) - paper) * step) / (STEPS - 1))) as unknown as Colour,
  ),
);

/**
 * The picture that goes with a link (Open Graph): a name, and beneath it the dots with which a proof-reader lets
 * words stand. Made of outlines by ourselves, so that it is the same bytes wherever it is made.
 */
export function card({ names, foot }: CardWords, typeface: Typeface): Uint8Array {
  const pixels = new Uint8Array(CARD.width * CARD.height);
  const coverage = new Float32Array(pixels.length);
  const paint = (steps: readonly OutlineStep[], colour: keyof typeof COLOURS) => {
    const first = Object.keys(COLOURS).indexOf(colour) * STEPS;
    coverageOf(steps, CARD.width, CARD.height, coverage);
    for (let at = 0; at < coverage.length; at += 1) {
      const covered = coverage[at] ?? 0;
      // Most of a card is paper.
      const step = covered === 0 ? 0 : Math.round(covered * (STEPS - 1));
      if (step > 0) pixels[at] = first + step;
    }
  };
  const name = names.find((each) => typeface.widthOf(each, 1) !== undefined) ?? '';
  const { lines, size } = layOut(name, typeface);
  const leading = size * LEADING;
  const base = (CARD.height - lines.length * leading) / 2 + size * 0.86 - 24;
  paint(
    lines.flatMap((line, row) => moved(typeface.outline(line, size), MARGIN, base + row * leading)),
    'ink',
  );
  const below = base + (lines.length - 1) * leading + size * 0.4;
  const end = MARGIN + Math.max(typeface.widthOf(lines.at(-1) ?? '', size) ?? 0, 90);
  const dots: OutlineStep[] = [];
  for (let left = MARGIN; left < end; left += 34) dots.push(...circle(left + 7, below, 7));
  paint(dots, 'stet');
  paint(moved(typeface.outline(foot, 34), MARGIN, CARD.height - 72), 'soft');
  return png({ ...CARD, palette: PALETTE, pixels });
}

/** Breaks words into lines at the largest size at which they fit; at the smallest, what does not fit is left out. */
function layOut(words: string, typeface: Typeface): { lines: string[]; size: number } {
  for (const size of SIZES) {
    const lines = breakLines(words, (text) => typeface.widthOf(text, size) ?? 0);
    if (lines !== undefined && lines.length * size * LEADING <= MOST_HEIGHT) return { lines, size };
  }
  const size = SIZES.at(-1) ?? 56;
  const widthOf = (text: string) => typeface.widthOf(text, size) ?? 0;
  const pieces = words.split(' ');
  while (pieces.length > 1) {
    pieces.pop();
    const lines = breakLines(`${pieces.join(' ')}…`, widthOf);
    if (lines !== undefined && lines.length * size * LEADING <= MOST_HEIGHT) return { lines, size };
  }
  return { lines: [], size };
}

/** Lines within the margins; undefined where a word is longer than one. */
function breakLines(words: string, widthOf: (text: string) => number): string[] | undefined {
  const room = CARD.width - 2 * MARGIN;
  const lines: string[] = [];
  for (const word of words.split(' ').filter(Boolean)) {
    if (widthOf(word) > room) return undefined;
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function moved(steps: readonly OutlineStep[], x: number, y: number): OutlineStep[] {
  return steps.map(({ command, args }) => ({ command, args: args.map((value, at) => value + (at % 2 === 0 ? x : y)) }));
}

function circle(x: number, y: number, radius: number): OutlineStep[] {
  const k = radius * 0.5523;
  return [
    { command: 'moveTo', args: [x + radius, y] },
    { command: 'bezierCurveTo', args: [x + radius, y + k, x + k, y + radius, x, y + radius] },
    { command: 'bezierCurveTo', args: [x - k, y + radius, x - radius, y + k, x - radius, y] },
    { command: 'bezierCurveTo', args: [x - radius, y - k, x - k, y - radius, x, y - radius] },
    { command: 'bezierCurveTo', args: [x + k, y - radius, x + radius, y - k, x + radius, y] },
  ];
}
