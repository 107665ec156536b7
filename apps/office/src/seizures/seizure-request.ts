import { newId, parseId, type LotId, type PersonId, type SeizureId } from '#kernel';
import type { LotRequest, SeizureRequest } from '#seizures';
import { clean, given } from '../common/clean.js';
import type { LotDto } from './dto/lot.dto.js';
import type { RegisterSeizureDto } from './dto/seizure.dto.js';

/** The body of a registration as the service takes it; ids that the client left out are made here. */
export function seizureRequestOf(body: RegisterSeizureDto): SeizureRequest {
  const { party, onSiteWitness } = body;
  return {
    id: body.id ? parseId<SeizureId>(body.id, '/id') : newId<SeizureId>(),
    caseNumber: clean(body.caseNumber),
    measure: body.measure,
    legalBasis: clean(body.legalBasis),
    place: clean(body.place),
    ...given(body, 'partyPresence', 'refusalReason'),
    ...(party && {
      party: { kind: clean(party.kind), name: clean(party.name), ...given(party, 'idNumber') },
    }),
    ...(onSiteWitness && {
      onSiteWitness: { name: clean(onSiteWitness.name), ...given(onSiteWitness, 'contact') },
    }),
    officers: body.officers.map((id, index) => parseId<PersonId>(id, `/officers/${index}`)),
    lots: body.lots.map(lotRequestOf),
  };
}

function lotRequestOf(lot: LotDto, index: number): LotRequest {
  const { unitRatio, estimatedValue } = lot;
  return {
    lot: lot.id ? parseId<LotId>(lot.id, `/lots/${index}/id`) : newId<LotId>(),
    category: lot.category,
    description: clean(lot.description),
    ...given(lot, 'brand', 'variety', 'specification', 'barcode', 'condition'),
    ...(lot.seals && lot.seals.length > 0 && { seals: lot.seals.map(clean) }),
    quantity: lot.quantity,
    basis: lot.basis ?? 'counted',
    ...(unitRatio && {
      unitRatio: { num: unitRatio.num, den: unitRatio.den, source: clean(unitRatio.source) },
    }),
    ...(estimatedValue && {
      estimatedValue: {
        amount: estimatedValue.amount,
        currency: estimatedValue.currency,
        basis: clean(estimatedValue.basis),
      },
    }),
  };
}
