import { Injectable } from '@nestjs/common';
import { Access, type Action } from '#identity';
import { DomainError, parseId, type AppraisalId, type FieldError, type HoldId, type LotId } from '#kernel';
import type { Outcome } from '#ledger';
import { CaseRecordsService, HoldService } from '#seizures';
import { AppraisalDto } from '../../appraisals/dto/appraisal.dto.js';
import { clean } from '../../common/clean.js';
import { commandOf } from '../../common/write-request.js';
import type { CreateDto } from '../../common/write.dto.js';
import { decisionAskedOf } from '../../decisions/decision-request.js';
import { DecisionDto } from '../../decisions/dto/decision.dto.js';
import { PlaceHoldDto } from '../../holds/dto/hold.dto.js';
import { keyOf } from '../shell/form-page.js';
import { checked, refuseFields, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { missingIn, recordRequest, tickedIn, type OfferedLot, type RecordKind } from './case-forms.js';

export const recordActions = {
  appraisal: 'appraisal.record',
  decision: 'decision.record',
  hold: 'hold.place',
} as const satisfies Record<RecordKind, Action>;

const dtos = { appraisal: AppraisalDto, decision: DecisionDto, hold: PlaceHoldDto };

/** What a form about lots of a case becomes: the command of the interface for programs. */
@Injectable()
export class RecordWriter {
  constructor(
    private readonly cases: CaseRecordsService,
    private readonly holds: HoldService,
    private readonly access: Access,
  ) {}

  /** The request of a form, checked whole; throws `invalid` with every wrong field. */
  async check(
    kind: RecordKind,
    values: FormValues,
    offered: readonly OfferedLot[],
  ): Promise<CreateDto & object> {
    const own = missingIn(kind, values, offered);
    const asked = { id: keyOf(values), ...recordRequest(kind, values, offered) };
    const found = await checked<CreateDto & object>(dtos[kind], asked).catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      return error;
    });
    if (!(found instanceof DomainError)) {
      refuseFields(own);
      return found;
    }
    refuseFields(merged(own, found.fields));
    throw found;
  }

  /** Records it; the hidden key is the record's id, so that a form that is sent twice records once. */
  async record(
    request: PageRequest,
    kind: RecordKind,
    values: FormValues,
    offered: readonly OfferedLot[],
  ): Promise<Outcome<{ readonly id: string }>> {
    const body = await this.check(kind, values, offered);
    const { actor } = request.session;
    await this.access.require(actor, recordActions[kind], 'lot', tickedIn(values, offered));
    const write = { key: keyOf(values), method: request.method, path: request.path };
    const command = commandOf(actor, write, body);
    if (body instanceof DecisionDto) return this.cases.decide(command, decisionAskedOf(body));
    if (body instanceof AppraisalDto) {
      const said = { body: clean(body.body), reportNumber: clean(body.reportNumber) };
      const id = parseId<AppraisalId>(body.id!);
      return this.cases.appraise(command, { id, lots: lotsIn(body.lots), result: body.result, ...said });
    }
    const { id, lots, reason } = body as PlaceHoldDto;
    return this.holds.place(command, {
      id: parseId<HoldId>(id!),
      lots: lotsIn(lots),
      reason: clean(reason),
    });
  }
}

/** One error for each place: the form's own says more. */
function merged(own: readonly FieldError[], found: readonly FieldError[]): FieldError[] {
  const known = new Set(own.map(({ pointer }) => pointer));
  return [...own, ...found.filter(({ pointer }) => !known.has(pointer))];
}

function lotsIn(ids: readonly string[]): LotId[] {
  return ids.map((id, index) => parseId<LotId>(id, `/lots/${index}`));
}
