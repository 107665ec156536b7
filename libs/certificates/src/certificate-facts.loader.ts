import { Injectable } from '@nestjs/common';
import { BatchQueries, BatchRepository, type FrozenBatch } from '#batches';
import { EventQueries, type BatchCompletion, type EventOfBatch } from '#destruction';
import type { BatchId, EntryId, LotId } from '#kernel';
import type { Tx } from '#platform';
import { CertificateQueries } from './certificate.queries.js';
import { ContentFacts } from './content-facts.loader.js';
import type { CertificateFacts } from './domain/facts.js';
import type { IssueFacts } from './domain/number-certificate.js';

export interface LoadedFacts {
  readonly submission: EntryId;
  /** Lots of the frozen list, in id order. */
  readonly lots: readonly LotId[];
  readonly issue: IssueFacts;
  readonly content: CertificateFacts;
}

/** Loads what issuing rests on, under the batch's lock where a command asks. */
@Injectable()
export class CertificateFactsLoader {
  constructor(
    private readonly batches: BatchQueries,
    private readonly repository: BatchRepository,
    private readonly events: EventQueries,
    private readonly certificates: CertificateQueries,
    private readonly content: ContentFacts,
  ) {}

  /** Locks the batch first: no event can be planned or closed, no lot excluded, until the unit of work ends. */
  async lockAndLoad(tx: Tx, batch: BatchId): Promise<LoadedFacts> {
    await this.repository.lock(tx, batch);
    return this.load(tx, batch);
  }

  /** Throws `missing` `batch.unknown`, `conflict` `certificate.batch-not-approved` for a batch without a frozen list. */
  async load(tx: Tx, batch: BatchId): Promise<LoadedFacts> {
    const frozen = await this.batches.frozen(tx, batch);
    const all = await this.events.ofBatch(tx, batch);
    const events = all.filter(
      ({ submission, state }) => submission === frozen.submission && state !== 'cancelled',
    );
    const standing = (await this.certificates.ofBatch(batch)).find(
      ({ state }) => state !== 'revoked' && state !== 'voided',
    );
    const left = await this.events.completion(tx, frozen);
    const issue = { ...issueFacts(frozen, events, left), ...(standing && { standing: standing.number }) };
    const lots = frozen.list.lines.map(({ lot }) => lot);
    const closed = events.filter(({ state }) => state === 'closed');
    return {
      submission: frozen.submission,
      lots,
      issue,
      content: await this.content.load(tx, frozen, closed),
    };
  }
}

function issueFacts(
  frozen: FrozenBatch,
  events: readonly EventOfBatch[],
  { openEvents, openLots }: BatchCompletion,
): IssueFacts {
  const closed = events.filter(({ state }) => state === 'closed').flatMap(({ lines }) => lines);
  const open = new Set(openLots);
  return {
    batch: frozen.batch,
    reference: frozen.reference,
    approved: frozen.state === 'approved',
    openEvents,
    openLots: frozen.list.lines.filter(({ lot }) => open.has(lot)).map(({ code }) => code),
    destroyedLines: closed.filter(({ destroyed }) => destroyed !== '0').length,
  };
}
