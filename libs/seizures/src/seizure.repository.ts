import { Injectable } from '@nestjs/common';
import { PeopleQueries } from '#identity';
import { DomainError, type AgencyId, type EntryId, type LotId, type PersonId, type SeizureId } from '#kernel';
import type { Tx } from '#platform';
import type { SeizureToConfirm } from './domain/confirm-seizure.js';
import type { OfficerFacts } from './domain/registration.js';

/** Loads and locks what commands about seizures decide on. */
@Injectable()
export class SeizureRepository {
  constructor(private readonly people: PeopleQueries) {}

  /** Which of these ids are taken already. */
  async known(
    tx: Tx,
    seizure: SeizureId,
    lots: readonly LotId[],
  ): Promise<{ seizure: boolean; lots: LotId[] }> {
    const found: unknown[] = await tx.query('SELECT 1 FROM state.seizures WHERE id = $1', [seizure]);
    const rows: { id: LotId }[] = await tx.query('SELECT id FROM state.lots WHERE id = ANY($1)', [lots]);
    return { seizure: found.length > 0, lots: rows.map(({ id }) => id) };
  }

  /** What the rules ask about named people; unknown ones are left out. */
  async officers(tx: Tx, people: readonly PersonId[]): Promise<OfficerFacts[]> {
    const found = await this.people.byId(tx, people);
    return found.map(({ id, agency, active, roles }) => ({
      person: id,
      agency,
      officer: active && roles.includes('officer'),
    }));
  }

  /** Locks a seizure of the agency; throws `missing` `seizure.unknown`. */
  async lock(tx: Tx, seizure: SeizureId, agency: AgencyId): Promise<SeizureToConfirm> {
    const [row] = await tx.query(
      `SELECT registered, registrar, officers, confirmed FROM state.seizures WHERE id = $1 AND agency = $2 FOR UPDATE`,
      [seizure, agency],
    );
    if (!row) throw new DomainError('missing', 'seizure.unknown');
    const { registered, registrar, officers, confirmed } = row as {
      registered: EntryId;
      registrar: PersonId;
      officers: PersonId[];
      confirmed: EntryId | null;
    };
    return { seizure, registered, registrar, officers, ...(confirmed !== null && { confirmed }) };
  }
}
