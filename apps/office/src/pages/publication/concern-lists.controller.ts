import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permit } from '#identity';
import { ConcernQueries } from '#publication';
import type { Response } from 'express';
import { decodeCursor, pageOf } from '../../common/paging.js';
import { ListPages, stateFilter, textFilter } from '../lists/list-pages.service.js';
import type { PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';

const states = ['open', 'handled'] as const;

/** The list of what the public reported to this agency, or to the operator. */
@ApiExcludeController()
@Controller('concerns')
export class ConcernListController {
  constructor(
    private readonly shell: Shell,
    private readonly lists: ListPages,
    private readonly concerns: ConcernQueries,
  ) {}

  @Get()
  @Permit('concern.read')
  async list(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    const words = this.shell.words(request);
    const [q, state] = [textFilter(request), stateFilter(request, words, states)];
    const asked = states.find((one) => one === state.value);
    await this.lists.send(request, response, {
      path: '/concerns',
      title: 'concerns.list',
      columns: ['concerns.received', 'list.reference', 'concerns.about', 'list.state'],
      filters: [q, state],
      load: async ({ limit, cursor }) => {
        const after = decodeCursor(cursor, 2);
        const rows = await this.concerns.search(request.session.actor, {
          limit,
          ...(q.value !== '' && { text: q.value }),
          ...(asked && { state: asked }),
          ...(after && { after }),
        });
        const { items, next } = pageOf(rows, limit, ({ received, id }) => [received, id]);
        const cells = items.map((row) => [
          { text: words.time(row.received), number: true },
          { text: row.reference, href: `/concerns/${row.id}`, number: true },
          { text: row.about },
          row.handled
            ? { text: words.t('state.handled'), look: 'ok' as const }
            : { text: words.t('state.open'), look: 'warn' as const },
        ]);
        return { items: cells, next };
      },
    });
  }
}
