import { bookGoods, unitsFor, type Catalogue } from '#catalogue';
import { DomainError, isUuid, type FieldError } from '#kernel';
import { parseQuantity } from '#quantity';
import { optionalText, text, type FormValues } from '../shell/form-values.js';

/** Columns of the grid, in the order in which a pasted block fills them. */
export const columns = ['category', 'description', 'brand', 'amount', 'unit', 'basis', 'seals'] as const;
export type Column = (typeof columns)[number];
/** A row as it was typed; `id` is the lot's, where photos were bound to the row before it was registered. */
export type GridRow = Readonly<Record<Column, string>> & { readonly id?: string };

/** A request has at most 1,000 lines. */
export const rowLimit = 1000;

/** The rows of a submitted grid as they were typed. */
export function rowsIn(values: FormValues, count: number): GridRow[] {
  return Array.from(
    { length: count },
    (_, row) =>
      ({
        ...Object.fromEntries(columns.map((name) => [name, text(values, `lots.${row}.${name}`)])),
        ...lotIdIn(text(values, `lots.${row}.id`)),
      }) as GridRow,
  );
}

function lotIdIn(typed: string): { id?: string } {
  const id = typed.toLowerCase();
  return isUuid(id) ? { id } : {};
}

/** The fields of rows, as the form names them. */
export function fieldsOfRows(rows: readonly GridRow[]): Record<string, string> {
  const fields = rows.flatMap((row, index) =>
    Object.entries(row).map(([name, value]) => [`lots.${index}.${name}`, value]),
  );
  return { ...(Object.fromEntries(fields) as Record<string, string>), rows: String(rows.length) };
}

/** A form with other rows than it had. */
export function withRows(values: FormValues, rows: readonly GridRow[]): FormValues {
  const header = Object.entries(values).filter(([name]) => !/^(?:rows$|lots\.)/.test(name));
  return { ...Object.fromEntries(header), ...fieldsOfRows(rows) };
}

/** What lines take from the header where they say nothing themselves. */
export function withDefaults(rows: readonly GridRow[], values: FormValues): GridRow[] {
  const [category, unit] = [text(values, 'defaultCategory'), text(values, 'defaultUnit')];
  return rows.map((row) =>
    isFilled(row)
      ? { ...row, category: row.category || category, unit: row.unit || unit }
      : { ...row, basis: text(values, 'defaultBasis') || row.basis },
  );
}

/** How many rows a form asks for: those it shows, those that carry something, and what was asked for on top. */
export function rowCount(values: FormValues, more = 0): number {
  const shown = Number(text(values, 'rows'));
  const last = Object.keys(values).reduce((highest, name) => {
    const row = /^lots\.(\d{1,4})\.(?:category|description|amount)$/.exec(name)?.[1];
    return row !== undefined && text(values, name) !== '' ? Math.max(highest, Number(row) + 1) : highest;
  }, 0);
  const asked = Number.isSafeInteger(shown) && shown > 0 ? shown : 12;
  return Math.min(rowLimit, Math.max(asked, last) + more);
}

/** A row counts when someone typed goods into it; a chosen basis alone is no line. */
export function isFilled({ basis: _, id: __, ...typed }: GridRow): boolean {
  return Object.values(typed).some((value) => value !== '');
}

/**
 * The lines of the request and which row each comes from. Names of categories and units are resolved here, units only
 * within the category (条 is a carton of cigarettes and a tyre); what can't be resolved stands in `errors`, by row.
 */
export function linesOf(rows: readonly GridRow[], catalogue: Catalogue) {
  const errors: FieldError[] = [];
  const rowOf: number[] = [];
  const lots: object[] = [];
  rows.forEach((row, index) => {
    if (!isFilled(row)) return;
    const pointer = `/lots/${lots.length}`;
    rowOf.push(index);
    const category = categoryIn(row.category, catalogue);
    if (category === undefined) errors.push({ pointer: `${pointer}/category`, code: 'form.category' });
    const unit = category === undefined ? undefined : unitIn(row.unit, category, catalogue);
    if (category !== undefined && unit === undefined) {
      errors.push({ pointer: `${pointer}/unit`, code: row.unit === '' ? 'form.unit' : 'form.unit-unknown' });
    }
    const quantity = { amount: plainAmount(row.amount), unit: unit ?? row.unit };
    if (row.amount === '') errors.push({ pointer: `${pointer}/quantity`, code: 'form.amount-missing' });
    else if (category !== undefined && unit !== undefined) {
      errors.push(...bookingErrors(catalogue, { category, quantity, pointer }));
    }
    lots.push({
      ...(row.id !== undefined && { id: row.id }),
      category: category ?? row.category,
      description: row.description,
      ...optionalText('brand', row.brand),
      ...optionalText('basis', row.basis),
      ...(row.seals !== '' && { seals: row.seals.split(/[,，;；\s]+/).filter(Boolean) }),
      quantity,
    });
  });
  return { lots, rowOf, errors };
}

/** Why goods can't be booked exactly: half a piece, more decimals than the unit has. */
function bookingErrors(
  catalogue: Catalogue,
  goods: { readonly category: string; readonly quantity: object; readonly pointer: string },
): readonly FieldError[] {
  const at = `${goods.pointer}/quantity`;
  try {
    bookGoods(catalogue, { ...goods, quantity: parseQuantity(goods.quantity, { pointer: at }) });
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [{ pointer: at, code: error.code, facts: error.facts }];
  }
}

/** `1,860` or full-width digits as a plain decimal; anything else stays for the check of the request. */
export function plainAmount(typed: string): string {
  const half = typed.normalize('NFKC').replace(/\s/g, '');
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(half) ? half.replaceAll(',', '') : half;
  return plain.includes('.') ? plain.replace(/0+$/, '').replace(/\.$/, '') : plain;
}

function categoryIn(typed: string, catalogue: Catalogue): string | undefined {
  const wanted = typed.toLowerCase();
  const found = [...catalogue.categories.values()].filter(
    ({ selectable, disabled, code, name }) =>
      selectable && !disabled && [code, name.zh, name.en].some((one) => one.toLowerCase() === wanted),
  );
  return found.length === 1 ? found[0]!.code : undefined;
}

function unitIn(typed: string, category: string, catalogue: Catalogue): string | undefined {
  const wanted = typed.toLowerCase();
  const units = unitsFor(catalogue, catalogue.categories.get(category)!).map((code) =>
    catalogue.units.get(code)!,
  );
  const exact = units.filter(({ code, name }) =>
    [code, name.zh, name.en].some((one) => one.toLowerCase() === wanted),
  );
  const found =
    exact.length > 0 ? exact : units.filter((one) => [one.glyph, ...one.alsoGlyphs].includes(typed));
  return found.length === 1 ? found[0]!.code : undefined;
}
