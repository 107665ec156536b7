import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { SeizureId, Sha256 } from '#kernel';
import { PersonalData } from '#ledger';
import type { Tx } from '#platform';
import { LotQueries, SeizureQueries, type LotFacts, type SeizureFacts } from '#seizures';
import { Directory } from '../common/directory.js';

/** One seizure with its lots, as its agency and auditors see it. */
@Injectable()
export class SeizureDetail {
  constructor(
    private readonly seizures: SeizureQueries,
    private readonly lots: LotQueries,
    private readonly personalData: PersonalData,
    private readonly directory: Directory,
  ) {}

  /** Throws `missing` `seizure.unknown`; party and on-site witness appear for the case's own agency alone. */
  async of(tx: Tx, actor: Actor, id: SeizureId) {
    const seizure = await this.seizures.one(tx, id);
    const { party, onSiteWitness, officers, registrar, confirmation, agency, ...facts } = seizure;
    const person = await this.directory.persons(tx, [
      ...officers,
      registrar,
      ...(confirmation ? [confirmation.person] : []),
    ]);
    const office = await this.directory.offices(tx, [agency]);
    return {
      ...facts,
      agency: office(agency),
      officers: officers.map(person),
      registrar: person(registrar),
      ...(confirmation && { confirmation: { ...confirmation, person: person(confirmation.person) } }),
      ...(actor.agency === agency && (await this.personal(tx, seizure))),
      lots: (await this.lots.ofSeizure(tx, id)).map(lotLine),
    };
  }

  private async personal(tx: Tx, { party, onSiteWitness }: SeizureFacts) {
    return {
      ...(party && { party: await this.opened(tx, party) }),
      ...(onSiteWitness && { onSiteWitness: await this.opened(tx, onSiteWitness) }),
    };
  }

  private async opened(tx: Tx, commitment: Sha256) {
    return (await this.personalData.open(tx, commitment)) ?? { erased: true };
  }
}

/** A lot as a line of its seizure. */
function lotLine({ lot, seizure: _, responsible: __, confirmed: ___, ...facts }: LotFacts) {
  return { id: lot, ...facts };
}
