import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import type { Font } from 'fontkit';

/** A glyph as pdfkit's embedder wants it; `advanceWidth` in font units. */
type PlainGlyph = {
  readonly id: number;
  readonly codePoints: readonly number[];
  readonly advanceWidth: number;
};
type Position = {
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
  advanceWidth?: number;
};

/** A font that is parsed once and shared by all renders of a process. */
export type Typeface = {
  /** Name under which a document registers it. */
  readonly name: string;
  /** What pdfkit embeds: the parsed font with a layout that maps one code point to one glyph. */
  readonly source: Font;
  has(codePoint: number): boolean;
  /** Advance width of a code point in thousandths of the font size. */
  widthOf(codePoint: number): number;
};

/** One weight: Chinese first, Latin letters that the Chinese font lacks from the second. */
export type Weight = { readonly han: Typeface; readonly latin: Typeface };
export type FontSet = { readonly regular: Weight; readonly bold: Weight };

/**
 * Plain layout, one glyph for each code point, no ligatures and no kerning. fontkit's own layout caches
 * glyphs together with the first text that used them, so a second render in the same process would get
 * another ToUnicode map: same data, other bytes.
 */
function plainLayout(glyphOf: (codePoint: number) => PlainGlyph) {
  return (text: string) => {
    const glyphs = Array.from(text, (character) => glyphOf(character.codePointAt(0)!));
    const positions: Position[] = glyphs.map((glyph) => ({
      xAdvance: glyph.advanceWidth,
      yAdvance: 0,
      xOffset: 0,
      yOffset: 0,
    }));
    const units = glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0);
    return { glyphs, positions, advanceWidth: units };
  };
}

function typeface(name: string, font: Font): Typeface {
  const known = new Map<number, PlainGlyph>();
  const glyphOf = (codePoint: number): PlainGlyph => {
    const seen = known.get(codePoint);
    if (seen) return seen;
    const { id, advanceWidth } = font.glyphForCodePoint(codePoint);
    const glyph = { id, advanceWidth, codePoints: [codePoint] };
    known.set(codePoint, glyph);
    return glyph;
  };
  const scale = 1000 / font.unitsPerEm;
  const layout = plainLayout(glyphOf);
  const source = Object.create(font, {
    // pdfkit takes the run's width in thousandths and scales the positions itself.
    layout: { value: (text: string) => scaledRun(layout(text), scale) },
  }) as Font;
  return {
    name,
    source,
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    widthOf: (codePoint) => glyphOf(codePoint).advanceWidth * scale,
  };
}

function scaledRun<Run extends { advanceWidth: number }>(run: Run, scale: number): Run {
  return { ...run, advanceWidth: run.advanceWidth * scale };
}

function load(name: string, path: string): Typeface {
  const file = createRequire(import.meta.url).resolve(`@expo-google-fonts/${path}`);
  return typeface(name, create(readFileSync(file)));
}

let shared: FontSet | undefined;

/** Noto Sans SC 400 and 700 with Noto Sans as Latin fallback, parsed at the first call (about 50 ms). */
export function loadFonts(): FontSet {
  shared ??= {
    regular: {
      han: load('Han', 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
      latin: load('Latin', 'noto-sans/400Regular/NotoSans_400Regular.ttf'),
    },
    bold: {
      han: load('HanBold', 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
      latin: load('LatinBold', 'noto-sans/700Bold/NotoSans_700Bold.ttf'),
    },
  };
  return shared;
}
