import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { batchStates } from '#batches';
import { CertificateQueries } from '#certificates';
import { Access, AgencyQueries, Permit } from '#identity';
import type { Instant } from '#kernel';
import type { Response } from 'express';
import { BatchPresenter } from '../../batches/batch.presenter.js';
import type { BatchesQuery } from '../../batches/dto/batch.dto.js';
import { decodeCursor, pageOf } from '../../common/paging.js';
import type { EventsQuery } from '../../events/dto/event.dto.js';
import { EventPresenter } from '../../events/event.presenter.js';
import { lookOf } from '../shell/looks.js';
import { may } from '../shell/navigation.js';
import type { PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import { ListPages, stateFilter, textFilter } from './list-pages.service.js';

const certificateStates = ['numbered', 'prepared', 'issued', 'superseded', 'revoked', 'voided'];

/** Lists of what becomes of goods: batches and events. */
@ApiExcludeController()
@Controller()
export class DisposalListsController {
  constructor(
    private readonly lists: ListPages,
    private readonly shell: Shell,
    private readonly batches: BatchPresenter,
    private readonly events: EventPresenter,
    private readonly agencies: AgencyQueries,
  ) {}

  @Get('batches')
  @Permit('batch.read')
  async listBatches(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    const words = this.shell.words(request);
    const [q, state] = [textFilter(request), stateFilter(request, words, batchStates)];
    await this.lists.send(request, response, {
      path: '/batches',
      title: 'batches.list',
      columns: [
        'list.reference',
        'list.title',
        'list.agency',
        'batches.version',
        'batches.awaiting',
        'list.state',
      ],
      filters: [q, state],
      ...(may(request.session.actor, 'batch.draft') && {
        create: { href: '/batches/new', code: 'batches.new' },
      }),
      load: async (page) => {
        const asked = {
          ...page,
          ...(q.value !== '' && { q: q.value }),
          ...(state.value !== '' && { state: state.value }),
        };
        const { items, next } = await this.batches.page(request.session.actor, asked as BatchesQuery);
        const names = new Map(
          (await this.agencies.all()).map(({ code, names: of }) => [code, words.name(of)]),
        );
        const nameOf = (code: string) => names.get(code) ?? code;
        const cells = items.map((row) => [
          { text: row.reference, href: `/batches/${row.id}`, number: true },
          { text: row.title },
          { text: nameOf(row.agency) },
          { text: row.version === 0 ? '' : String(row.version) },
          { text: row.awaiting.map(nameOf).join(words.language === 'en' ? ', ' : '、') },
          { text: words.t(`state.${row.state}`), look: lookOf(row.state) },
        ]);
        return { items: cells, next };
      },
    });
  }

  @Get('events')
  @Permit('event.read')
  async listEvents(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    const words = this.shell.words(request);
    const state = stateFilter(request, words, ['planned', 'staged', 'closed', 'cancelled']);
    await this.lists.send(request, response, {
      path: '/events',
      title: 'events.list',
      columns: [
        'list.reference',
        'list.batch',
        'list.site',
        'list.starts',
        'list.lead',
        'list.agency',
        'list.state',
      ],
      filters: [state],
      load: async (page) => {
        const asked = { ...page, ...(state.value !== '' && { state: state.value }) } as EventsQuery;
        const { items, next } = await this.events.page(request.session.actor, asked);
        const cells = items.map((row) => [
          { text: row.reference, href: `/events/${row.id}`, number: true },
          { text: row.batch.reference, href: `/batches/${row.batch.id}`, number: true },
          { text: row.site },
          { text: words.time(row.startsAt as Instant), number: true },
          { text: row.lead.name },
          { text: words.name(row.agency.names) },
          { text: words.t(`state.${row.state}`), look: lookOf(row.state) },
        ]);
        return { items: cells, next };
      },
    });
  }
}

/** The list of certificates. */
@ApiExcludeController()
@Controller()
export class CertificateListController {
  constructor(
    private readonly lists: ListPages,
    private readonly shell: Shell,
    private readonly certificates: CertificateQueries,
    private readonly access: Access,
  ) {}

  @Get('certificates')
  @Permit('certificate.read')
  async list(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    const words = this.shell.words(request);
    const [q, state] = [textFilter(request), stateFilter(request, words, certificateStates)];
    const agencies = await this.access.agenciesOf(request.session.actor, 'certificate.read');
    await this.lists.send(request, response, {
      path: '/certificates',
      title: 'certificates.list',
      columns: ['list.reference', 'list.issued', 'list.state'],
      filters: [q, state],
      load: async ({ limit, cursor }) => {
        const after = decodeCursor(cursor, 2);
        const rows = await this.certificates.search({
          agencies,
          limit,
          ...(q.value !== '' && { text: q.value }),
          ...(state.value !== '' && { state: state.value }),
          ...(after && { after }),
        });
        const { items, next } = pageOf(rows, limit, ({ issuedAt, number }) => [issuedAt, number]);
        const cells = items.map((row) => [
          { text: row.number, href: `/certificates/${row.number}`, number: true },
          { text: words.time(row.issuedAt as Instant), number: true },
          { text: words.t(`state.${row.state}`), look: lookOf(row.state) },
        ]);
        return { items: cells, next };
      },
    });
  }
}
