import { Injectable } from '@nestjs/common';
import { Duties, refuseEarlierActs } from '#duties';
import { StepUps, type Signature } from '#identity';
import type { AgencyId, BatchId, LotId, Sha256 } from '#kernel';
import type { Command } from '#ledger';
import { UnitOfWork, type Tx } from '#platform';
import { Seals } from './seals.service.js';

export interface IssueCommand extends Command {
  readonly batch: BatchId;
  readonly stepUp?: string;
}
/** The signature's side of an issue: duties over the goods, then the step-up that binds the content. */
@Injectable()
export class IssueSigning {
  constructor(
    readonly unitOfWork: UnitOfWork,
    private readonly duties: Duties,
    private readonly stepUps: StepUps,
    private readonly seals: Seals,
  ) {}

  /** Makes the agency's seal where it has none yet. */
  async ensureSeal(agency: AgencyId): Promise<void> {
    await this.seals.of(agency);
  }

  /** The issuer has done none of the earlier steps on these goods (domain.md). */
  async refuseEarlier(tx: Tx, { person }: Pick<Command, 'person'>, lots: readonly LotId[]): Promise<void> {
    refuseEarlierActs(await this.duties.actsOn(tx, lots), { person, rule: 'issuer-apart' });
  }

  stepUp(tx: Tx, { person, stepUp }: IssueCommand, sha256: Sha256): Promise<Signature> {
    return this.stepUps.use(tx, { token: stepUp, person, purpose: 'issue', sha256 });
  }
}
