import { Injectable } from '@nestjs/common';
import type { DocumentOf } from './domain/add-document.js';
import type { MediaType } from './domain/media-type.js';
import { Admission } from './admission.service.js';
import { EvidenceFaults } from './faults.service.js';
import { PhotoInspector } from './image/photo-inspector.js';
import { EvidenceStore } from './store/evidence-store.js';
import { paced } from './store/paced.js';
import { expectedOf, type By, type Upload } from './upload.js';

/** The way of a document's bytes: as a photo's, but no more is looked at than what it is. */
@Injectable()
export class DocumentIntake {
  constructor(
    private readonly store: EvidenceStore,
    private readonly inspector: PhotoInspector,
    private readonly faults: EvidenceFaults,
    private readonly admission: Admission,
  ) {}

  /** Throws as {@link Admission.allow}. */
  allow(by: By, { about }: DocumentOf, upload: Upload): Promise<void> {
    return this.admission.allow(by, about, upload);
  }

  /** Receives and keeps the bytes, then hands their facts to `use`; the quarantine is empty afterwards in any case. */
  async taking<T>(
    { document, upload, command }: { document: DocumentOf; upload: Upload; command: By },
    use: (taken: { size: number; mediaType: MediaType }) => Promise<T>,
  ): Promise<T> {
    const expected = expectedOf('document', document.sha256, upload);
    const received = await this.store.receive(paced(upload.source), expected);
    try {
      const mediaType = await this.inspector.documentType(received.path);
      await this.admission.arriving(received.sha256);
      await this.faults.watch(command, () => this.store.keep(received));
      return await use({ size: received.size, mediaType });
    } finally {
      await this.store.discard(received);
    }
  }
}
