import { Injectable } from '@nestjs/common';
import { Duties, refuseEarlierActs } from '#duties';
import type { EntryDraft } from '#entries';
import { StepUps } from '#identity';
import { DomainError, type BatchId, type EntryId, type Sha256 } from '#kernel';
import { GoodsRepository, Ledger, type Command, type Outcome } from '#ledger';
import type { Tx } from '#platform';
import { BatchRepository } from './batch.repository.js';
import { approveBatch, checkVote, rejectBatch } from './domain/approve-batch.js';
import { checkExceptions, type Exception } from './domain/exclude-lots.js';
import type { FrozenBatch } from './domain/frozen-batch.js';

/** An agency's decision as its approver asks for it. */
export interface DecisionRequest {
  readonly decision: 'approve' | 'reject';
  /** Hash of the list that the person was shown. */
  readonly snapshot: Sha256;
  readonly except: readonly Exception[];
  /** Needed for a rejection; a remark of an approval. */
  readonly reason?: string;
  readonly stepUp?: string;
}

export interface DecidedBatch {
  readonly batch: BatchId;
  readonly version: number;
  readonly decision: 'approve' | 'reject';
  readonly state: 'submitted' | 'approved' | 'rejected';
  readonly factor: 'password' | 'passkey';
}

/** The agencies' decisions on frozen lists. */
@Injectable()
export class ApprovalService {
  constructor(
    private readonly ledger: Ledger,
    private readonly batches: BatchRepository,
    private readonly goods: GoodsRepository,
    private readonly duties: Duties,
    private readonly stepUps: StepUps,
  ) {}

  /**
   * Records an agency's yes (with excepted lots, if any) or no. State, agency, hash and duties are checked before the
   * step-up is used. Throws the codes of `checkVote` and `checkExceptions`; `refused` `duties.same-goods` (facts act,
   * entry), `access.step-up-required`; `invalid` `batch.reason-missing`, `batch.except-with-rejection`.
   */
  decide(command: Command, batch: BatchId, request: DecisionRequest): Promise<Outcome<DecidedBatch>> {
    return this.ledger.perform(command, async (tx, { entry }) => {
      await this.batches.lock(tx, batch);
      const frozen = await this.batches.frozen(tx, batch);
      await this.goods.lock(
        tx,
        frozen.lines.map(({ lot }) => lot),
      );
      checkVote(frozen, { agency: command.agency, snapshot: request.snapshot });
      checkRequest(frozen, request);
      await this.checkDuties(tx, frozen, { person: command.person, except: request.except });
      const { decision, snapshot, stepUp: token } = request;
      const { person } = command;
      const signature = await this.stepUps.use(tx, { token, person, purpose: 'approve', sha256: snapshot });
      const entries = draftsOf(frozen, request, { agency: command.agency, snapshot, signature, entry });
      const { version } = frozen;
      const { factor } = signature;
      return { entries, result: { batch, version, decision, state: stateOf(entries[0]), factor } };
    });
  }

  /** Lots that the person excepts are not approved by them, so an earlier act on those does not bar the rest. */
  private async checkDuties(
    tx: Tx,
    { lines }: FrozenBatch,
    { person, except }: { person: Command['person']; except: readonly Exception[] },
  ): Promise<void> {
    const lots = lines.map(({ lot }) => lot).filter((lot) => !except.some((each) => each.lot === lot));
    const acts = await this.duties.actsOn(tx, lots);
    refuseEarlierActs(acts, { person, rule: 'approver-apart' });
  }
}

function checkRequest(batch: FrozenBatch, { decision, except, reason }: DecisionRequest): void {
  if (decision === 'approve') return checkExceptions(batch, except);
  const wrong = (code: string, pointer: string) => new DomainError('invalid', code, {}, [{ pointer, code }]);
  if (except.length > 0) throw wrong('batch.except-with-rejection', '/except');
  if (reason === undefined) throw wrong('batch.reason-missing', '/reason');
}

function draftsOf(
  batch: FrozenBatch,
  { decision, except, reason }: DecisionRequest,
  vote: Parameters<typeof approveBatch>[1] & { readonly entry: EntryId },
): readonly [EntryDraft, ...EntryDraft[]] {
  if (decision === 'reject') return [rejectBatch(batch, vote, reason!)];
  return approveBatch(batch, vote, { except, ...(reason !== undefined && { reason }) });
}

function stateOf(draft: EntryDraft): DecidedBatch['state'] {
  if (draft.type !== 'batch.approved') return 'rejected';
  return draft.data.complete === 'yes' ? 'approved' : 'submitted';
}
