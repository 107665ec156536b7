import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { EvidenceReader } from '#evidence';
import type { AgencyId, Instant, PersonId } from '#kernel';
import type { StatedContent } from './domain/assemble-content.js';
import type { CertificateContent } from './domain/certificate-content.js';
import { RenderPool } from './pdf/render-pool.js';
import { CERTIFICATE_OPTIONS, verificationAddress, type CertificateOptions } from './tokens.js';

type Reader = { readonly person: PersonId; readonly agency: AgencyId };

/** Draws certificates in threads that are started, and warmed up, with the first one. */
@Injectable()
export class Drawing implements OnApplicationShutdown {
  private pool: Promise<RenderPool> | undefined;

  constructor(
    private readonly evidence: EvidenceReader,
    @Inject(CERTIFICATE_OPTIONS) private readonly options: CertificateOptions,
  ) {}

  /** The base file: everything but the signatures. `by` answers for the reads of photos. */
  draw(content: CertificateContent, by: Reader): Promise<Uint8Array> {
    return this.render(content, by, { verifyUrl: verificationAddress(this.options, content.number) });
  }

  /** What would be issued, marked on every page as not valid and without number, ledger part and data. */
  preview(content: StatedContent, by: Reader, issuedAt: Instant): Promise<Uint8Array> {
    const ledger = { first: 0, last: 0, checkpoint: { origin: '—', size: 0, root: '—' } };
    const whole = { ...content, number: '预览，无效 PREVIEW, NOT VALID', issuedAt, ledger };
    return this.render(whole, by, { verifyUrl: verificationAddress(this.options), preview: true });
  }

  private async render(
    content: CertificateContent,
    by: Reader,
    job: { verifyUrl: string; preview?: boolean },
  ): Promise<Uint8Array> {
    this.pool ??= RenderPool.start().catch((error: unknown) => {
      // The next certificate tries again.
      this.pool = undefined;
      throw error;
    });
    const thumbnails = await this.evidence.thumbnails(
      by,
      content.photos.map(({ sha256 }) => sha256),
    );
    return (await this.pool).render({ content, thumbnails, ...job });
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.pool?.catch(() => undefined))?.stop();
  }
}
