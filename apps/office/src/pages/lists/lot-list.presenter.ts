import { Inject, Injectable } from '@nestjs/common';
import { Access, type Actor } from '#identity';
import { formatInstant, type Clock } from '#kernel';
import { CLOCK } from '#ledger';
import { UnitOfWork } from '#platform';
import type { Quantity } from '#quantity';
import { LotGates, LotQueries, type GatedLot } from '#seizures';
import { decodeCursor, pageOf } from '../../common/paging.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { isOpen } from '../lots/open-accounts.js';
import type { Words } from '../shell/words.js';
import type { Filter } from './list.js';

interface LotsAsked {
  readonly limit: number;
  readonly cursor?: string;
  readonly q?: string;
  readonly account?: string;
  readonly category?: string;
}

/** Goods as a list: where each lot is, and what keeps it out of a batch. */
@Injectable()
export class LotList {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lots: LotQueries,
    private readonly gates: LotGates,
    private readonly access: Access,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async page(actor: Actor, words: Words, { limit, cursor, ...criteria }: LotsAsked) {
    const agencies = await this.access.agenciesOf(actor, 'lot.read');
    const [after] = decodeCursor(cursor, 1) ?? [];
    const found = await this.unitOfWork.run(async (tx) => {
      const search = { agencies, limit: limit + 1, ...criteria, ...(after !== undefined && { after }) };
      const facts = await this.lots.search(tx, search);
      return this.gates.of(tx, facts, formatInstant(this.clock.now()));
    });
    const page = pageOf(found, limit, ({ facts }) => [facts.code]);
    return { items: page.items.map((lot) => lotCells(lot, words)), next: page.next };
  }

  /** A filter over the categories that take goods. */
  categories(request: PageRequest, words: Words): Filter {
    const known = words.categories;
    const asked = queryText(request, 'category') ?? '';
    const options = [{ value: '', text: words.t('list.all') }, ...known];
    const value = known.some((one) => one.value === asked) ? asked : '';
    return { name: 'category', label: 'list.category', value, options };
  }
}

function lotCells({ facts, balances, blockers }: GatedLot, words: Words) {
  const where = balances
    .filter(({ account }) => account !== 'seized')
    .map(
      ({ account, amount }) =>
        `${words.t(`account.${account}`)} ${words.amount(amount)} ${words.unit(facts.base.unit)}`,
    );
  return [
    { text: facts.code, href: `/lots/${facts.lot}`, number: true },
    { text: words.category(facts.category) },
    { text: [facts.description, facts.brand, facts.variety].filter(Boolean).join(' · ') },
    { text: words.quantity(facts.declared as Quantity) },
    { text: where.join('; ') },
    {
      text: (balances.some(({ account }) => isOpen(account)) ? blockers : [])
        .map(({ code, facts: about }) => words.t(code, about))
        .join(' '),
    },
  ];
}
