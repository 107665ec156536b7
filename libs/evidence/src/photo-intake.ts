import { Injectable } from '@nestjs/common';
import type { Sha256 } from '#kernel';
import { Admission } from './admission.service.js';
import { EvidenceFaults } from './faults.service.js';
import type { PhotoTarget } from './domain/add-photo.js';
import { PhotoInspector, type InspectedPhoto } from './image/photo-inspector.js';
import { Views } from './image/views.js';
import { EvidenceStore, type Received } from './store/evidence-store.js';
import { paced } from './store/paced.js';
import { expectedOf, type By, type Upload } from './upload.js';

/** The way of a photo's bytes: streamed into quarantine, hashed, looked at, then kept for good. */
@Injectable()
export class PhotoIntake {
  private readonly inspecting = new Map<Sha256, Promise<InspectedPhoto>>();

  constructor(
    private readonly store: EvidenceStore,
    private readonly inspector: PhotoInspector,
    private readonly views: Views,
    private readonly faults: EvidenceFaults,
    private readonly admission: Admission,
  ) {}

  /**
   * Receives an upload and hands it to `use`; the quarantine is empty afterwards in any case. Throws `invalid`
   * `photo.too-large`, `photo.empty`, `photo.wrong-hash`, `upload.too-slow`, `upload.cut`, `busy`
   * `evidence.store-full`.
   */
  async receiving<T>(
    { sha256, upload }: { sha256: Sha256; upload: Upload },
    use: (received: Received) => Promise<T>,
  ): Promise<T> {
    const received = await this.store.receive(paced(upload.source), expectedOf('photo', sha256, upload));
    try {
      return await use(received);
    } finally {
      await this.store.discard(received);
    }
  }

  /** Throws as {@link Admission.allow}. */
  allow(by: By, target: PhotoTarget, upload: Upload): Promise<void> {
    const [kind, id] = Object.entries(target)[0] as [string, string];
    return this.admission.allow(by, { kind, id }, upload);
  }

  /** Looks at the bytes and keeps them, with their view where it was made; throws as {@link PhotoInspector.inspect} and keep. */
  async admit(received: Received, by: By): Promise<InspectedPhoto> {
    const inspected = await this.inspectedOnce(received);
    await this.keep(received, by, inspected.decoded);
    return inspected;
  }

  /** Makes received bytes an object of the store; throws `busy` `evidence.corrupt` where a spoilt one is there. */
  async keep(received: Received, by: By, decoded = true): Promise<void> {
    await this.admission.arriving(received.sha256, decoded);
    await this.faults.watch(by, () => this.store.keep(received));
  }

  /** The same photo sent many times at once is decoded once. */
  private inspectedOnce({ sha256, path }: Received): Promise<InspectedPhoto> {
    const running = this.inspecting.get(sha256);
    if (running) return running;
    const inspected = this.inspect(sha256, path).finally(() => this.inspecting.delete(sha256));
    this.inspecting.set(sha256, inspected);
    return inspected;
  }

  private async inspect(sha256: Sha256, path: string): Promise<InspectedPhoto> {
    const inspected = await this.inspector.inspect(path);
    if (inspected.view) await this.views.keep(sha256, inspected.view);
    return inspected;
  }
}
