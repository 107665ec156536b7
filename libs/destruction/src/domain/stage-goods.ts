import type { DraftOf, Posting } from '#entries';
import { DomainError, type FieldError, type LotId, type PersonId } from '#kernel';
import { compare, sumOf } from './amounts.js';
import { refuseOver, type DestructionEvent, type EventLine, type Obstacles } from './event.js';

/** A line as the custodian counted it out of the store; amounts in the lot's base unit. */
export interface StagedLine {
  readonly lot: LotId;
  readonly staged: string;
  readonly short: string;
  readonly reason?: string;
}

export interface StagingFacts {
  readonly event: DestructionEvent;
  readonly person: PersonId;
  /** Who keeps each lot. */
  readonly keepers: ReadonlyMap<LotId, PersonId>;
  readonly obstacles: Obstacles;
}

/**
 * Counts goods out of the store for an event: staged + short = allocated, and what is short is missing with a reason.
 * Each custodian stages what the custodian keeps, each lot once. Throws `conflict` `event.over`,
 * `event.cannot-stage` (fields `event.line-staged`, `event.line-excluded`, an obstacle); `refused` `event.not-keeper`;
 * `invalid` `event.wrong-lines` (fields `event.line-unknown`, `event.line-twice`, `event.staging-sum`,
 * `event.reason-missing`).
 */
export function stageGoods(lines: readonly StagedLine[], facts: StagingFacts): DraftOf<'event.staged'> {
  const { event } = facts;
  refuseOver(event);
  refuseUnknown(event, lines);
  const known = lines.map((line) => ({ ...line, of: event.lines.find(({ lot }) => lot === line.lot)! }));
  refuseFields(
    'conflict',
    'event.cannot-stage',
    known.map(({ of }) => standing(of, facts)),
    '/lot',
  );
  refuseOthersGoods(lines, facts);
  refuseFields(
    'invalid',
    'event.wrong-lines',
    known.map(({ of, ...line }) => miscounted(of, line)),
    '',
  );
  return {
    type: 'event.staged',
    subject: { kind: 'event', id: event.id },
    data: {
      planned: event.planned,
      lines: known.map(({ lot, staged, short, reason, of }) => ({
        lot,
        staged,
        short,
        unit: of.unit,
        ...(reason !== undefined && { reason }),
      })),
    },
    postings: known.flatMap(({ lot, staged, short, of: { unit } }): Posting[] => [
      ...(staged === '0' ? [] : [{ lot, from: 'allocated', to: 'staged', amount: staged, unit } as const]),
      ...(short === '0' ? [] : [{ lot, from: 'allocated', to: 'shortage', amount: short, unit } as const]),
    ]),
  };
}

/** Every named lot is a line of the event, once; throws `invalid` `event.wrong-lines`. */
export function refuseUnknown(
  event: Pick<DestructionEvent, 'lines'>,
  lines: readonly { readonly lot: LotId }[],
): void {
  const seen = new Set<LotId>();
  const fields = lines.flatMap(({ lot }, index): FieldError[] => {
    const known = event.lines.some((line) => line.lot === lot);
    const code = seen.has(lot) ? 'event.line-twice' : known ? undefined : 'event.line-unknown';
    seen.add(lot);
    return code ? [{ pointer: `/lines/${index}/lot`, code, facts: { lot } }] : [];
  });
  if (fields.length > 0) throw new DomainError('invalid', 'event.wrong-lines', {}, fields);
}

type Fault = Omit<FieldError, 'pointer'> & { readonly field?: string };

function standing(line: EventLine, { obstacles }: StagingFacts): Fault | undefined {
  if (line.excluded) return { code: 'event.line-excluded', facts: { lot: line.lot } };
  if (line.staged !== undefined) return { code: 'event.line-staged', facts: { lot: line.lot } };
  const obstacle = obstacles.get(line.lot);
  return obstacle && { code: obstacle, facts: { lot: line.lot } };
}

function refuseOthersGoods(lines: readonly StagedLine[], { keepers, person }: StagingFacts): void {
  const other = lines.find(({ lot }) => keepers.get(lot) !== person);
  if (!other) return;
  const facts = { lot: other.lot, custodian: keepers.get(other.lot) ?? '' };
  throw new DomainError('refused', 'event.not-keeper', facts);
}

function miscounted(line: EventLine, { staged, short, reason }: StagedLine): Fault | undefined {
  const sum = sumOf(staged, short);
  const facts = { allocated: line.allocated, sum, unit: line.unit };
  if (compare(sum, line.allocated) !== 0) return { code: 'event.staging-sum', field: '/staged', facts };
  if (short !== '0' && reason === undefined) return { code: 'event.reason-missing', field: '/reason' };
  return undefined;
}

function refuseFields(
  kind: 'conflict' | 'invalid',
  code: string,
  faults: readonly (Fault | undefined)[],
  field: string,
): void {
  const fields = faults.flatMap((fault, index): FieldError[] => {
    if (!fault) return [];
    const { field: own = field, ...rest } = fault;
    return [{ pointer: `/lines/${index}${own}`, ...rest }];
  });
  if (fields.length > 0) throw new DomainError(kind, code, {}, fields);
}
