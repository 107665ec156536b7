import type { CertificateNumber, Instant, Sha256 } from '#kernel';

export type PublishedState = 'numbered' | 'prepared' | 'issued' | 'superseded' | 'revoked' | 'voided';
type Name = { readonly zh: string; readonly en: string };
type Figure = { readonly amount: string; readonly unit: Name };

/** What the release of a report makes public: dates, agencies, sites' names and quantities; never people or parties. */
export interface Figures {
  readonly batch: { readonly reference: string };
  readonly method: Name;
  /** Start of the first and end of the last event, and the offset in which the paper prints them. */
  readonly destroyed: { readonly from: Instant; readonly to: Instant; readonly utcOffset: string };
  readonly agencies: readonly Name[];
  readonly sites: readonly Name[];
  /** One figure for the whole batch, with the rule by which it was added up. */
  readonly headline?: Figure & { readonly rule: Name; readonly categories?: number };
  readonly unitTotals: readonly Figure[];
  /** Destroyed of each category, in its base unit. */
  readonly totals: readonly (Figure & { readonly category: Name })[];
}

export interface PublishedCertificate {
  readonly number: CertificateNumber;
  readonly state: PublishedState;
  readonly stateAt: Instant;
  readonly issuedAt: Instant;
  readonly agency: Name & { readonly code: string };
  readonly base?: Sha256;
  readonly replacedBy?: CertificateNumber;
  /** Absent until the report is released. */
  readonly figures?: Figures;
  /** Files that were issued, the first one first. */
  readonly revisions: readonly {
    readonly revision: number;
    readonly length: number;
    readonly sha256: Sha256;
  }[];
}

/** A seal that this installation trusts. `agency` is a code. */
export interface TrustedSeal {
  readonly sha256: Sha256;
  readonly agency: string;
}
