import { DomainError } from '#kernel';
import { bindRatio, measuresOf, toBase } from '#quantity';
import type { BaseQuantity, BoundRatio, Quantity, UnitOf, UnitRatio } from '#quantity';
import type { Catalogue } from './catalogue.js';
import type { Category } from './category-row.js';

/** Family of sealed packages of unknown content: they may be registered in any category, to be opened later. */
const packageFamily = 'count-case';

/**
 * The category of goods that are being registered.
 * Throws `invalid`: `category.unknown`, `category.not-selectable` (a grouping row), `category.disabled`.
 */
export function categoryForGoods(catalogue: Catalogue, code: string, pointer = ''): Category {
  const category = catalogue.categories.get(code);
  const names = {
    category: code,
    categoryZh: category?.name.zh ?? code,
    categoryEn: category?.name.en ?? code,
  };
  const refusal = (what: string) =>
    new DomainError('invalid', what, names, [{ pointer, code: what, facts: names }]);
  if (category === undefined) throw refusal('category.unknown');
  if (!category.selectable) throw refusal('category.not-selectable');
  if (category.disabled) throw refusal('category.disabled');
  return category;
}

/** Units that a quantity of the category may be given in: its own, and sealed packages; none that is disabled. */
export function unitsFor(catalogue: Catalogue, category: Category): readonly string[] {
  const packages = [...catalogue.units.values()].filter((unit) => unit.family === packageFamily);
  const codes = new Set([...category.allowedUnits, ...packages.map((unit) => unit.code)]);
  return [...codes].filter((code) => catalogue.units.get(code)?.disabled === false);
}

/** True for units that count sealed packages: such lots are opened and counted before a batch. */
export function isPackageUnit(catalogue: Catalogue, unit: string): boolean {
  return catalogue.units.get(unit)?.family === packageFamily;
}

/** Looks units up in this catalogue; disabled ones too, for lots that were registered before. */
export function unitLookup(catalogue: Catalogue): UnitOf {
  return (code) => catalogue.units.get(code);
}

export interface DeclaredGoods {
  readonly category: string;
  readonly quantity: Quantity;
  readonly unitRatio?: UnitRatio;
  /** JSON pointer of the lot in the request. */
  readonly pointer?: string;
}

/**
 * Books goods that are being registered: the category, the exact base quantity, and the product's ratio
 * with the unit that it holds for. Throws the codes of `categoryForGoods`, `toBase` and `bindRatio`.
 */
export function bookGoods(
  catalogue: Catalogue,
  goods: DeclaredGoods,
): { readonly category: Category; readonly base: BaseQuantity; readonly ratio: BoundRatio | null } {
  const pointer = goods.pointer ?? '';
  const category = categoryForGoods(catalogue, goods.category, `${pointer}/category`);
  const base = toBase(goods.quantity, {
    unitOf: unitLookup(catalogue),
    allowedUnits: unitsFor(catalogue, category),
    unitRatio: goods.unitRatio,
    pointer: `${pointer}/quantity`,
  });
  return { category, base, ratio: boundRatioOf(catalogue, goods) };
}

function boundRatioOf(catalogue: Catalogue, { quantity, unitRatio }: DeclaredGoods): BoundRatio | null {
  if (unitRatio === undefined) return null;
  const units = measuresOf(quantity).flatMap((measure) => catalogue.units.get(measure.unit) ?? []);
  return bindRatio(units, unitRatio);
}
