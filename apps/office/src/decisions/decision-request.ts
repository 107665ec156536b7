import { newId, parseId, type DecisionId, type LotId } from '#kernel';
import { toInstant } from '#platform';
import type { DecisionAsked } from '#seizures';
import { clean } from '../common/clean.js';
import type { DecisionDto } from './dto/decision.dto.js';

/** The body of a decision as the service takes it; an id that the client left out is made here. */
export function decisionAskedOf(body: DecisionDto): DecisionAsked {
  const { kind, happened, replaces } = body;
  return {
    id: body.id ? parseId<DecisionId>(body.id, '/id') : newId<DecisionId>(),
    number: clean(body.number),
    kind,
    finalAt: toInstant(body.finalAt),
    ...(happened && { happened: toInstant(happened) }),
    lots: body.lots.map(({ lot, quantity }, index) => ({
      lot: parseId<LotId>(lot, `/lots/${index}/lot`),
      ...(quantity && { quantity }),
    })),
    ...(replaces && { replaces: parseId<DecisionId>(replaces, '/replaces') }),
  };
}
