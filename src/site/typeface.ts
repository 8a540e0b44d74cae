import cyrillic from '@fontsource/source-serif-4/files/source-serif-4-cyrillic-600-normal.woff2?inline';
import greek from '@fontsource/source-serif-4/files/source-serif-4-greek-600-normal.woff2?inline';
import latin from '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2?inline';
import latinExtended from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-normal.woff2?inline';
import { create, type Font } from 'fontkitten';
import type { Typeface } from '../formats/card.ts';
import type { OutlineStep } from '../formats/raster.ts';

/** Source Serif, in which cards are set: Latin, Greek and Cyrillic. Scripts that join their letters would need a shaper. */
export function openTypeface(): Typeface {
  const fonts = [latin, latinExtended, cyrillic, greek].map((url) => create(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')) as Font);
  // Taking a glyph out of a compressed font takes as long as drawing a card.
  const known = new Map<string, Glyph | undefined>();
  const glyphOf = (letter: string): Glyph | undefined => {
    if (!known.has(letter)) {
      const code = letter.codePointAt(0) ?? 0;
      const font = fonts.find((each) => each.hasGlyphForCodePoint(code));
      const glyph = font?.glyphForCodePoint(code);
      known.set(
        letter,
        glyph && font && { advance: glyph.advanceWidth / font.unitsPerEm, unit: 1 / font.unitsPerEm, steps: glyph.path.commands as OutlineStep[] },
      );
    }
    return known.get(letter);
  };
  return {
    widthOf: (words, size) => {
      const glyphs = [...words.normalize('NFC')].map(glyphOf);
      return glyphs.every((glyph) => glyph !== undefined) ? glyphs.reduce((sum, { advance }) => sum + advance * size, 0) : undefined;
    },
    outline: (words, size) => {
      const steps: OutlineStep[] = [];
      let left = 0;
      for (const glyph of [...words.normalize('NFC')].map(glyphOf)) {
        if (glyph === undefined) continue;
        const scale = glyph.unit * size;
        for (const { command, args } of glyph.steps)
          steps.push({ command, args: args.map((value, at) => (at % 2 === 0 ? left + value * scale : -value * scale)) });
        left += glyph.advance * size;
      }
      return steps;
    },
  };
}

interface Glyph {
  /** Width, as a part of the size. */
  advance: number;
  /** Of its steps, as a part of the size. */
  unit: number;
  steps: readonly OutlineStep[];
}
