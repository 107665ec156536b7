import type { BatchSnapshot, DeclaredQuantity } from '#entries';
import type { Instant, LotId, Sha256 } from '#kernel';
import type { BoundRatio, UnitOf } from '#quantity';
import type { Actor, Approval, Exclusion, Name, Names, Photo } from './certificate-content.js';

/** One line of a closed event, amounts in the lot's base unit. */
export interface EventLineFacts {
  readonly lot: LotId;
  readonly unit: string;
  readonly allocated: string;
  readonly staged: string;
  readonly short: string;
  readonly destroyed: string;
  readonly returned: string;
  readonly missing: string;
  /** Gained (+) or lost (-) mass within tolerance. */
  readonly weighing: string;
  readonly netKg?: string;
  readonly reason?: string;
}

export interface EventFacts {
  readonly reference: string;
  readonly site: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly lead: Actor;
  readonly lines: readonly EventLineFacts[];
  readonly statements: readonly (Actor & { statement: string; statedAt: Instant; stale: boolean })[];
}

/** A lot as it was registered. */
export interface LotOnPaper {
  readonly lot: LotId;
  readonly declared: DeclaredQuantity;
  readonly base: { readonly amount: string; readonly unit: string };
  readonly ratio?: BoundRatio;
  readonly brand?: string;
  readonly variety?: string;
}

/** Everything that a certificate is made from, loaded from the other libs. */
export interface CertificateFacts {
  readonly agency: string;
  readonly seal: { readonly name: string; readonly test: boolean };
  readonly list: BatchSnapshot;
  readonly reference: string;
  readonly snapshot: Sha256;
  readonly approvals: readonly Approval[];
  readonly exclusions: readonly Exclusion[];
  readonly events: readonly EventFacts[];
  readonly lots: ReadonlyMap<LotId, LotOnPaper>;
  readonly photos: readonly Photo[];
  readonly names: Names;
  readonly unitOf: UnitOf;
  /** Rule of a headline where unlike counted units are added; names in both languages. */
  readonly headlineRule: Name;
}
