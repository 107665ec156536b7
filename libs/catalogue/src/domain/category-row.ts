import type { JsonObject } from '#kernel';
import { RowReader } from './row-reader.js';

/** Dangers that ask for a suitable place and method. */
export const hazards = [
  'none',
  'biological',
  'flammable',
  'chemical',
  'battery',
  'e-waste',
  'pressurised',
  'toxic',
  'explosive',
] as const;
export type Hazard = (typeof hazards)[number];

/** `true` always, `'if-value'` only above a configured value, `false` never. */
export type AppraisalRule = boolean | 'if-value';

/** A kind of goods, or a grouping row that takes no quantity (`selectable` false, units null). */
export interface Category {
  readonly code: string;
  readonly parent: string | null;
  readonly name: { readonly zh: string; readonly en: string };
  readonly baseUnit: string | null;
  readonly allowedUnits: readonly string[];
  /** Unit of headlines ("92,092 pieces of 20 categories"). */
  readonly reportingUnit: string | null;
  readonly hazard: Hazard;
  readonly defaultMethods: readonly string[];
  /** Function of the agency that leads for such goods (`tobacco`, `market-regulation`). */
  readonly leadFunction: string | null;
  readonly requiresAppraisal: AppraisalRule;
  /** False where destruction is not announced beforehand (explosives, fireworks). */
  readonly public: boolean;
  readonly selectable: boolean;
  readonly disabled: boolean;
  readonly hsCodes: readonly string[];
  /** Code of the EU's list of product categories in IPR enforcement statistics. */
  readonly euCode: string | null;
  readonly euPrimary: boolean;
  readonly unconfirmedFields: readonly string[];
  readonly sources: readonly string[];
  readonly notes: string | null;
}

const fields = [
  'code',
  'parent',
  'name_zh',
  'name_en',
  'hs',
  'eu_code',
  'eu_primary',
  'base_unit',
  'allowed_units',
  'reporting_unit',
  'hazard',
  'default_methods',
  'lead_agency',
  'requires_appraisal',
  'public',
  'selectable',
  'disabled',
  'notes',
  'unconfirmed',
  'unconfirmed_fields',
  'sources',
];

/** Takes a row of the categories table, gives the category; throws `invalid` naming row and field. */
export function categoryOfRow(row: JsonObject): Category {
  const read = new RowReader('categories', row);
  read.refuseOthers(fields);
  const selectable = read.flag('selectable');
  return {
    code: read.code,
    parent: read.optionalText('parent'),
    name: read.name(),
    baseUnit: selectable ? read.text('base_unit') : read.optionalText('base_unit'),
    allowedUnits: read.texts('allowed_units'),
    reportingUnit: selectable ? read.text('reporting_unit') : read.optionalText('reporting_unit'),
    hazard: hazardOf(read),
    defaultMethods: read.texts('default_methods'),
    leadFunction: selectable ? read.text('lead_agency') : read.optionalText('lead_agency'),
    requiresAppraisal:
      row['requires_appraisal'] === 'if-value' ? 'if-value' : read.flag('requires_appraisal'),
    public: read.flag('public'),
    selectable,
    disabled: read.flag('disabled'),
    hsCodes: read.texts('hs'),
    euCode: read.optionalText('eu_code'),
    euPrimary: read.flag('eu_primary'),
    unconfirmedFields: read.texts('unconfirmed_fields'),
    sources: read.texts('sources'),
    notes: row['notes'] === '' ? null : read.optionalText('notes'),
  };
}

function hazardOf(read: RowReader): Hazard {
  const given = read.text('hazard');
  const hazard = hazards.find((known) => known === given);
  if (hazard === undefined) {
    const wanted = hazards.join(', ');
    throw read.fault('catalogue.wrong-field', 'hazard', { wantedZh: wanted, wantedEn: `one of ${wanted}` });
  }
  return hazard;
}
