import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permit } from '#identity';
import { parseId, type SeizureId } from '#kernel';
import type { Response } from 'express';
import { SeizurePresenter } from '../../seizures/seizure.presenter.js';
import { TransferPresenter } from '../../custody/transfer.presenter.js';
import type { SeizuresQuery } from '../../seizures/dto/seizure.dto.js';
import type { TransfersQuery } from '../../custody/dto/transfer.dto.js';
import { codeOfTransfer } from '../custody/transfer-code.js';
import { lookOf } from '../shell/looks.js';
import { may } from '../shell/navigation.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';
import type { Filter } from './list.js';
import { ListPages, stateFilter, textFilter } from './list-pages.service.js';
import { LotList } from './lot-list.presenter.js';

/** Lists of what belongs to cases: seizures, goods, hand-overs. */
@ApiExcludeController()
@Controller()
export class CaseListsController {
  constructor(
    private readonly lists: ListPages,
    private readonly shell: Shell,
    private readonly seizures: SeizurePresenter,
    private readonly lots: LotList,
    private readonly transfers: TransferPresenter,
  ) {}

  @Get('seizures')
  @Permit('seizure.read')
  async listSeizures(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    const words = this.shell.words(request);
    const { actor } = request.session;
    const q = textFilter(request);
    await this.lists.send(request, response, {
      path: '/seizures',
      title: 'seizures.list',
      columns: [
        'list.reference',
        'list.case',
        'measure.column',
        'list.happened',
        'list.place',
        'list.lots',
        'list.state',
      ],
      filters: [q],
      ...(may(actor, 'seizure.register') && { create: { href: '/seizures/new', code: 'seizures.new' } }),
      load: async (page) => {
        const asked = { ...page, ...(q.value !== '' && { q: q.value }) };
        const { items, next } = await this.seizures.page(actor, asked as SeizuresQuery);
        return { items: items.map((row) => seizureCells(row, words)), next };
      },
    });
  }

  @Get('lots')
  @Permit('lot.read')
  async listLots(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    const words = this.shell.words(request);
    const [q, account, category] = [
      textFilter(request),
      accountFilter(request, words),
      this.lots.categories(request, words),
    ];
    await this.lists.send(request, response, {
      path: '/lots',
      title: 'lots.list',
      columns: [
        'list.reference',
        'list.category',
        'list.description',
        'list.quantity',
        'list.where',
        'list.blockers',
      ],
      filters: [q, account, category],
      load: (page) =>
        this.lots.page(request.session.actor, words, {
          ...page,
          ...(q.value !== '' && { q: q.value }),
          ...(account.value !== '' && { account: account.value }),
          ...(category.value !== '' && { category: category.value }),
        }),
    });
  }

  @Get('transfers')
  @Permit('transfer.read')
  async listTransfers(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    const words = this.shell.words(request);
    const state = stateFilter(request, words, ['offered', 'awaiting-giver', 'accepted', 'refused']);
    await this.lists.send(request, response, {
      path: '/transfers',
      title: 'transfers.list',
      columns: [
        'list.reference',
        'transfers.from',
        'transfers.to',
        'list.lots',
        'transfers.location',
        'transfers.offered',
        'list.state',
      ],
      filters: [state],
      ...(may(request.session.actor, 'transfer.offer') && {
        create: { href: '/transfers/new', code: 'transfers.new' },
      }),
      load: async (page) => {
        const asked = { ...page, ...(state.value !== '' && { state: state.value }) } as TransfersQuery;
        const { items, next } = await this.transfers.page(request.session.actor, asked);
        return {
          items: items.map((row) => [
            { text: codeOfTransfer(row.id), href: `/transfers/${row.id}`, number: true },
            { text: `${row.from.name} (${row.from.agency})` },
            { text: `${row.to.name} (${row.to.agency})` },
            { text: String(row.lots) },
            { text: row.location ?? '' },
            { text: words.time(row.offeredAt as Parameters<Words['time']>[0]), number: true },
            { text: words.t(`state.${row.state}`), look: lookOf(row.state) },
          ]),
          next,
        };
      },
    });
  }
}

type SeizureItem = Awaited<ReturnType<SeizurePresenter['page']>>['items'][number];

function seizureCells(row: SeizureItem, words: Words) {
  const state = row.confirmed ? 'confirmed' : 'unconfirmed';
  return [
    { text: row.reference, href: `/seizures/${parseId<SeizureId>(row.id)}`, number: true },
    { text: row.caseNumber },
    { text: words.t(`measure.${row.measure}`) },
    { text: words.time(row.happened), number: true },
    { text: row.place },
    { text: String(row.lots) },
    { text: words.t(`state.${state}`), look: lookOf(state) },
  ];
}

const places = ['with-officers', 'custody', 'allocated', 'staged', 'destroyed', 'returned', 'shortage'];

function accountFilter(request: PageRequest, words: Words): Filter {
  const asked = queryText(request, 'account') ?? '';
  const options = [
    { value: '', text: words.t('list.all') },
    ...places.map((account) => ({ value: account, text: words.t(`account.${account}`) })),
  ];
  return { name: 'account', label: 'list.where', value: places.includes(asked) ? asked : '', options };
}
