import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Seals } from '#certificates';
import { AgencyQueries, type AgencyFacts } from '#identity';
import { formatInstant, sha256Hex, type Clock } from '#kernel';
import { CLOCK, LogKey } from '#ledger';
import { X509Certificate } from 'node:crypto';
import { TrustListRepository } from './trust-list.repository.js';

/** Publishes whom this installation trusts: the seals of its agencies and the key of its log. */
@Injectable()
export class TrustList implements OnApplicationBootstrap {
  constructor(
    private readonly seals: Seals,
    private readonly agencies: AgencyQueries,
    private readonly repository: TrustListRepository,
    private readonly logKey: LogKey,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every agency that is known at the start; a test seal is made here, before the first certificate needs it. */
  async onApplicationBootstrap(): Promise<void> {
    await this.repository.addLogKey(this.logKey.origin, this.logKey.verifierKey);
    for (const agency of await this.agencies.all()) await this.publish(agency);
  }

  /** Agencies that came later and issued since. */
  async complete(): Promise<void> {
    const codes = await this.repository.agenciesWithoutSeal();
    for (const agency of await this.agencies.byCode(undefined, codes)) await this.publish(agency);
  }

  private async publish({ id, code }: AgencyFacts): Promise<void> {
    const [own] = (await this.seals.of(id)).certificateChain;
    await this.repository.addSeal({
      sha256: sha256Hex(own!),
      agency: code,
      subject: new X509Certificate(own!).subject,
      since: formatInstant(this.clock.now()),
    });
  }
}
