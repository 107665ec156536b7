import { Injectable, Logger } from '@nestjs/common';
import { derivedId, DomainError, sha256Hex, type EntryId, type Sha256 } from '#kernel';
import { Ledger } from '#ledger';
import { alertBytesDiffer } from './domain/bytes-differ.js';
import { EvidenceQueries } from './evidence.queries.js';
import { isCorrupt } from './store/faults.js';
import type { By } from './upload.js';

/** Turns a mismatch between ledger and store into an entry that nobody can overlook. */
@Injectable()
export class EvidenceFaults {
  private readonly logger = new Logger('Evidence');

  constructor(
    private readonly ledger: Ledger,
    private readonly evidence: EvidenceQueries,
  ) {}

  /** What `read` gives; a mismatch is raised as an alert of the person who met it, then thrown on. */
  async watch<T>(by: By, read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (isCorrupt(error)) await this.raise(by, error);
      throw error;
    }
  }

  private async raise(by: By, { facts }: DomainError): Promise<void> {
    const { sha256, found } = facts as { sha256: Sha256; found: string };
    this.logger.error(`stored bytes differ: expected ${sha256}, found ${found}`);
    const item =
      (await this.evidence.first('photo', sha256)) ?? (await this.evidence.first('document', sha256));
    // Bytes that no entry speaks of (an upload under way, a file of a later step) are their owner's to report.
    if (!item) return;
    const draft = alertBytesDiffer({ sha256, found, subject: { kind: item.kind, id: item.id } });
    const content = JSON.stringify(draft.data);
    const command = { ...by, key: derivedId<EntryId>('alert', content), fingerprint: sha256Hex(content) };
    try {
      await this.ledger.perform(command, async () => ({ entries: [draft], result: {} }));
    } catch (error) {
      // Another person met the same mismatch before: one alert is enough.
      if (!(error instanceof DomainError && error.code === 'request.key-reused')) throw error;
    }
  }
}
