import { Injectable } from '@nestjs/common';
import type { AgencyId } from '#kernel';
import { Ledger, type Command, type Outcome } from '#ledger';
import { AgencyQueries } from './agency.queries.js';
import type { Actor } from './domain/actor.js';
import { changeAgency, type AgencyChange } from './domain/installation.js';
import { PeopleRepository } from './people.repository.js';

/** What becomes of an agency after it was added. */
@Injectable()
export class AgencyService {
  constructor(
    private readonly ledger: Ledger,
    private readonly queries: AgencyQueries,
    private readonly people: PeopleRepository,
  ) {}

  /** Other names or functions; throws as {@link changeAgency}. */
  change(
    command: Command,
    actor: Actor,
    given: AgencyChange & { readonly agency: AgencyId },
  ): Promise<Outcome<{ id: AgencyId }>> {
    const { agency, ...change } = given;
    return this.ledger.perform(command, async (tx) => {
      // Functions decide who administers the installation, as roles do: one change at a time.
      await this.people.lockRoles(tx);
      const [before] = await this.queries.byId(tx, [agency]);
      return { entries: [changeAgency(actor, before, change)], result: { id: agency } };
    });
  }
}
