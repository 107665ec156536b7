import type { OfferableLot } from '#custody';
import { isUuid } from '#kernel';
import { plainAmount } from '../seizures/registration-lines.js';
import { optionalText, text, type FormValues } from '../shell/form-values.js';

/** The lots that are ticked, each once; what is no id is dropped. */
export function chosenLots(values: FormValues): string[] {
  const given = [values['lot'] ?? []].flat().map((one) => one.toLowerCase());
  return [...new Set(given.filter(isUuid))];
}

/** The form as a request of the interface; lots without an amount go as a whole. */
export function offerRequest(values: FormValues, offerable: readonly OfferableLot[]) {
  const unitOf = new Map<string, string>(offerable.map(({ lot, unit }) => [lot, unit]));
  return {
    to: text(values, 'to'),
    lots: chosenLots(values).map((lot) => {
      const typed = plainAmount(text(values, `quantity.${lot}`));
      return { lot, ...(typed !== '' && { quantity: { amount: typed, unit: unitOf.get(lot) ?? '' } }) };
    }),
    ...optionalText('location', text(values, 'location')),
  };
}

/** The form's field for a place in the request. */
export function offerFieldOf(pointer: string, chosen: readonly string[]): string | undefined {
  const line = /^\/lots\/(\d+)/.exec(pointer)?.[1];
  if (line !== undefined) return `quantity.${chosen[Number(line)] ?? ''}`;
  if (pointer === '/lots') return 'lots';
  return ['/to', '/location'].includes(pointer) ? pointer.slice(1) : undefined;
}
