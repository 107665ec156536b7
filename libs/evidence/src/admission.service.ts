import { Inject, Injectable } from '@nestjs/common';
import { formatInstant, type Clock, type Sha256 } from '#kernel';
import { CLOCK } from '#ledger';
import { ArrivalsRepository } from './care/arrivals.repository.js';
import { CareOptions } from './care/care-options.js';
import { isFarBelow, refuseBeyond, withMore, type Taken } from './domain/quotas.js';
import { QuotaQueries } from './quota.queries.js';
import type { By, Upload } from './upload.js';

const day = 24 * 3600 * 1000;
/** So long a sum is taken to be right far below the limits; every upload under way adds to it. */
const freshMs = 5_000;
const mostRemembered = 1_000;

/** What an upload is for: decides which quota it counts against. */
export interface UploadFor {
  readonly kind: string;
  readonly id: string;
}

/** Before an upload: may it come at all? Before its bytes are kept: that they are on their way. */
@Injectable()
export class Admission {
  private readonly lately = new Map<string, { readonly atMs: number; taken: Taken }>();

  constructor(
    private readonly quotas: QuotaQueries,
    private readonly options: CareOptions,
    private readonly arrivals: ArrivalsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `busy` `upload.person-quota`, `conflict` `upload.seizure-quota`. */
  async allow(by: By, { kind, id }: UploadFor, { declaredSize = 0 }: Upload): Promise<void> {
    const key = `${by.person} ${kind} ${id}`;
    const nowMs = this.clock.now();
    const known = this.lately.get(key);
    if (known && nowMs - known.atMs < freshMs) {
      known.taken = withMore(known.taken, declaredSize);
      if (isFarBelow(this.options, known.taken)) return;
    }
    const taken = await this.taken(by, { kind, id }, nowMs);
    refuseBeyond(this.options, taken, declaredSize);
    if (this.lately.size >= mostRemembered) this.lately.clear();
    this.lately.set(key, { atMs: nowMs, taken: withMore(taken, declaredSize) });
  }

  /** Notes bytes that are about to be kept: without an entry they are collected after 72 h. */
  arriving(sha256: Sha256, decoded = true): Promise<void> {
    return this.arrivals.note(sha256, decoded);
  }

  private async taken(by: By, { kind, id }: UploadFor, nowMs: number): Promise<Taken> {
    const byPerson = await this.quotas.byPerson(by.person, formatInstant(nowMs - day));
    const ofSeizure =
      kind === 'seizure' || kind === 'lot' ? await this.quotas.ofSeizure({ kind, id }) : undefined;
    return { byPerson, ...(ofSeizure !== undefined && { ofSeizure }) };
  }
}
