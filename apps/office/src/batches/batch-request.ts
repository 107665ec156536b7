import type { DecisionRequest, DraftContent } from '#batches';
import { parseId, type LotId, type Sha256 } from '#kernel';
import { parseQuantity } from '#quantity';
import { clean, given } from '../common/clean.js';
import type { ApprovalDto, BatchDto } from './dto/batch.dto.js';

/** The list of a request, with exact amounts; throws `invalid` with the pointer of a wrong quantity. */
export function draftOf(body: BatchDto): DraftContent {
  return {
    title: clean(body.title),
    method: clean(body.method),
    sites: body.sites.map(({ code, name, address }) => ({
      code,
      name: clean(name),
      address: clean(address),
    })),
    lots: body.lots.map((line, i) => ({
      lot: parseId<LotId>(line.lot, `/lots/${i}/lot`),
      quantity: parseQuantity(line.quantity, { pointer: `/lots/${i}/quantity` }),
      ...given(line, 'site', 'method'),
    })),
  };
}

/** The agency's decision of a request. */
export function decisionOf(body: ApprovalDto): DecisionRequest {
  return {
    decision: body.decision,
    snapshot: body.snapshot as Sha256,
    except: (body.except ?? []).map(({ lot, reason }, i) => ({
      lot: parseId<LotId>(lot, `/except/${i}/lot`),
      reason: clean(reason),
    })),
    ...given(body, 'reason'),
    ...(body.stepUp !== undefined && { stepUp: body.stepUp }),
  };
}
