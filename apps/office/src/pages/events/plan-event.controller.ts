import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PlanService } from '#destruction';
import { Permit } from '#identity';
import { parseId, type BatchId, type EventId, type PersonId } from '#kernel';
import { toInstant } from '#platform';
import type { Response } from 'express';
import { PlanEventDto } from '../../events/dto/event.dto.js';
import { doneAt, formCommand, keyOf, submit } from '../shell/form-page.js';
import { checked, instantIn, refuseFields, text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { PlanEventPage } from './plan-event.service.js';

const one = { kind: 'batch', param: 'id' } as const;

/** Plans the destruction of what an approved batch has at one site. */
@ApiExcludeController()
@Controller('batches/:id/events')
export class PlanEventController {
  constructor(
    private readonly page: PlanEventPage,
    private readonly plans: PlanService,
  ) {}

  @Get('new')
  @Permit('event.plan', one)
  form(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    return this.page.show(request, response, parseId<BatchId>(id));
  }

  @Post('new')
  @Permit('event.plan', one)
  plan(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const batch = parseId<BatchId>(id);
    const values = { ...body, key: keyOf(body) };
    const act = async () => {
      const asked = await requestIn(values);
      return this.plans.plan(formCommand(request, values, asked), batch, {
        id: parseId<EventId>(asked.id!),
        site: asked.site,
        startsAt: toInstant(asked.startsAt),
        lead: parseId<PersonId>(asked.lead),
        witnesses: asked.witnesses.map((one) => parseId<PersonId>(one)),
      });
    };
    return submit(response, act, {
      to: (outcome) => doneAt(`/events/${outcome.result.id}`, outcome),
      again: (error) => this.page.show(request, response, batch, { error, values }),
    });
  }
}

/** The plan of a form; throws `invalid` by the rules of the interface. */
function requestIn(values: FormValues & { readonly key: string }): Promise<PlanEventDto> {
  const site = text(values, 'site');
  if (site === '') refuseFields([{ pointer: '/site', code: 'form.choose' }]);
  return checked(PlanEventDto, {
    id: values.key,
    site,
    startsAt: instantIn(text(values, 'startsAt')),
    lead: text(values, 'lead'),
    witnesses: [values['witnesses'] ?? []].flat(),
  });
}
