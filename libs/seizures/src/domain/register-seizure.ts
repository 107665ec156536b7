import type { DraftOf } from '#entries';
import { DomainError, type LotId, type Sha256 } from '#kernel';
import type { BookedLot, SeizureNumbers, SeizureRequest } from './registration.js';

export interface RegistrationFacts {
  readonly numbers: SeizureNumbers;
  /** Lots in the order of the request, booked in base units. */
  readonly lots: readonly BookedLot[];
  /** Hash of the catalogue by which they were booked. */
  readonly catalogue: Sha256;
  /** Commitments to the personal data (ledger.md). */
  readonly party?: Sha256;
  readonly onSiteWitness?: Sha256;
}

/** The entry of a seizure: its goods come from the source into the hands of the officers. */
export function registerSeizure(
  request: SeizureRequest,
  facts: RegistrationFacts,
): DraftOf<'seizure.registered'> {
  if (request.partyPresence === 'refused' && request.refusalReason === undefined) {
    throw wrong('seizure.refusal-reason-missing', '/refusalReason');
  }
  const lots = facts.lots.map((lot, index) => ({ ...lot, code: facts.numbers.codes[index]! }));
  return {
    type: 'seizure.registered',
    subject: { kind: 'seizure', id: request.id },
    data: {
      reference: facts.numbers.reference,
      caseNumber: request.caseNumber,
      measure: request.measure,
      legalBasis: request.legalBasis,
      place: request.place,
      ...(facts.party !== undefined && { party: facts.party }),
      ...(request.partyPresence !== undefined && { partyPresence: request.partyPresence }),
      ...(request.refusalReason !== undefined && { refusalReason: request.refusalReason }),
      ...(facts.onSiteWitness !== undefined && { onSiteWitness: facts.onSiteWitness }),
      officers: request.officers,
      lots,
      catalogue: facts.catalogue,
    },
    postings: lots.map(({ lot, base }) => ({ lot, from: 'seized', to: 'with-officers', ...base })),
  };
}

/** Every lot of the request is new; throws `conflict` `seizure.lot-twice` or `seizure.already-registered`. */
export function refuseKnownIds(
  request: Pick<SeizureRequest, 'lots'>,
  known: { readonly seizure: boolean; readonly lots: readonly LotId[] },
): void {
  if (known.seizure) throw new DomainError('conflict', 'seizure.already-registered');
  const seen = new Set<LotId>(known.lots);
  request.lots.forEach(({ lot }, index) => {
    if (seen.has(lot)) {
      const field = { pointer: `/lots/${index}/id`, code: 'seizure.lot-twice' };
      throw new DomainError('conflict', 'seizure.lot-twice', { lot }, [field]);
    }
    seen.add(lot);
  });
}

function wrong(code: string, pointer: string): DomainError {
  return new DomainError('invalid', code, {}, [{ pointer, code }]);
}
