import { Inject, Injectable } from '@nestjs/common';
import { formatInstant, type Clock, type LotId, type PersonId, type SeizureId } from '#kernel';
import { CLOCK, Counters } from '#ledger';
import type { Tx } from '#platform';
import type { OfficerFacts, SeizureNumbers } from './domain/registration.js';
import { RegistrationDraftRepository } from './registration-draft.repository.js';
import { SeizureRepository } from './seizure.repository.js';

/** What a registration needs from its surroundings: facts about people and ids, and readable numbers. */
@Injectable()
export class RegistrationSupport {
  constructor(
    private readonly seizures: SeizureRepository,
    private readonly counters: Counters,
    private readonly drafts: RegistrationDraftRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  officers(tx: Tx, people: readonly PersonId[]): Promise<OfficerFacts[]> {
    return this.seizures.officers(tx, people);
  }

  known(tx: Tx, seizure: SeizureId, lots: readonly LotId[]): Promise<{ seizure: boolean; lots: LotId[] }> {
    return this.seizures.known(tx, seizure, lots);
  }

  /** The registrar's draft has become the entry. */
  dropDraft(tx: Tx, seizure: SeizureId, registrar: PersonId): Promise<void> {
    return this.drafts.drop(tx, seizure, registrar);
  }

  /** Takes a reference and `lots` codes of this year (UTC); outside of the unit of work (see {@link Counters}). */
  async takeNumbers(lots: number): Promise<SeizureNumbers> {
    const year = Number(formatInstant(this.clock.now()).slice(0, 4));
    const seizure = await this.counters.take('seizure', year);
    const first = await this.counters.take('lot', year, lots);
    const code = (number: number) => `LOT-${year}-${String(number).padStart(5, '0')}`;
    return {
      reference: `CK-${year}-${String(seizure).padStart(4, '0')}`,
      codes: Array.from({ length: lots }, (_, index) => code(first + index)),
    };
  }
}
