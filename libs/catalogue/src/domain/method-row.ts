import type { JsonObject } from '#kernel';
import { RowReader } from './row-reader.js';

/** A way of destroying goods. */
export interface Method {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** Forbidden by law; kept to record what once happened, never chosen for new goods. */
  readonly prohibited: boolean;
  /** For imported events whose method was not published; never chosen for new goods. */
  readonly historicOnly: boolean;
  readonly suitableCategories: readonly string[];
  readonly suitabilityUnconfirmed: boolean;
  /** Figures that the operator of the plant hands over (weighbridge ticket, residue). */
  readonly environmentData: readonly string[];
  readonly requiresHazardousManifest: boolean;
  readonly contractorQualification: string;
  readonly unconfirmed: boolean;
  readonly disabled: boolean;
  readonly sources: readonly string[];
  readonly notes: string | null;
}

const fields = [
  'code',
  'name_zh',
  'name_en',
  'prohibited',
  'historic_only',
  'suitable_categories',
  'suitability_unconfirmed',
  'environment_data',
  'requires_hazardous_manifest',
  'contractor_qualification',
  'unconfirmed',
  'disabled',
  'sources',
  'notes',
];

/** Takes a row of the methods table, gives the method; throws `invalid` naming row and field. */
export function methodOfRow(row: JsonObject): Method {
  const read = new RowReader('methods', row);
  read.refuseOthers(fields);
  return {
    code: read.code,
    name: read.name(),
    prohibited: read.flag('prohibited'),
    historicOnly: read.flag('historic_only'),
    suitableCategories: read.texts('suitable_categories'),
    suitabilityUnconfirmed: read.flag('suitability_unconfirmed'),
    environmentData: read.texts('environment_data'),
    requiresHazardousManifest: read.flag('requires_hazardous_manifest'),
    contractorQualification: read.text('contractor_qualification'),
    unconfirmed: read.flag('unconfirmed'),
    disabled: read.flag('disabled'),
    sources: read.texts('sources'),
    notes: read.optionalText('notes'),
  };
}
