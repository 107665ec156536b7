import { Inject, Injectable } from '@nestjs/common';
import { AgencyQueries, type Actor } from '#identity';
import { DomainError, formatInstant, type Clock } from '#kernel';
import { CLOCK } from '#ledger';
import { UnitOfWork } from '#platform';
import { readable, readerOf } from './concern.queries.js';

const keptDays = 365;
const dayMs = 24 * 3600 * 1000;

/** What the agency in charge does with a concern. It stands outside of the ledger, so that it can be erased. */
@Injectable()
export class ConcernService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agencies: AgencyQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Notes what came of it; the same note of the same person again changes nothing. Throws `missing`
   * `concern.unknown`, `conflict` `concern.handled-already`.
   */
  async handle(actor: Actor, id: string, note: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query(
        `SELECT c.handled, c.handled_by, c.note FROM work.concerns c WHERE ${readable} AND c.id = $3 FOR UPDATE`,
        [...readerOf(actor), id],
      );
      if (!row) throw new DomainError('missing', 'concern.unknown');
      const before = row as { handled: Date | null; handled_by: string | null; note: string | null };
      if (before.handled && before.handled_by === actor.person && before.note === note) return;
      if (before.handled) throw new DomainError('conflict', 'concern.handled-already');
      await tx.query('UPDATE work.concerns SET handled = $2, handled_by = $3, note = $4 WHERE id = $1', [
        id,
        formatInstant(this.clock.now()),
        actor.person,
        note,
      ]);
    });
  }

  /**
   * The operator passes a concern on that named no agency. Throws `missing` `concern.unknown`, `invalid`
   * `request.invalid` for a code that no agency has.
   */
  async passOn(actor: Actor, id: string, code: string): Promise<void> {
    const agency = (await this.agencies.all()).find((one) => one.code === code);
    if (!agency)
      throw new DomainError('invalid', 'request.invalid', {}, [{ pointer: '/agency', code: 'form.choose' }]);
    await this.unitOfWork.run(async (tx) => {
      const [, operator] = readerOf(actor);
      const found: unknown[] = await tx.query(
        `SELECT 1 FROM work.concerns WHERE id = $1 AND $2 AND agency IS NULL AND handled IS NULL FOR UPDATE`,
        [id, operator],
      );
      if (found.length === 0) throw new DomainError('missing', 'concern.unknown');
      await tx.query('UPDATE work.concerns SET agency = $2 WHERE id = $1', [id, code]);
    });
  }

  /** Erases text, contact and note a year after the matter was closed; reference and times stay for counting. */
  async forget(): Promise<void> {
    const before = formatInstant(this.clock.now() - keptDays * dayMs);
    await this.unitOfWork.run((tx) =>
      tx.query(
        `UPDATE work.concerns SET body = NULL, contact = NULL, note = NULL, about = ''
         WHERE handled < $1 AND body IS NOT NULL`,
        [before],
      ),
    );
  }
}
