import { Inject, Injectable } from '@nestjs/common';
import { formatInstant, type Clock, type Sha256 } from '#kernel';
import { CLOCK } from '#ledger';
import { ArrivalsRepository } from './care/arrivals.repository.js';
import { CareOptions } from './care/care-options.js';
import { refuseBeyond } from './domain/quotas.js';
import { QuotaQueries } from './quota.queries.js';
import type { By, Upload } from './upload.js';

const day = 24 * 3600 * 1000;

/** What an upload is for: decides which quota it counts against. */
export interface UploadFor {
  readonly kind: string;
  readonly id: string;
}

/** Before an upload: may it come at all? Before its bytes are kept: that they are on their way. */
@Injectable()
export class Admission {
  constructor(
    private readonly quotas: QuotaQueries,
    private readonly options: CareOptions,
    private readonly arrivals: ArrivalsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `busy` `upload.person-quota`, `conflict` `upload.seizure-quota`. */
  async allow(by: By, { kind, id }: UploadFor, { declaredSize = 0 }: Upload): Promise<void> {
    const since = formatInstant(this.clock.now() - day);
    const byPerson = await this.quotas.byPerson(by.person, since);
    const ofSeizure =
      kind === 'seizure' || kind === 'lot' ? await this.quotas.ofSeizure({ kind, id }) : undefined;
    refuseBeyond(this.options, { byPerson, ...(ofSeizure !== undefined && { ofSeizure }) }, declaredSize);
  }

  /** Notes bytes that are about to be kept: without an entry they are collected after 72 h. */
  arriving(sha256: Sha256, decoded = true): Promise<void> {
    return this.arrivals.note(sha256, decoded);
  }
}
