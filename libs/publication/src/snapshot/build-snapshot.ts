import type { CertificateNumber, Instant } from '#kernel';
import type { CodedName, PublicEvent, PublicSnapshot } from '#published';
import { fewestCases, flowOf, stockOf, type CaseBalance } from './open-goods.js';

/** A report that was released, with what became of its certificate by the checkpoint. */
export interface ReleasedReport {
  readonly event: PublicEvent;
  readonly ended?: { readonly state: 'revoked' | 'superseded' | 'withdrawn'; readonly at: Instant };
}

export interface SnapshotFacts {
  readonly asOf: Instant;
  readonly checkpoint: PublicSnapshot['checkpoint'];
  readonly reports: readonly ReleasedReport[];
  readonly balances: readonly CaseBalance[];
  /** Days from each final decision to the first destruction of its goods, for released reports. */
  readonly decisionDays: readonly number[];
}

/**
 * What the public sees, by the allow-list of figuresOf and the rules of small numbers; nothing else is taken from the
 * facts. Only reports whose certificate stands count; units that no such report has are left out.
 */
export function buildSnapshot(facts: SnapshotFacts): PublicSnapshot {
  const standing = facts.reports.filter(({ ended }) => !ended).map(({ event }) => event);
  const units = unitsOf(standing);
  const stock = units.map((unit) => stockOf(unit, facts.balances)).filter((one) => one !== undefined);
  const duration = durationOf(facts.decisionDays);
  return {
    v: 1,
    asOf: facts.asOf,
    checkpoint: facts.checkpoint,
    events: [...standing].sort(newestFirst),
    withdrawn: facts.reports
      .flatMap(({ event, ended }) =>
        ended ? [{ certificate: event.certificate, batch: event.batch.reference, ...ended }] : [],
      )
      .sort((a, b) => compare(a.certificate, b.certificate)),
    flows: units.map((unit) => flowOf(unit, facts.balances)),
    stock,
    ...(duration && { decisionToDestruction: duration }),
  };
}

function unitsOf(events: readonly PublicEvent[]): CodedName[] {
  const units = new Map(events.flatMap(({ totals }) => totals.map(({ unit }) => [unit.code, unit])));
  return [...units.values()].sort((a, b) => compare(a.code, b.code));
}

function durationOf(days: readonly number[]): PublicSnapshot['decisionToDestruction'] {
  if (days.length < fewestCases) return undefined;
  const sorted = [...days].sort((a, b) => a - b);
  const medianDays = sorted[Math.floor((sorted.length - 1) / 2)]!;
  return { decisions: sorted.length, medianDays, longestDays: sorted.at(-1)! };
}

function newestFirst(a: PublicEvent, b: PublicEvent): number {
  return compare(b.destroyed.to, a.destroyed.to) || compare<CertificateNumber>(b.certificate, a.certificate);
}

function compare<T extends string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
