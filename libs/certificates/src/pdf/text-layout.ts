import LineBreaker from 'linebreak';
import { isPrintable } from '#papers';
import type { Typeface, Weight } from './fonts.js';

/** A piece of one line in one font. `width` in points. */
export type Run = { readonly typeface: Typeface; readonly text: string; readonly width: number };
/** A line; its `width` is without a space at its end. */
export type TextLine = { readonly runs: readonly Run[]; readonly width: number };

/** The font of a word: the Chinese one when it has all letters, so that no name mixes two designs. */
function typefaceOf(word: string, weight: Weight): Typeface | undefined {
  const points = Array.from(word, (character) => character.codePointAt(0)!);
  if (!points.every(isPrintable)) return undefined;
  if (points.every((point) => weight.han.has(point))) return weight.han;
  return points.every((point) => weight.latin.has(point)) ? weight.latin : undefined;
}

const words = /[\p{Script=Han}\p{P}\p{S}\s\d]+|[^\p{Script=Han}\p{P}\p{S}\s\d]+/gu;

function* piecesOf(text: string, weight: Weight): Generator<{ typeface: Typeface; text: string }> {
  for (const word of text.match(words) ?? []) {
    const whole = typefaceOf(word, weight);
    if (whole) yield { typeface: whole, text: word };
    else
      for (const character of word) {
        const own = typefaceOf(character, weight);
        if (!own) throw new UnprintableError(character);
        yield { typeface: own, text: character };
      }
  }
}

/** A character without a glyph reached the renderer: intake should have refused it. */
export class UnprintableError extends Error {
  constructor(readonly character: string) {
    super(`no glyph for U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
  }
}

/** Splits text into runs of one font each, widths at `size` points. Throws {@link UnprintableError}. */
export function runsOf(text: string, weight: Weight, size: number): Run[] {
  const runs: { typeface: Typeface; text: string; width: number }[] = [];
  for (const piece of piecesOf(text, weight)) {
    const width = widthIn(piece.typeface, piece.text, size);
    const last = runs.at(-1);
    if (last?.typeface === piece.typeface) {
      last.text += piece.text;
      last.width += width;
    } else runs.push({ ...piece, width });
  }
  return runs;
}

function widthIn(typeface: Typeface, text: string, size: number): number {
  let thousandths = 0;
  for (const character of text) thousandths += typeface.widthOf(character.codePointAt(0)!);
  return (thousandths * size) / 1000;
}

/** Width of a text on one line, in points. */
export function widthOf(text: string, weight: Weight, size: number): number {
  return runsOf(text, weight, size).reduce((sum, run) => sum + run.width, 0);
}

/**
 * Breaks text into lines not wider than `width` points: at the opportunities of UAX #14 (which keeps
 * Chinese punctuation off the line start), or inside a word that is wider than the line by itself.
 */
export function breakLines(
  text: string,
  options: { weight: Weight; size: number; width: number },
): TextLine[] {
  const { weight, size, width } = options;
  const lines: TextLine[] = [];
  let line = '';
  let used = 0;
  const push = (isLast: boolean): void => {
    const printed = line.replace(/\s+$/, '');
    // The space at a break is drawn though nobody sees it: without it programs that read the text, or
    // read it aloud, would join two words.
    const space = !isLast && printed !== line ? ' ' : '';
    const width = widthOf(printed, weight, size);
    lines.push({ runs: runsOf(printed + space, weight, size), width });
    line = '';
    used = 0;
  };
  for (const { piece, required } of segmentsOf(text)) {
    for (const part of fitting(piece, options)) {
      // Without kerning widths add up, so a line need not be measured again for each part.
      if (line !== '' && used + widthOf(part.replace(/\s+$/, ''), weight, size) > width) push(false);
      line += part;
      used += widthOf(part, weight, size);
    }
    if (required) push(true);
  }
  if (line !== '' || lines.length === 0) push(true);
  return lines;
}

function* segmentsOf(text: string): Generator<{ piece: string; required: boolean }> {
  const breaker = new LineBreaker(text);
  let from = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const piece = text.slice(from, next.position).replace(/\n$/, '');
    yield { piece, required: next.required && next.position < text.length };
    from = next.position;
  }
}

/** A segment that is too wide for any line (a hash, a long code) in parts that fit. */
function fitting(piece: string, options: { weight: Weight; size: number; width: number }): string[] {
  const { weight, size, width } = options;
  if (widthOf(piece.replace(/\s+$/, ''), weight, size) <= width) return [piece];
  const parts: string[] = [''];
  for (const character of piece) {
    const grown = parts.at(-1)! + character;
    if (parts.at(-1) !== '' && widthOf(grown, weight, size) > width) parts.push(character);
    else parts[parts.length - 1] = grown;
  }
  return parts;
}
