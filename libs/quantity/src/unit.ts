/** Units of one family measure the same thing and convert by exact ratios; other families are never mixed. */
export type Family = string;

/** An exact positive rational number; `num` and `den` are safe integers above zero. */
export interface Ratio {
  readonly num: number;
  readonly den: number;
}

/**
 * A unit of the catalogue, addressed by `code`, never by its glyph
 * (条 is a carton of cigarettes, a tyre, and a pair of trousers).
 */
export interface Unit {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly glyph: string;
  readonly family: Family;
  /** Code of the family's base unit, in which sums are kept. */
  readonly base: string;
  /** How many base units one of this unit is; `null` where it depends on the product. */
  readonly ratio: Ratio | null;
  /** True where a product's own ratio may replace `ratio`. */
  readonly ratioOverridable: boolean;
  /** Smallest amount that exists, in base units; only on the base unit itself, `null` elsewhere. */
  readonly step: Ratio | null;
  /** Decimals that the unit is commonly written with; for forms and display, no rule. */
  readonly decimals: number;
}

/** Looks a unit up by code. */
export type UnitOf = (code: string) => Unit | undefined;

/** What one unit of this product holds, in base units, and where that is known from (label, order, count). */
export interface UnitRatio extends Ratio {
  readonly source: string;
}

/** A product's ratio together with the one unit that it holds for. */
export interface BoundRatio extends UnitRatio {
  readonly unit: string;
}
