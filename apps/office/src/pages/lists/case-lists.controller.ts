import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permit } from '#identity';
import type { Response } from 'express';
import { TransferPresenter } from '../../custody/transfer.presenter.js';
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

/** Lists of what belongs to cases: goods, hand-overs. */
@ApiExcludeController()
@Controller()
export class CaseListsController {
  constructor(
    private readonly lists: ListPages,
    private readonly shell: Shell,
    private readonly lots: LotList,
    private readonly transfers: TransferPresenter,
  ) {}

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

const places = ['with-officers', 'custody', 'allocated', 'staged', 'destroyed', 'returned', 'shortage'];

function accountFilter(request: PageRequest, words: Words): Filter {
  const asked = queryText(request, 'account') ?? '';
  const options = [
    { value: '', text: words.t('list.all') },
    ...places.map((account) => ({ value: account, text: words.t(`account.${account}`) })),
  ];
  return { name: 'account', label: 'list.where', value: places.includes(asked) ? asked : '', options };
}
