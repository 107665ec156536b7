import type { JsonObject } from '#kernel';
import type { Unit } from '#quantity';
import { RowReader } from './row-reader.js';

/** A unit as the catalogue keeps it. */
export interface CatalogueUnit extends Unit {
  /** Glyphs that people also write for it; for search, never for identification. */
  readonly alsoGlyphs: readonly string[];
  /** Code of UN/ECE Recommendation 20 or 21, where there is one. */
  readonly uneceCode: string | null;
  /** True for units of press reports (万支): taken for import, not offered first. */
  readonly press: boolean;
  readonly unconfirmed: boolean;
  readonly disabled: boolean;
  readonly notes: string | null;
}

const fields = [
  'code',
  'name_zh',
  'name_en',
  'glyph',
  'also_glyphs',
  'family',
  'ratio_to_base',
  'ratio_overridable',
  'base_unit',
  'base_step',
  'decimals',
  'unece',
  'press',
  'unconfirmed',
  'disabled',
  'notes',
];

/** Takes a row of the units table, gives the unit; throws `invalid` naming row and field. */
export function unitOfRow(row: JsonObject): CatalogueUnit {
  const read = new RowReader('units', row);
  read.refuseOthers(fields);
  const step = read.optionalRatio('base_step');
  if (step !== null && !/^10*$/.test(String(step.den)))
    throw read.fault('catalogue.step-not-decimal', 'base_step');
  return {
    code: read.code,
    name: read.name(),
    glyph: read.text('glyph'),
    alsoGlyphs: read.texts('also_glyphs'),
    family: read.text('family'),
    base: read.text('base_unit'),
    ratio: read.optionalRatio('ratio_to_base'),
    ratioOverridable: read.flag('ratio_overridable'),
    step,
    decimals: read.decimals('decimals'),
    uneceCode: read.optionalText('unece'),
    press: read.flag('press'),
    unconfirmed: read.flag('unconfirmed'),
    disabled: read.flag('disabled'),
    notes: read.optionalText('notes'),
  };
}
