import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permit } from '#identity';
import { RegistrationDrafts } from '#seizures';
import type { Response } from 'express';
import type { SeizuresQuery } from '../../seizures/dto/seizure.dto.js';
import { SeizurePresenter } from '../../seizures/seizure.presenter.js';
import { ListPages, textFilter } from '../lists/list-pages.service.js';
import { lookOf } from '../shell/looks.js';
import { may } from '../shell/navigation.js';
import type { PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';

type SeizureItem = Awaited<ReturnType<SeizurePresenter['page']>>['items'][number];

/** Seizures of the agency, and above them what the officer has not finished. */
@ApiExcludeController()
@Controller('seizures')
export class SeizureListController {
  constructor(
    private readonly lists: ListPages,
    private readonly shell: Shell,
    private readonly seizures: SeizurePresenter,
    private readonly drafts: RegistrationDrafts,
  ) {}

  @Get()
  @Permit('seizure.read')
  async list(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
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
      ...(may(actor, 'seizure.register') && {
        create: { href: '/seizures/new', code: 'seizures.new' },
        pinned: { title: 'drafts.mine', items: await this.mine(request, words) },
      }),
      load: async (page) => {
        const asked = { ...page, ...(q.value !== '' && { q: q.value }) };
        const { items, next } = await this.seizures.page(actor, asked as SeizuresQuery);
        return { items: items.map((row) => cellsOf(row, words)), next };
      },
    });
  }

  private async mine(request: PageRequest, words: Words) {
    const drafts = await this.drafts.of(request.session.actor.person);
    return drafts.map(({ id, caseNumber, lines, saved, expires }) => ({
      href: `/seizures/new?draft=${id}`,
      text: caseNumber === '' ? words.t('drafts.unnamed') : caseNumber,
      meta: words.t('drafts.item', {
        lines,
        saved: words.time(saved),
        expires: words.date(expires),
      }),
    }));
  }
}

function cellsOf(row: SeizureItem, words: Words) {
  const state = row.confirmed ? 'confirmed' : 'unconfirmed';
  return [
    { text: row.reference, href: `/seizures/${row.id}`, number: true },
    { text: row.caseNumber },
    { text: words.t(`measure.${row.measure}`) },
    { text: words.time(row.happened), number: true },
    { text: row.place },
    { text: String(row.lots) },
    { text: words.t(`state.${state}`), look: lookOf(state) },
  ];
}
