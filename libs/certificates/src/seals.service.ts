import { Inject, Injectable } from '@nestjs/common';
import { AgencyQueries, type AgencyFacts } from '#identity';
import type { AgencyId, Clock } from '#kernel';
import { CLOCK } from '#ledger';
import { join } from 'node:path';
import { openSoftwareSigner } from './signing/software-signer.js';
import type { Signer } from './signing/signer.js';
import { CERTIFICATE_OPTIONS, type CertificateOptions } from './tokens.js';

/** The seals of the agencies: a generated TEST SEAL each, until a real signer is configured. */
@Injectable()
export class Seals {
  constructor(
    private readonly agencies: AgencyQueries,
    @Inject(CERTIFICATE_OPTIONS) private readonly options: CertificateOptions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The signer that seals for an agency; its key is made at the first call. */
  async of(agency: AgencyId): Promise<Signer> {
    const [facts] = await this.agencies.byId(undefined, [agency]);
    if (!facts) throw new Error(`no agency ${agency}`);
    return openSoftwareSigner({
      directory: join(this.options.keysDirectory, 'seals'),
      agency: { code: facts.code, nameZh: facts.names.zh, nameEn: facts.names.en },
      at: this.clock.now(),
    });
  }

  /** What the seal is called on the paper; a test key says so. */
  nameFor({ names }: AgencyFacts): { name: string; test: boolean } {
    return { name: `TEST SEAL ${names.zh}`, test: true };
  }
}
