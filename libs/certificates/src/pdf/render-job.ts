import type { CertificateContent } from '../domain/certificate-content.js';
import type { Thumbnails } from './annex-photos.js';

/** What a render thread is asked to draw. */
export type RenderJob = {
  readonly content: CertificateContent;
  readonly thumbnails: Thumbnails;
  readonly verifyUrl: string;
  readonly preview?: boolean;
};

/** What a render thread says: once that it is warm, then one answer for each job. */
export type RenderAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly message: string };
