import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ChangeService, EligibleLots, type EligibleLot } from '#batches';
import { Access, Permit } from '#identity';
import { parseId, type BatchId, type LotId } from '#kernel';
import type { Response } from 'express';
import { submit } from '../shell/form-page.js';
import { refuseFields, text, type FormValues } from '../shell/form-values.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { mostLots, withLots } from './basket.js';
import { ChooseLots, filterOf, queryOf } from './choose-lots.service.js';

const one = { kind: 'batch', param: 'id' } as const;

/** Puts lots into a list in the making: those that are ticked, or all that fit the filter. */
@ApiExcludeController()
@Controller('batches/:id/lots')
export class ChooseLotsController {
  constructor(
    private readonly page: ChooseLots,
    private readonly eligible: EligibleLots,
    private readonly changes: ChangeService,
    private readonly access: Access,
  ) {}

  @Get()
  @Permit('batch.draft', one)
  show(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    return this.page.show(request, response, parseId<BatchId>(id));
  }

  @Post()
  @Permit('batch.draft', one)
  add(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const batch = parseId<BatchId>(id);
    const filter = filterOf((name) => queryText(request, name));
    const act = async () => {
      const found =
        text(body, 'do') === 'all'
          ? await this.page.fitting(request, filter, mostLots)
          : await this.ticked(request, body);
      let added = 0;
      await this.changes.edit(batch, {
        agency: request.session.actor.agency,
        change: (now) => {
          const next = withLots(now, found, siteOf(body, now.sites));
          added = next.lots.length - now.lots.length;
          return next;
        },
      });
      return added;
    };
    return submit(response, act, {
      to: (added) => `/batches/${batch}/lots?${queryOf(filter, { added: String(added) })}`,
      again: (error) => this.page.show(request, response, batch, error),
    });
  }

  /** Lots that the person may not see are refused as unknown before anything is said about them. */
  private async ticked(request: PageRequest, body: FormValues): Promise<EligibleLot[]> {
    const lots = [body['add'] ?? []].flat().map((lot) => parseId<LotId>(lot));
    if (lots.length === 0) refuseFields([{ pointer: '/add', code: 'builder.none-ticked' }]);
    await this.access.require(request.session.actor, 'batch.draft', 'lot', lots);
    return this.eligible.of(lots);
  }
}

/** Where the added goods are to be destroyed: as chosen, else at the first site. */
function siteOf(body: FormValues, sites: readonly { readonly code: string }[]): string {
  const chosen = text(body, 'site');
  return sites.some(({ code }) => code === chosen) ? chosen : sites[0]!.code;
}
