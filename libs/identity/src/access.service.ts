import { Injectable } from '@nestjs/common';
import { DomainError, isUuid, type AgencyId } from '#kernel';
import { AgencyQueries } from './agency.queries.js';
import type { Action } from './domain/access-matrix.js';
import type { Actor } from './domain/actor.js';
import {
  auditedAgencies,
  auditsWhole,
  covers,
  decideAccess,
  scopesOf,
  type SubjectOfAccess,
} from './domain/reach.js';
import { Visibility } from './visibility.repository.js';

/** Who sees and may do what with which subjects. Call it before a unit of work: it reads on its own connection. */
@Injectable()
export class Access {
  constructor(
    private readonly visibility: Visibility,
    private readonly agencies: AgencyQueries,
  ) {}

  /** Decides on one subject by its id as it stands in the address; throws as {@link decideAccess}. */
  async decide(actor: Actor, action: Action, subject: { kind: SubjectOfAccess; id: string }): Promise<void> {
    const sightings = await this.visibility.sightings(subject.kind, [plainId(subject.id)]);
    decideAccess(actor, action, subject.kind, sightings);
  }

  /**
   * For ids in a body: throws `missing` `<kind>.unknown` with the first id (fact `id`) that is not to be seen within
   * the scopes that the actor's roles give for `action`; says nothing about whether it exists.
   */
  async require(actor: Actor, action: Action, kind: SubjectOfAccess, ids: readonly string[]): Promise<void> {
    const scopes = scopesOf(actor, action);
    const sightings = await this.visibility.sightings(kind, ids.map(plainId));
    const hidden = ids.find(
      (id) =>
        !covers(
          actor,
          scopes,
          sightings.filter(({ subject }) => subject === plainId(id)),
        ),
    );
    if (hidden !== undefined) throw new DomainError('missing', `${kind}.unknown`, { id: hidden });
  }

  /**
   * The agencies whose subjects the actor reaches with an action, for lists:
   * `EXISTS (SELECT 1 FROM state.visibility v WHERE v.kind = … AND v.subject = … AND v.agency = ANY($1))`.
   */
  async agenciesOf(actor: Actor, action: Action): Promise<AgencyId[]> {
    const scopes = scopesOf(actor, action);
    const audits = scopes.some((scope) => scope === 'audited' || scope === 'audited-whole');
    const whole = scopes.includes('installation') || (audits && auditsWhole(actor));
    if (whole) return (await this.agencies.all()).map(({ id }) => id);
    const agencies = new Set<AgencyId>(scopes.includes('audited') ? auditedAgencies(actor) : []);
    if (scopes.includes('own') || scopes.includes('joint')) agencies.add(actor.agency);
    return [...agencies];
  }
}

/** UUIDs are stored in lower case; numbers of certificates as they are. */
function plainId(id: string): string {
  const lower = id.toLowerCase();
  return isUuid(lower) ? lower : id;
}
