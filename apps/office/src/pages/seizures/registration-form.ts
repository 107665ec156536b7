import type { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { DomainError, type FieldError } from '#kernel';
import { RegisterSeizureDto } from '../../seizures/dto/seizure.dto.js';
import {
  checked,
  instantIn,
  optionalText,
  refuseFields,
  text,
  type FormValues,
} from '../shell/form-values.js';
import { linesOf, rowCount, rowsIn, withDefaults, type GridRow } from './registration-lines.js';

/** Fields of the header, as their inputs are called. */
export const headerFields = [
  'caseNumber',
  'measure',
  'legalBasis',
  'happened',
  'place',
  'officer2',
  'partyName',
  'partyPresence',
  'refusalReason',
  'witnessName',
  'lateReason',
  'defaultCategory',
  'defaultUnit',
  'defaultBasis',
] as const;

/** Where an error of the request is shown: the pointer of the interface → the field of the form. */
const fieldByPointer: Readonly<Record<string, string>> = {
  '/officers': 'officer2',
  '/officers/1': 'officer2',
  '/party/name': 'partyName',
  '/party': 'partyName',
  '/onSiteWitness/name': 'witnessName',
  '/onSiteWitness': 'witnessName',
};

/** The field that a pointer stands for; `rowOf` tells the row of each line. */
export function fieldOfPointer(pointer: string, rowOf: readonly number[]): string | undefined {
  const line = /^\/lots\/(\d+)(?:\/(\w+))?/.exec(pointer);
  if (line) {
    const row = rowOf[Number(line[1])];
    const name = { quantity: 'amount', unit: 'unit', seals: 'seals' }[line[2] ?? ''] ?? line[2] ?? 'category';
    return `lots.${row ?? 0}.${name}`;
  }
  const known = fieldByPointer[pointer] ?? pointer.slice(1);
  return (headerFields as readonly string[]).includes(known) ? known : undefined;
}

export interface Registration {
  readonly rows: readonly GridRow[];
  readonly rowOf: readonly number[];
  /** Checks everything and gives the request of the interface; throws `invalid` with every wrong field. */
  request(): Promise<RegisterSeizureDto>;
}

/** A submitted registration: what was typed, and the request that it makes. */
export function registrationIn(values: FormValues, actor: Actor, catalogue: Catalogue): Registration {
  const rows = withDefaults(rowsIn(values, rowCount(values)), values);
  const { lots, rowOf, errors } = linesOf(rows, catalogue);
  const request = async () => {
    const body = await checked(RegisterSeizureDto, bodyOf(values, actor, lots)).catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      return error;
    });
    const found = body instanceof DomainError ? body.fields : [];
    refuseFields(merged(found, errors, text(values, 'officer2') === ''));
    if (body instanceof DomainError) throw body;
    return body;
  };
  return { rows, rowOf, request };
}

/** One error for each place: what the form itself knows says more than what the request's check says. */
function merged(found: readonly FieldError[], own: readonly FieldError[], alone: boolean): FieldError[] {
  const known = new Set(own.map(({ pointer }) => pointer));
  const others = found
    .filter(({ pointer }) => !known.has(pointer))
    .map((one) => (one.pointer === '/lots' ? { pointer: '/lots/0/category', code: 'form.no-lines' } : one));
  const second: FieldError[] = alone ? [{ pointer: '/officers/1', code: 'form.second-officer' }] : [];
  return [...second, ...others, ...own];
}

function bodyOf(values: FormValues, actor: Actor, lots: readonly object[]) {
  const field = (name: (typeof headerFields)[number]) => text(values, name);
  const [party, witness] = [field('partyName'), field('witnessName')];
  return {
    id: text(values, 'id'),
    caseNumber: field('caseNumber'),
    measure: field('measure'),
    legalBasis: field('legalBasis'),
    happened: instantIn(field('happened')),
    place: field('place'),
    officers: [actor.person, field('officer2')].filter((one) => one !== ''),
    ...(party !== '' && { party: { kind: 'party', name: party } }),
    ...optionalText('partyPresence', field('partyPresence')),
    ...optionalText('refusalReason', field('refusalReason')),
    ...(witness !== '' && { onSiteWitness: { name: witness } }),
    ...optionalText('lateReason', field('lateReason')),
    lots,
  };
}
