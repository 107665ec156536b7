import type { CertificateNumber, Instant, Sha256 } from '#kernel';
import type { CodedName, Figures } from './published-certificate.js';

/** A released report of one batch, under the certificate that stands for it. */
export type PublicEvent = Figures & {
  readonly certificate: CertificateNumber;
  readonly issuedAt: Instant;
  readonly releasedAt: Instant;
  readonly agency: CodedName;
};

/** What became of goods; `other` merges parts that touch fewer cases than may be shown apart. */
export type FlowPart =
  | 'released'
  | 'awaiting'
  | 'held'
  | 'returned'
  | 'transferred'
  | 'used'
  | 'samples'
  | 'differences'
  | 'other';

/** Goods of one base unit: seized + surplus = the sum of the parts, exactly. */
export type PublicFlow = {
  readonly unit: CodedName;
  readonly seized: string;
  /** Found beyond what was declared; `0` where nothing was. */
  readonly surplus: string;
  readonly parts: readonly { readonly part: FlowPart; readonly amount: string }[];
  /** Only released goods are in it: everything else touches fewer cases than may be shown. */
  readonly releasedOnly: boolean;
};

/** Goods of one base unit that are still held, by days since their seizure; `to` is absent in the last band. */
export type PublicStock = {
  readonly unit: CodedName;
  readonly bands: readonly { readonly from: number; readonly to?: number; readonly amount: string }[];
};

/**
 * Everything that the pages, files and feeds of the public site are made from: a pure function of the ledger up to
 * the checkpoint and of the released figures, so that anybody who holds both can make it again, byte for byte.
 */
export type PublicSnapshot = {
  readonly v: 1;
  /** When the checkpoint was made. */
  readonly asOf: Instant;
  readonly checkpoint: { readonly origin: string; readonly size: number; readonly root: Sha256 };
  /** The newest destruction first. */
  readonly events: readonly PublicEvent[];
  /** Released once, and no longer: withdrawn by the agency, or the certificate was revoked or replaced. */
  readonly withdrawn: readonly {
    readonly certificate: CertificateNumber;
    readonly batch: string;
    readonly state: 'revoked' | 'superseded' | 'withdrawn';
    readonly at: Instant;
  }[];
  readonly flows: readonly PublicFlow[];
  readonly stock: readonly PublicStock[];
  /** Days from the final decision to the destruction; absent for fewer decisions than may be shown. */
  readonly decisionToDestruction?: {
    readonly decisions: number;
    readonly medianDays: number;
    readonly longestDays: number;
  };
};

/** A snapshot as it is kept: numbered from 1, named by the hash of its canonical bytes (RFC 8785). */
export interface KeptSnapshot {
  readonly number: number;
  readonly sha256: Sha256;
  readonly content: PublicSnapshot;
}
