import { Injectable } from '@nestjs/common';
import type { SeizureId } from '#kernel';
import { Ledger, type Command, type Outcome } from '#ledger';
import { confirmSeizure } from './domain/confirm-seizure.js';
import { SeizureRepository } from './seizure.repository.js';

/** The second officer's confirmation of a seizure. */
@Injectable()
export class ConfirmationService {
  constructor(
    private readonly ledger: Ledger,
    private readonly seizures: SeizureRepository,
  ) {}

  /** Throws `missing` `seizure.unknown` and the codes of `confirmSeizure`. */
  confirm(command: Command, seizure: SeizureId): Promise<Outcome<{ id: SeizureId; confirmed: true }>> {
    return this.ledger.perform(command, async (tx) => {
      const found = await this.seizures.lock(tx, seizure, command.agency);
      return { entries: [confirmSeizure(found, command.person)], result: { id: seizure, confirmed: true } };
    });
  }
}
