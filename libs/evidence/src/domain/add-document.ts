import type { DraftOf } from '#entries';
import { derivedId, type Brand, type LotId, type Sha256 } from '#kernel';
import type { MediaType } from './media-type.js';

/** What a document may belong to. */
export const documentSubjects = [
  'seizure',
  'lot',
  'appraisal',
  'decision',
  'hold',
  'transfer',
  'batch',
  'event',
] as const;
export interface DocumentSubject {
  readonly kind: (typeof documentSubjects)[number];
  readonly id: string;
}
export type DocumentId = Brand<string, 'document'>;

export interface DocumentOf {
  readonly sha256: Sha256;
  readonly about: DocumentSubject;
  /** What it is, as a short code: `appraisal-report`. */
  readonly kind: string;
}

/** The same paper of the same kind about the same thing has the same id. */
export function documentIdOf({ sha256, about, kind }: DocumentOf): DocumentId {
  return derivedId('document', about.kind, about.id, kind, sha256);
}

export interface DocumentFacts extends DocumentOf {
  readonly size: number;
  readonly mediaType: MediaType;
  /** Every lot that the subject concerns. */
  readonly lots: readonly LotId[];
}

/** A paper (PDF or a picture of it) becomes evidence about a subject and its lots. */
export function addDocument(facts: DocumentFacts): DraftOf<'document.added'> {
  const { sha256, size, mediaType, kind, about, lots } = facts;
  return {
    type: 'document.added',
    subject: { kind: 'document', id: documentIdOf(facts) },
    data: {
      sha256,
      size: String(size),
      mediaType,
      kind,
      about: { kind: about.kind, id: about.id },
      ...(lots.length > 0 && { lots: [...lots].sort() }),
    },
  };
}
