import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access, Permit } from '#identity';
import { DomainError, isUuid } from '#kernel';
import type { Quantity } from '#quantity';
import type { Response } from 'express';
import type { FormValues } from '../shell/form-values.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { addressOf, qrOf } from '../shell/qr.js';
import { Shell } from '../shell/shell.service.js';
import { LabelQueries } from './label.queries.js';
import { chosenLots } from './offer-form.js';

const shownLots = 200;
/** Some forty sheets: more at once is a mistake. */
const mostLabels = 1000;
const onSheet = 24;

/** Labels with QR codes for goods: chosen from a list, or all of a seizure or hand-over. */
@ApiExcludeController()
@Controller('labels')
export class LabelsPageController {
  constructor(
    private readonly shell: Shell,
    private readonly labels: LabelQueries,
    private readonly access: Access,
  ) {}

  @Get()
  @Permit('lot.read')
  async choose(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    const agencies = await this.access.agenciesOf(request.session.actor, 'lot.read');
    const q = queryText(request, 'q')?.slice(0, 60);
    const ticked = new Set(chosenLots(request.query as FormValues));
    const found = await this.labels.find({ agencies, limit: shownLots + 1, ...(q !== undefined && { q }) });
    const kept =
      ticked.size === 0 ? [] : await this.labels.find({ agencies, lots: [...ticked], limit: mostLabels });
    const others = found.filter(({ lot }) => !ticked.has(lot)).slice(0, shownLots);
    const words = this.shell.words(request);
    const none = queryText(request, 'none') === '1';
    if (none) response.status(422);
    await this.shell.send(request, response, 'custody/labels', {
      q: q ?? '',
      rows: [...kept, ...others].map((row) => ({
        ...row,
        ticked: ticked.has(row.lot),
        quantity: words.quantity(row.declared as Quantity),
      })),
      more: found.length > shownLots,
      ...(none && { errors: [{ text: words.t('labels.none-chosen'), href: '#lots' }] }),
    });
  }

  /** `?lot=` (any number), `?transfer=` or `?seizure=`; `size=single` for a label printer; `skip=` used places. */
  @Get('print')
  @Permit('lot.read')
  async print(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    const which = await this.asked(request);
    if (which === undefined) {
      const q = queryText(request, 'q');
      response.redirect(303, `/labels?none=1${q === undefined ? '' : `&q=${encodeURIComponent(q)}`}`);
      return;
    }
    const agencies = await this.access.agenciesOf(request.session.actor, 'lot.read');
    const words = this.shell.words(request);
    const found = await this.labels.find({ agencies, limit: mostLabels, ...which });
    const single = queryText(request, 'size') === 'single';
    const skip = single ? 0 : skippedIn(queryText(request, 'skip'));
    await this.shell.send(request, response, 'custody/labels-print', {
      single,
      skipped: Array.from({ length: skip }, (_, place) => place),
      labels: found.map((row) => ({
        ...row,
        quantity: words.quantity(row.declared as Quantity),
        qr: qrOf(addressOf(request, `/lots/${row.lot}`)),
      })),
    });
  }

  /** What labels are asked for; undefined where nothing is. Throws `missing` for what the person does not see. */
  private async asked(request: PageRequest) {
    const { actor } = request.session;
    const lots = chosenLots(request.query as FormValues);
    await this.access.require(actor, 'lot.read', 'lot', lots);
    if (lots.length > 0) return { lots };
    for (const kind of ['transfer', 'seizure'] as const) {
      const id = queryText(request, kind);
      if (id === undefined) continue;
      if (!isUuid(id.toLowerCase())) throw new DomainError('missing', `${kind}.unknown`, { id });
      await this.access.require(actor, `${kind}.read`, kind, [id]);
      return { [kind]: id.toLowerCase() };
    }
    return undefined;
  }
}

/** Places of the first sheet that are used up. */
function skippedIn(typed: string | undefined): number {
  const number = /^\d{1,2}$/.test(typed ?? '') ? Number(typed) : 0;
  return number < onSheet ? number : 0;
}
