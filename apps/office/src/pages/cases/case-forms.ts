import type { FieldError } from '#kernel';
import { optionalText, instantIn, text, type FormValues } from '../shell/form-values.js';
import { plainAmount } from '../seizures/registration-lines.js';

export type RecordKind = 'appraisal' | 'decision' | 'hold';

/** A lot that a form offers: its id and the unit that a part of it is counted in. */
export interface OfferedLot {
  readonly id: string;
  readonly base: { readonly unit: string };
}

/** Fields of each form beside the lots, as their inputs are called. */
export const recordFields = {
  appraisal: ['result', 'body', 'reportNumber', 'happened', 'lateReason'],
  decision: ['number', 'kind', 'happened', 'finalAt', 'replaces', 'lateReason'],
  hold: ['reason'],
} as const satisfies Record<RecordKind, readonly string[]>;

/** The ids of the ticked lots, in the order in which they were offered. */
export function tickedIn(values: FormValues, offered: readonly OfferedLot[]): string[] {
  const sent = [values['lots'] ?? []].flat().map((id) => id.toLowerCase());
  return offered.map(({ id }) => id).filter((id) => sent.includes(id));
}

/** The request of the interface that a form makes. */
export function recordRequest(
  kind: RecordKind,
  values: FormValues,
  offered: readonly OfferedLot[],
): Record<string, unknown> {
  const field = (name: string) => text(values, name);
  const ticked = tickedIn(values, offered);
  const late = optionalText('lateReason', field('lateReason'));
  if (kind === 'hold') return { lots: ticked, reason: field('reason') };
  const happened = { happened: instantIn(field('happened')) };
  if (kind === 'appraisal') {
    const said = { result: field('result'), body: field('body'), reportNumber: field('reportNumber') };
    return { lots: ticked, ...said, ...happened, ...late };
  }
  const decided = { number: field('number'), kind: field('kind'), finalAt: instantIn(field('finalAt')) };
  const lots = ticked.map((lot) => ({
    lot,
    ...partOf(
      values,
      offered.find(({ id }) => id === lot)!,
    ),
  }));
  return { lots, ...decided, ...happened, ...late, ...optionalText('replaces', field('replaces')) };
}

/** The part of a lot that a decision is about; nothing typed = the whole lot. */
function partOf(values: FormValues, { id, base }: OfferedLot) {
  const typed = text(values, `quantity.${id}`);
  return typed === '' ? {} : { quantity: { amount: plainAmount(typed), unit: base.unit } };
}

/** What only the form knows to be missing. */
export function missingIn(
  kind: RecordKind,
  values: FormValues,
  offered: readonly OfferedLot[],
): FieldError[] {
  const none: FieldError[] =
    tickedIn(values, offered).length === 0 ? [{ pointer: '/lots', code: 'record.no-lots' }] : [];
  const dated = kind !== 'hold' && text(values, 'happened') === '';
  return dated ? [...none, { pointer: '/happened', code: 'form.time' }] : none;
}

/** Sentences for programs, with what a person at the form reads instead. */
const inForms: Readonly<Record<string, string>> = {
  'decision.already-decided': 'record.already-decided',
  'decision.already-replaced': 'record.already-replaced',
  'decision.final-before-made': 'record.final-before-made',
};

/** The code whose sentence speaks of the form's own fields. */
export function codeInForm(code: string): string {
  return inForms[code] ?? code;
}

/** The field that a pointer of the request stands for; `ticked` has the lots of the request. */
export function fieldOfRecord(
  kind: RecordKind,
  pointer: string,
  ticked: readonly string[],
): string | undefined {
  const lot = /^\/lots\/(\d+)(\/quantity)?/.exec(pointer);
  if (lot?.[2]) return `quantity.${ticked[Number(lot[1])] ?? ''}`;
  if (pointer.startsWith('/lots')) return 'lots';
  const name = pointer.slice(1);
  return (recordFields[kind] as readonly string[]).includes(name) ? name : undefined;
}
