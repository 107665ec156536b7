import { Injectable } from '@nestjs/common';
import { CatalogueService, type Catalogue } from '#catalogue';
import type { LotRecord } from '#entries';
import type { Json, LotId, SeizureId, Sha256 } from '#kernel';
import { Ledger, LedgerQueries, PersonalData, type Command, type Outcome } from '#ledger';
import type { Tx } from '#platform';
import { bookLots } from './book-lots.js';
import { checkOfficers } from './domain/check-officers.js';
import { refuseKnownIds, registerSeizure } from './domain/register-seizure.js';
import type { SeizureNumbers, SeizureRequest } from './domain/registration.js';
import { RegistrationSupport } from './registration-support.js';

export interface RegisteredSeizure {
  readonly id: SeizureId;
  readonly reference: string;
  readonly lots: readonly (Pick<LotRecord, 'code' | 'declared' | 'base'> & { readonly id: LotId })[];
}

/** Registers seizures: goods enter the ledger here and nowhere else. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly ledger: Ledger,
    private readonly entries: LedgerQueries,
    private readonly catalogue: CatalogueService,
    private readonly personalData: PersonalData,
    private readonly support: RegistrationSupport,
  ) {}

  /**
   * Registers a seizure with its lots. Throws the codes of `checkOfficers`, `registerSeizure`, `refuseKnownIds` and
   * `bookLots` (a field error for each wrong line).
   */
  async register(command: Command, request: SeizureRequest): Promise<Outcome<RegisteredSeizure>> {
    const numbers = await this.numbers(command, request);
    return this.ledger.perform(command, async (tx) => {
      checkOfficers(request.officers, command, await this.support.officers(tx, request.officers));
      const lots = request.lots.map(({ lot }) => lot);
      refuseKnownIds(request, await this.support.known(tx, request.id, lots));
      const catalogue = await this.catalogue.at(tx);
      const draft = registerSeizure(request, {
        numbers,
        lots: bookLots(catalogue, request.lots),
        catalogue: catalogue.hash,
        ...(await this.commitments(tx, request)),
      });
      await this.support.dropDraft(tx, request.id, command.person);
      return { entries: [draft], result: resultOf(request.id, draft.data) };
    });
  }

  /**
   * Numbers are taken outside of the unit of work, and only for a request that is likely to pass: neither a repeat
   * nor a mistyped list should leave gaps.
   */
  private async numbers(command: Command, request: SeizureRequest): Promise<SeizureNumbers> {
    const repeated = await this.entries.request(command.key);
    if (repeated) return { reference: '', codes: [] };
    const catalogue: Catalogue = await this.catalogue.fresh();
    bookLots(catalogue, request.lots);
    return this.support.takeNumbers(request.lots.length);
  }

  private async commitments(
    tx: Tx,
    { id, party, onSiteWitness }: SeizureRequest,
  ): Promise<{ party?: Sha256; onSiteWitness?: Sha256 }> {
    const commit = (kind: string, value: object) =>
      this.personalData.commit(tx, value as Json, { kind, subject: id });
    return {
      ...(party && { party: await commit('party', party) }),
      ...(onSiteWitness && { onSiteWitness: await commit('on-site-witness', onSiteWitness) }),
    };
  }
}

function resultOf(
  id: SeizureId,
  data: { readonly reference: string; readonly lots: readonly LotRecord[] },
): RegisteredSeizure {
  const lots = data.lots.map(({ lot, code, declared, base }) => ({ id: lot, code, declared, base }));
  return { id, reference: data.reference, lots };
}
