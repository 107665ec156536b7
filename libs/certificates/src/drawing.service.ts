import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { EvidenceReader } from '#evidence';
import type { AgencyId, PersonId } from '#kernel';
import type { CertificateContent } from './domain/certificate-content.js';
import { RenderPool } from './pdf/render-pool.js';
import { CERTIFICATE_OPTIONS, type CertificateOptions } from './tokens.js';

/** Draws certificates in threads that are started, and warmed up, with the first one. */
@Injectable()
export class Drawing implements OnApplicationShutdown {
  private pool: Promise<RenderPool> | undefined;

  constructor(
    private readonly evidence: EvidenceReader,
    @Inject(CERTIFICATE_OPTIONS) private readonly options: CertificateOptions,
  ) {}

  /** The base file: everything but the signatures. `by` answers for the reads of photos. */
  async draw(content: CertificateContent, by: { person: PersonId; agency: AgencyId }): Promise<Uint8Array> {
    this.pool ??= RenderPool.start().catch((error: unknown) => {
      // The next certificate tries again.
      this.pool = undefined;
      throw error;
    });
    const thumbnails = await this.evidence.thumbnails(
      by,
      content.photos.map(({ sha256 }) => sha256),
    );
    const verifyUrl = `${this.options.publicUrl.replace(/\/$/, '')}/c/${content.number}`;
    return (await this.pool).render({ content, thumbnails, verifyUrl });
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.pool?.catch(() => undefined))?.stop();
  }
}
