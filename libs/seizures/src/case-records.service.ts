import { Injectable } from '@nestjs/common';
import { CatalogueService, unitLookup } from '#catalogue';
import type { DataOf } from '#entries';
import { DomainError, type AppraisalId, type DecisionId, type LotId } from '#kernel';
import { Ledger, type Command, type Outcome } from '#ledger';
import type { Tx } from '#platform';
import { CaseRepository } from './case.repository.js';
import type { LotFacts } from './domain/case-facts.js';
import { amountOfLot } from './domain/lot-quantity.js';
import { recordAppraisal } from './domain/record-appraisal.js';
import { recordDecision, type DecisionRequest } from './domain/record-decision.js';

/** A decision as it is asked for: quantities still in whichever unit they were given. */
export type DecisionAsked = Omit<DecisionRequest, 'lots'> & {
  readonly lots: readonly { readonly lot: LotId; readonly quantity?: unknown }[];
};

/** Appraisals and decisions about lots of the own agency's cases. */
@Injectable()
export class CaseRecordsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly cases: CaseRepository,
    private readonly catalogue: CatalogueService,
  ) {}

  /** Records an appraisal; throws `missing` `lot.unknown`, `conflict` `appraisal.already-recorded`. */
  appraise(
    command: Command,
    request: DataOf<'appraisal.recorded'> & { readonly id: AppraisalId },
  ): Promise<Outcome<{ id: AppraisalId }>> {
    return this.ledger.perform(command, async (tx) => {
      const lots = await this.cases.lock(tx, request.lots);
      await this.refuseTaken(tx, 'appraisals', request.id);
      return { entries: [recordAppraisal(request, lots, command.agency)], result: { id: request.id } };
    });
  }

  /** Records a decision; throws the codes of `recordDecision` and of quantities. */
  decide(command: Command, asked: DecisionAsked): Promise<Outcome<{ id: DecisionId }>> {
    return this.ledger.perform(command, async (tx) => {
      const named = asked.lots.map(({ lot }) => lot);
      const { replaces } = asked;
      const before = replaces === undefined ? [] : await this.cases.lotsOfDecision(tx, replaces);
      const locked = await this.cases.lock(tx, [...named, ...before]);
      await this.refuseTaken(tx, 'decisions', asked.id);
      const lots = locked.filter(({ lot }) => named.includes(lot));
      const replaced = replaces === undefined ? undefined : await this.cases.decision(tx, replaces);
      const request = { ...asked, lots: await this.inBase(tx, asked, lots) };
      const facts = { agency: command.agency, lots, before, ...(replaced && { replaced }) };
      const draft = recordDecision(request, facts);
      return { entries: [draft], result: { id: asked.id } };
    });
  }

  private async inBase(
    tx: Tx,
    asked: DecisionAsked,
    lots: readonly LotFacts[],
  ): Promise<DecisionRequest['lots']> {
    const unitOf = unitLookup(await this.catalogue.at(tx));
    return asked.lots.map(({ lot, quantity }, index) => {
      if (quantity === undefined) return { lot };
      const found = lots.find((one) => one.lot === lot)!;
      const pointer = `/lots/${index}/quantity`;
      return { lot, amount: amountOfLot(found, quantity, { unitOf, pointer }).amount };
    });
  }

  private async refuseTaken(tx: Tx, table: 'appraisals' | 'decisions', id: string): Promise<void> {
    if (!(await this.cases.taken(tx, table, id))) return;
    const code = table === 'appraisals' ? 'appraisal.already-recorded' : 'decision.already-recorded';
    throw new DomainError('conflict', code);
  }
}
