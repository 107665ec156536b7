import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permit } from '#identity';
import { parseId, type Instant, type LotId } from '#kernel';
import type { Quantity } from '#quantity';
import type { Response } from 'express';
import { LotPresenter, type Say } from '../../lots/lot.presenter.js';
import type { PageRequest } from '../shell/page-request.js';
import { photoTiles } from '../shell/photo-tiles.js';
import { isOpen } from './open-accounts.js';
import { Shell } from '../shell/shell.service.js';

/** One lot: where it is, what happened to it, what keeps it out of a batch. */
@ApiExcludeController()
@Controller('lots')
export class LotPageController {
  constructor(
    private readonly shell: Shell,
    private readonly lots: LotPresenter,
  ) {}

  @Get(':id')
  @Permit('lot.read', { kind: 'lot', param: 'id' })
  async show(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    const words = this.shell.words(request);
    const say: Say = ({ code, facts }) => words.t(code, facts);
    const lot = await this.lots.one(parseId<LotId>(id), say, request.session.actor.agency);
    await this.shell.send(request, response, 'lots/lot', {
      // Gates concern goods that may still enter a batch.
      lot: { ...lot, blockers: lot.balances.some(({ account }) => isOpen(account)) ? lot.blockers : [] },
      declared: words.quantity(lot.declared as Quantity),
      photos: photoTiles(lot.photos, words),
      timeline: [...lot.history].reverse().map((entry) => ({
        ...entry,
        name: words.t(`entry.name-${entry.type}`),
        when: words.time(entry.happened as Instant),
        short: `${entry.leafHash.slice(0, 6)}…${entry.leafHash.slice(-6)}`,
      })),
    });
  }
}
