import { Injectable } from '@nestjs/common';
import { derivedId, type EntryId, type LotId, type Sha256 } from '#kernel';
import { Ledger, PersonalData, type Outcome } from '#ledger';
import type { Tx } from '#platform';
import { addPhoto, photoIdOf, type PhotoFacts, type PhotoOf } from './domain/add-photo.js';
import type { DeviceClaims } from './domain/claims.js';
import { EvidenceQueries } from './evidence.queries.js';
import type { InspectedPhoto } from './image/photo-inspector.js';
import { PhotoIntake } from './photo-intake.js';
import { Repeats } from './repeats.js';
import type { Received } from './store/evidence-store.js';
import type { Upload, UploadCommand } from './upload.js';

export interface AddPhoto {
  readonly photo: PhotoOf & { readonly taken?: string };
  readonly upload: Upload;
  readonly command: UploadCommand;
  /** A later lib's rule, asked in the unit of work; throws where it refuses. */
  readonly allowed?: (tx: Tx) => Promise<void>;
}

/** What the person who added a photo is told. */
export interface AddedPhoto {
  readonly id: string;
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  readonly damaged: boolean;
  /** Lots that the photo shows; empty for an event. */
  readonly lots: readonly LotId[];
}

/** Photos of lots, seizures and events as evidence. Access is checked before by the guard. */
@Injectable()
export class PhotoService {
  constructor(
    private readonly ledger: Ledger,
    private readonly personal: PersonalData,
    private readonly evidence: EvidenceQueries,
    private readonly intake: PhotoIntake,
    private readonly repeats: Repeats,
  ) {}

  /**
   * Takes the bytes, then records that they are evidence; the same photo of the same thing is answered with the first
   * receipt. Throws as {@link PhotoIntake} and {@link addPhoto}; nothing is visible before the entry stands.
   */
  async add(ask: AddPhoto): Promise<Outcome<AddedPhoto>> {
    const { photo, upload, command } = ask;
    const id = photoIdOf(photo);
    const isRepeat = await this.has(photo);
    // A repeat is answered whatever the quota: nothing comes that was not counted.
    if (!isRepeat) await this.intake.allow(command, photo.target, upload);
    return this.intake.receiving({ sha256: photo.sha256, upload }, async (received) => {
      const first = isRepeat ? await this.repeats.find<AddedPhoto>('photo', id) : undefined;
      if (first) {
        await this.intake.keep(received, command);
        return first;
      }
      const inspected = await this.intake.admit(received, command);
      return this.repeats.orFirst('photo', id, () => this.record({ ...ask, received, inspected }));
    });
  }

  /** Whether this very photo of this very thing at this stage is recorded: then nobody needs to send it again. */
  async has(photo: PhotoOf): Promise<boolean> {
    return (await this.evidence.entryOf('photo', photoIdOf(photo))) !== undefined;
  }

  private record(
    ask: AddPhoto & { received: Received; inspected: InspectedPhoto },
  ): Promise<Outcome<AddedPhoto>> {
    const { photo, received, inspected, command } = ask;
    const id = photoIdOf(photo);
    const key = command.key ?? derivedId<EntryId>('photo.added', id);
    return this.ledger.perform({ ...command, key }, async (tx) => {
      await ask.allowed?.(tx);
      const facts: PhotoFacts = {
        ...photo,
        size: received.size,
        mediaType: inspected.mediaType,
        damaged: inspected.damaged,
        claims: await this.committed(tx, id, inspected.claims),
        seizureLots: await this.seizureLots(tx, photo),
      };
      const draft = addPhoto(facts);
      const { size, mediaType, damaged } = facts;
      const result = { id, sha256: photo.sha256, size, mediaType, damaged, lots: draft.data.lots ?? [] };
      return { entries: [draft], result };
    });
  }

  /** Device and position can lead to a person: the entry carries commitments to them only. */
  private async committed(tx: Tx, id: string, claims: DeviceClaims): Promise<PhotoFacts['claims']> {
    const { takenAt, software, device, position } = claims;
    const commit = (kind: string, value: Readonly<Record<string, string>>) =>
      this.personal.commit(tx, value, { kind, subject: id });
    return {
      ...(takenAt !== undefined && { takenAt }),
      ...(software !== undefined && { software }),
      ...(device && { device: await commit('photo-device', device) }),
      ...(position && { position: await commit('photo-position', position) }),
    };
  }

  private async seizureLots(tx: Tx, { target }: PhotoOf): Promise<readonly LotId[]> {
    return 'seizure' in target ? this.evidence.lotsOf(tx, { kind: 'seizure', id: target.seizure }) : [];
  }
}
