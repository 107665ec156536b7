import type { Assertion, DraftOf } from '#entries';
import { DomainError, sha256Hex, type EventId, type LotId, type Sha256 } from '#kernel';
import { canonicalBytes } from '#merkle';
import { difference } from './amounts.js';
import { refuseOver, type DestructionEvent } from './event.js';

/** How the approver signed. */
export interface DifferenceSignature {
  readonly factor: 'password' | 'passkey';
  readonly assertion?: Assertion;
}
/** Mass that was measured instead of what was staged; in the lot's base unit. */
export interface MeasuredLine {
  readonly lot: LotId;
  readonly measured: string;
}
export interface Difference extends MeasuredLine {
  readonly event: EventId;
  readonly staged: string;
  readonly unit: string;
  /** Measured less staged. */
  readonly difference: string;
  /** What the approver signs: see {@link differenceHash}. */
  readonly sha256: Sha256;
}
export interface DifferenceFacts {
  readonly event: DestructionEvent;
  readonly byMass: boolean;
  readonly withinTolerance: (staged: string, measured: string) => boolean;
}

/** SHA-256 over the JCS form (RFC 8785) of `{event, lot, measured, staged, unit}`. */
export function differenceHash({
  event,
  lot,
  measured,
  staged,
  unit,
}: Omit<Difference, 'difference' | 'sha256'>) {
  return sha256Hex(canonicalBytes({ event, lot, measured, staged, unit }));
}

/**
 * The difference that an approver is asked to stand for (domain.md, Event: beyond the tolerance only with an
 * approver's confirmation). Throws `conflict` `event.over`, `event.line-excluded`, `event.line-not-staged`,
 * `event.within-tolerance`; `invalid` `event.not-by-mass`; `missing` `event.line-unknown`.
 */
export function differenceOf({ lot, measured }: MeasuredLine, facts: DifferenceFacts): Difference {
  const { event } = facts;
  refuseOver(event);
  const line = event.lines.find((one) => one.lot === lot);
  if (!line) throw new DomainError('missing', 'event.line-unknown', { lot });
  if (line.excluded) throw new DomainError('conflict', 'event.line-excluded', { lot });
  if (line.staged === undefined) throw new DomainError('conflict', 'event.line-not-staged', { lot });
  if (!facts.byMass) {
    throw new DomainError('invalid', 'event.not-by-mass', {}, [
      { pointer: '/lot', code: 'event.not-by-mass' },
    ]);
  }
  const { staged, unit } = line;
  if (facts.withinTolerance(staged, measured)) throw new DomainError('conflict', 'event.within-tolerance');
  const said = { event: event.id, lot, staged, measured, unit };
  return { ...said, difference: difference(measured, staged), sha256: differenceHash(said) };
}

/** Throws `conflict` `event.difference-changed` where the approver was shown another difference. */
export function refuseOtherDifference({ sha256 }: Difference, seen: Sha256): void {
  if (sha256 !== seen) throw new DomainError('conflict', 'event.difference-changed', { seen, now: sha256 });
}

/** The entry by which an approver stands for a difference. */
export function confirmDifference(
  { planned }: Pick<DestructionEvent, 'planned'>,
  { event, lot, staged, measured, unit, sha256 }: Difference,
  { reason, signature }: { readonly reason: string; readonly signature: DifferenceSignature },
): DraftOf<'event.difference-confirmed'> {
  return {
    type: 'event.difference-confirmed',
    subject: { kind: 'event', id: event },
    data: { planned, lot, staged, measured, unit, reason, signed: sha256, ...signature },
  };
}
