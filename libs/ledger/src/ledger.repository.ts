import { Injectable } from '@nestjs/common';
import { lotsOf, type Entry, type Subject } from '#entries';
import type { EntryId, Json, PersonId } from '#kernel';
import { canonicalBytes } from '#merkle';
import type { Tx } from '#platform';

export interface RecordedRequest {
  readonly person: PersonId;
  readonly fingerprint: string;
  readonly result: unknown;
  readonly entries: readonly EntryId[];
}

/** Writes entries and first results within a unit of work. */
@Injectable()
export class LedgerRepository {
  /** The version that the next entry of this subject gets; its rows must be locked, or the insert conflicts. */
  async nextVersion(tx: Tx, subject: Subject): Promise<number> {
    const [row] = await tx.query(
      'SELECT coalesce(max(subject_version), 0) + 1 AS next FROM ledger.entries WHERE subject_kind = $1 AND subject_id = $2',
      [subject.kind, subject.id],
    );
    return (row as { next: number }).next;
  }

  async insert(tx: Tx, entry: Entry): Promise<void> {
    const { lots, through } = lotsOf(entry);
    const body = Buffer.from(canonicalBytes(entry as unknown as Json));
    await tx.query('SELECT ledger.record($1, $2, $3)', [body, lots, through ?? null]);
  }

  async keepRequest(tx: Tx, id: EntryId, request: RecordedRequest): Promise<void> {
    await tx.query(
      'INSERT INTO work.requests (id, person, fingerprint, result, entries) VALUES ($1, $2, $3, $4, $5)',
      [id, request.person, request.fingerprint, JSON.stringify(request.result), request.entries],
    );
  }
}
