import { Injectable } from '@nestjs/common';
import { EligibleLots } from '#batches';
import { Access, type Actor } from '#identity';
import type { Language } from '#platform';
import { Directory } from '../common/directory.js';
import { decodeCursor, pageOf } from '../common/paging.js';
import { officeMessages } from '../messages.js';
import type { EligibleQuery } from './dto/batch.dto.js';

/** What may enter a batch, and for the rest every blocker with what would open it. */
@Injectable()
export class EligiblePresenter {
  constructor(
    private readonly lots: EligibleLots,
    private readonly access: Access,
    private readonly directory: Directory,
  ) {}

  async page(actor: Actor, { limit, cursor, q, category }: EligibleQuery, language: Language) {
    const [after] = decodeCursor(cursor, 1) ?? [];
    const found = await this.lots.search({
      agencies: await this.access.agenciesOf(actor, 'lot.read'),
      limit,
      ...(q && { q }),
      ...(category && { category }),
      ...(after !== undefined && { after }),
    });
    const office = await this.directory.offices(
      undefined,
      found.map(({ facts }) => facts.responsible),
    );
    const page = pageOf(found, limit, ({ facts }) => [facts.code]);
    const items = page.items.map(({ facts, available, blockers }) => ({
      lot: facts.lot,
      code: facts.code,
      category: facts.category,
      description: facts.description,
      ...(facts.variety !== undefined && { variety: facts.variety }),
      responsible: office(facts.responsible).code,
      declared: facts.declared,
      base: facts.base,
      available: { amount: available, unit: facts.base.unit },
      eligible: blockers.length === 0,
      blockers: blockers.map((blocker) => ({
        code: blocker.code,
        detail: officeMessages.say(language, blocker.code, blocker.facts),
        facts: blocker.facts,
      })),
    }));
    return { items, next: page.next };
  }
}
