import type { DeviceClaims } from '../domain/claims.js';

/** A local file, or the bytes themselves. */
export type PictureSource = string | Uint8Array;

/** What the decoding process is asked. */
export type DecodeJob =
  | { readonly kind: 'header'; readonly picture: PictureSource }
  | { readonly kind: 'view'; readonly picture: PictureSource; readonly side: number }
  | { readonly kind: 'shows'; readonly picture: PictureSource };

/** What a header says. */
export interface DecodedHeader {
  readonly format: string;
  readonly width: number;
  readonly height: number;
  /** Frames or pages; 1 for a still picture. */
  readonly frames: number;
  readonly claims: DeviceClaims;
}

export type DecodeAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'header'; readonly header?: DecodedHeader }
  | { readonly kind: 'view'; readonly jpeg?: Uint8Array }
  | { readonly kind: 'shows'; readonly shows: boolean }
  /** Not broken, but more than decoding is given: saying "damaged" of it would be a lie in the ledger. */
  | { readonly kind: 'beyond'; readonly limit: 'time' | 'memory' };
