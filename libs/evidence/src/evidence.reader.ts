import { Inject, Injectable } from '@nestjs/common';
import { decideAccess, type Actor } from '#identity';
import { DomainError, formatInstant, newId, type Clock, type Sha256 } from '#kernel';
import { CLOCK } from '#ledger';
import { EvidenceFaults } from './faults.service.js';
import { EvidenceQueries, type EvidenceItem } from './evidence.queries.js';
import { Views } from './image/views.js';
import { EvidenceStore, type OpenedObject } from './store/evidence-store.js';
import type { By } from './upload.js';

export interface OpenedOriginal extends OpenedObject {
  readonly mediaType: string;
}

/** How evidence leaves: originals with a reason that is noted, views without metadata, thumbnails for certificates. */
@Injectable()
export class EvidenceReader {
  constructor(
    private readonly store: EvidenceStore,
    private readonly views: Views,
    private readonly evidence: EvidenceQueries,
    private readonly faults: EvidenceFaults,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The original bytes, checked against the ledger's hash. Throws `missing` `photo.unknown` / `document.unknown` for
   * what the actor may not see, `refused` where the role has no right to originals, `busy` `evidence.corrupt`.
   */
  async original(
    actor: Actor,
    ask: { kind: EvidenceItem['kind']; sha256: Sha256; reason: string },
  ): Promise<OpenedOriginal> {
    const { kind, sha256, reason } = ask;
    const item = await this.seen(actor, kind, sha256, kind === 'photo' ? 'photo.original' : 'document.read');
    await this.evidence.noteRead({
      id: newId(),
      sha256,
      by: actor,
      reason,
      at: formatInstant(this.clock.now()),
    });
    const opened = await this.faults.watch(actor, () => this.store.open(sha256));
    return { ...opened, mediaType: item.mediaType };
  }

  /** Whether there are such bytes for this actor, without reading them; throws `missing` as {@link original}. */
  async exists(actor: Actor, kind: EvidenceItem['kind'], sha256: Sha256): Promise<{ mediaType: string }> {
    const { mediaType } = await this.seen(actor, kind, sha256, `${kind}.read`);
    return { mediaType };
  }

  /** The view of a photo as JPEG; throws like {@link original}, and `missing` `photo.no-view` for a damaged one. */
  async view(actor: Actor, sha256: Sha256): Promise<Buffer> {
    const item = await this.seen(actor, 'photo', sha256, 'photo.read');
    if (item.damaged) throw new DomainError('missing', 'photo.no-view');
    return this.faults.watch(actor, async () => {
      // After a mismatch, what was derived earlier is shown only if the original is right again.
      if (item.faulty) await this.store.read(sha256);
      return this.views.view(sha256);
    });
  }

  /**
   * Small baseline JPEGs (at most 640 px a side) straight from checked originals; damaged photos have none and are left
   * out. Access is the caller's to check. Throws `busy` `evidence.corrupt`.
   */
  async thumbnails(by: By, photos: readonly Sha256[]): Promise<Map<Sha256, Buffer>> {
    const thumbnails = new Map<Sha256, Buffer>();
    for (const sha256 of new Set(photos)) {
      const item = await this.evidence.first('photo', sha256);
      if (!item || item.damaged) continue;
      const thumbnail = await this.faults.watch(by, () => this.views.thumbnail(sha256));
      if (thumbnail) thumbnails.set(sha256, thumbnail);
    }
    return thumbnails;
  }

  private async seen(
    actor: Actor,
    kind: EvidenceItem['kind'],
    sha256: Sha256,
    action: 'photo.original' | 'photo.read' | 'document.read',
  ): Promise<EvidenceItem> {
    decideAccess(actor, action, kind, await this.evidence.sightings(kind, sha256));
    const item = await this.evidence.first(kind, sha256);
    if (!item) throw new DomainError('missing', `${kind}.unknown`);
    return item;
  }
}
