import { Injectable } from '@nestjs/common';
import { derivedId, type EntryId, type Sha256 } from '#kernel';
import { Ledger, type Outcome } from '#ledger';
import { addDocument, documentIdOf, type DocumentOf, type DocumentSubject } from './domain/add-document.js';
import { EvidenceQueries } from './evidence.queries.js';
import { Repeats } from './repeats.js';
import type { MediaType } from './domain/media-type.js';
import { DocumentIntake } from './document-intake.js';
import type { Upload, UploadCommand } from './upload.js';

export interface AddDocument {
  readonly document: DocumentOf;
  readonly upload: Upload;
  readonly command: UploadCommand;
}

export interface AddedDocument {
  readonly id: string;
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  readonly about: DocumentSubject;
}

/** Papers of a case (PDF, photographed papers): evidence of the same store, never shown in our own pages. */
@Injectable()
export class DocumentService {
  constructor(
    private readonly ledger: Ledger,
    private readonly evidence: EvidenceQueries,
    private readonly intake: DocumentIntake,
    private readonly repeats: Repeats,
  ) {}

  /**
   * Takes the bytes, then records that they belong to the subject; a repeat is answered with the first receipt.
   * Throws `invalid` `document.too-large`, `document.empty`, `document.wrong-hash`, `document.not-a-document`.
   */
  async add(ask: AddDocument): Promise<Outcome<AddedDocument>> {
    const id = documentIdOf(ask.document);
    const known = await this.evidence.entryOf('document', id);
    if (known === undefined) await this.intake.allow(ask.command, ask.document, ask.upload);
    return this.intake.taking(ask, async ({ size, mediaType }) => {
      const first = known && (await this.repeats.find<AddedDocument>('document', id));
      if (first) return first;
      return this.repeats.orFirst('document', id, () => this.record(ask, size, mediaType));
    });
  }

  private record(
    { document, command }: AddDocument,
    size: number,
    mediaType: MediaType,
  ): Promise<Outcome<AddedDocument>> {
    const id = documentIdOf(document);
    const key = command.key ?? derivedId<EntryId>('document.added', id);
    const { sha256, about } = document;
    return this.ledger.perform({ ...command, key }, async (tx) => {
      const lots = await this.evidence.lotsOf(tx, about);
      const draft = addDocument({ ...document, size, mediaType, lots });
      return { entries: [draft], result: { id, sha256, size, mediaType, about } };
    });
  }
}
