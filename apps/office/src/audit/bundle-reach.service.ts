import { Inject, Injectable } from '@nestjs/common';
import { Access, AgencyQueries, type Actor } from '#identity';
import { DomainError, type Clock } from '#kernel';
import { CLOCK } from '#ledger';
import { toInstant } from '#platform';
import type { BundleScope } from './bundle.queries.js';
import type { BundleQuery } from './dto/bundle.dto.js';

/** How far an auditor may take the ledger along. */
@Injectable()
export class BundleReach {
  constructor(
    private readonly access: Access,
    private readonly agencies: AgencyQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): number {
    return this.clock.now();
  }

  /** Throws `invalid` `bundle.agency-outside`. */
  async scope(actor: Actor, asked: BundleQuery): Promise<BundleScope> {
    const reached = await this.access.agenciesOf(actor, 'audit.read');
    const rest = {
      ...(asked.from !== undefined && { from: toInstant(asked.from) }),
      ...(asked.to !== undefined && { to: toInstant(asked.to) }),
      ...(asked.case !== undefined && { case: asked.case }),
    };
    if (asked.agency === undefined) {
      const whole = actor.engagements.some(({ installation }) => installation);
      return whole ? rest : { ...rest, agencies: reached };
    }
    const [agency] = await this.agencies.byCode(undefined, [asked.agency]);
    if (!agency || !reached.includes(agency.id)) {
      const pointer = '/agency';
      throw new DomainError('invalid', 'bundle.agency-outside', {}, [
        { pointer, code: 'bundle.agency-outside' },
      ]);
    }
    return { ...rest, agencies: [agency.id] };
  }
}
