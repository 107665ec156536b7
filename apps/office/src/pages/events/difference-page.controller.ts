import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DifferenceService } from '#destruction';
import { Permit } from '#identity';
import { parseId, type EventId, type LotId, type Sha256 } from '#kernel';
import type { Response } from 'express';
import { clean } from '../../common/clean.js';
import { DifferenceDto } from '../../events/dto/difference.dto.js';
import { doneAt, formCommand, submit } from '../shell/form-page.js';
import { checked, text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { StepUpForm } from '../shell/step-up-form.service.js';
import { DifferencePage, measuredIn } from './difference-page.service.js';

const one = { kind: 'event', param: 'id' } as const;

/** An approver looks at a weighing difference beyond the tolerance, and stands for it. */
@ApiExcludeController()
@Controller('events/:id/difference')
export class DifferencePageController {
  constructor(
    private readonly page: DifferencePage,
    private readonly differences: DifferenceService,
    private readonly stepUps: StepUpForm,
  ) {}

  @Get()
  @Permit('event.confirm-difference', one)
  show(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    return this.page.show(request, response, parseId<EventId>(id));
  }

  @Post()
  @Permit('event.confirm-difference', one)
  confirm(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const event = parseId<EventId>(id);
    const act = async () => {
      const lot = parseId<LotId>(text(body, 'lot'));
      const measured = measuredIn(await this.page.lines(request, event), lot, text(body, 'measured'));
      const asked = await checked(DifferenceDto, {
        measured,
        reason: text(body, 'reason'),
        sha256: text(body, 'sha256'),
      });
      const stepUp = await this.stepUps.use(request, body, 'approve');
      const { reason, sha256 } = asked;
      const confirmed = { lot, measured, reason: clean(reason), seen: sha256 as Sha256, stepUp };
      return this.differences.confirm(formCommand(request, body, asked), event, confirmed);
    };
    return submit(response, act, {
      to: (outcome) => doneAt(`/events/${event}`, outcome),
      again: (error) => this.page.show(request, response, event, { error, values: body }),
    });
  }
}
