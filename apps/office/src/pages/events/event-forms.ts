import { plainAmount } from '../seizures/registration-lines.js';
import { instantIn, optionalText, text, type FormValues } from '../shell/form-values.js';

/** What a form needs of a line of the event. */
interface Line {
  readonly lot: string;
  readonly excluded?: boolean;
  readonly allocated: { readonly unit: string };
}

function quantity(typed: string, { allocated }: Line) {
  return { amount: plainAmount(typed), unit: allocated.unit };
}

function optionalQuantity<N extends string>(name: N, typed: string, line: Line): { [K in N]?: object } {
  const filled = typed === '' || /^0+$/.test(typed) ? {} : { [name]: quantity(typed, line) };
  return filled as { [K in N]?: object };
}

/** The recount of every line that is still in the event, by its place among all lines. */
export function stagingIn(values: FormValues, lines: readonly Line[]) {
  const counted = lines.flatMap((line, row) => {
    if (line.excluded) return [];
    const field = (name: string) => text(values, `lines.${row}.${name}`);
    return {
      lot: line.lot,
      staged: quantity(field('staged'), line),
      ...optionalQuantity('short', field('short'), line),
      ...optionalText('reason', field('reason')),
    };
  });
  return { lines: counted };
}

/** Staged goods as they were counted back into the store, by their place among the staged lines. */
export function recountIn(
  values: FormValues,
  lines: readonly (Line & { readonly staged?: { readonly amount: string } })[],
) {
  const staged = lines.filter((line) => !line.excluded && line.staged && line.staged.amount !== '0');
  return staged.map((line, row) => ({
    lot: line.lot,
    returned: quantity(text(values, `lines.${row}.returned`), line),
    ...optionalQuantity('missing', text(values, `lines.${row}.missing`), line),
  }));
}

/** The result of one line; a line that is not the event's is left to the command to refuse. */
export function resultIn(values: FormValues, lines: readonly Line[], lot: string) {
  const line = lines.find((one) => one.lot === lot) ?? { lot, allocated: { unit: '' } };
  const net = text(values, 'netKg');
  return {
    destroyed: quantity(text(values, 'destroyed'), line),
    ...optionalQuantity('returned', text(values, 'returned'), line),
    ...optionalQuantity('missing', text(values, 'missing'), line),
    ...(net !== '' && { netKg: plainAmount(net) }),
    ...optionalText('reason', text(values, 'reason')),
  };
}

/** A witness's statement about every line of the event as it was shown. */
export function statementIn(values: FormValues, lines: readonly Line[]) {
  return {
    statement: text(values, 'statement'),
    from: instantIn(text(values, 'from')),
    to: instantIn(text(values, 'to')),
    lines: lines.filter(({ excluded }) => !excluded).map(({ lot }) => lot),
    sha256: text(values, 'sha256'),
  };
}
