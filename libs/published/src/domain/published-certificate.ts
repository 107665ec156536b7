import type { CertificateNumber, Instant, Sha256 } from '#kernel';

export type PublishedState = 'numbered' | 'prepared' | 'issued' | 'superseded' | 'revoked' | 'voided';
export type Name = { readonly zh: string; readonly en: string };
/** A name with the code of the catalogue or of the agency, by which figures are added up. */
export type CodedName = Name & { readonly code: string };
export type Figure = { readonly amount: string; readonly unit: CodedName };

/** What an agency adds to the figures: pictures that were chosen for the public, and who came and was reached. */
export type PublicReport = {
  /** SHA-256 of the canonical content of which the preparation's entry speaks. */
  readonly content: Sha256;
  readonly salt: string;
  readonly photos: readonly {
    /** Of the bytes that are shown. */
    readonly sha256: Sha256;
    /** Of the evidence from which they were drawn. */
    readonly original: Sha256;
    readonly stage: string;
    readonly description: { readonly zh: string; readonly en?: string };
  }[];
  readonly attendance?: number;
  readonly consultations?: number;
  readonly leaflets?: number;
};

/** What the release of a report makes public: dates, agencies, sites' names and quantities; never people or parties. */
export type Figures = {
  readonly batch: { readonly reference: string };
  readonly method: CodedName;
  /** Destroyed by each method, in base units. */
  readonly methods: readonly (Figure & { readonly method: CodedName })[];
  /** Start of the first and end of the last event, and the offset in which the paper prints them. */
  readonly destroyed: { readonly from: Instant; readonly to: Instant; readonly utcOffset: string };
  readonly agencies: readonly CodedName[];
  readonly sites: readonly Name[];
  /** One figure for the whole batch, with the rule by which it was added up. */
  readonly headline?: Figure & { readonly rule: Name; readonly categories?: number };
  readonly unitTotals: readonly Figure[];
  /** Destroyed of each category, in its base unit. */
  readonly totals: readonly (Figure & { readonly category: CodedName })[];
  readonly report?: PublicReport;
};

export interface PublishedCertificate {
  readonly number: CertificateNumber;
  readonly state: PublishedState;
  readonly stateAt: Instant;
  readonly issuedAt: Instant;
  readonly agency: CodedName;
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
