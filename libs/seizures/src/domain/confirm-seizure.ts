import type { DraftOf } from '#entries';
import { DomainError, type EntryId, type PersonId, type SeizureId } from '#kernel';

export interface SeizureToConfirm {
  readonly seizure: SeizureId;
  readonly registered: EntryId;
  readonly registrar: PersonId;
  readonly officers: readonly PersonId[];
  /** The confirmation, where there is one already. */
  readonly confirmed?: EntryId;
}

/**
 * The second named officer confirms the seizure in person (domain.md, People and duties).
 * Throws `refused`: `seizure.registrar-cannot-confirm`, `seizure.not-named`; `conflict`: `seizure.already-confirmed`.
 */
export function confirmSeizure(seizure: SeizureToConfirm, person: PersonId): DraftOf<'seizure.confirmed'> {
  if (seizure.confirmed !== undefined) {
    throw new DomainError('conflict', 'seizure.already-confirmed', { entry: seizure.confirmed });
  }
  if (person === seizure.registrar) {
    throw new DomainError('refused', 'seizure.registrar-cannot-confirm', { entry: seizure.registered });
  }
  if (!seizure.officers.includes(person)) {
    throw new DomainError('refused', 'seizure.not-named', { entry: seizure.registered });
  }
  return {
    type: 'seizure.confirmed',
    subject: { kind: 'seizure', id: seizure.seizure },
    data: { registered: seizure.registered },
  };
}
