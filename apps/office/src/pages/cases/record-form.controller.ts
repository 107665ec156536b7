import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permit } from '#identity';
import type { Response } from 'express';
import { newKey } from '../shell/form-page.js';
import type { FormValues } from '../shell/form-values.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import type { RecordKind } from './case-forms.js';
import { RecordForms } from './record-form.service.js';

const one = { kind: 'seizure', param: 'id' } as const;

/** Appraisals, decisions and holds about lots of a seizure: form, page to check, record. */
@ApiExcludeController()
@Controller('seizures/:id')
export class RecordFormController {
  constructor(private readonly forms: RecordForms) {}

  @Get('appraisals/new')
  @Permit('appraisal.record', one)
  appraisal(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    return this.blank(request, response, 'appraisal');
  }

  @Post('appraisals/new')
  @HttpCode(200)
  @Permit('appraisal.record', one)
  appraise(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') seizure: string,
    @Body() values: FormValues = {},
  ): Promise<void> {
    return this.forms.act(request, response, { kind: 'appraisal', seizure, values });
  }

  @Get('decisions/new')
  @Permit('decision.record', one)
  decision(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    return this.blank(request, response, 'decision');
  }

  @Post('decisions/new')
  @HttpCode(200)
  @Permit('decision.record', one)
  decide(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') seizure: string,
    @Body() values: FormValues = {},
  ): Promise<void> {
    return this.forms.act(request, response, { kind: 'decision', seizure, values });
  }

  @Get('holds/new')
  @Permit('hold.place', one)
  hold(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    return this.blank(request, response, 'hold');
  }

  @Post('holds/new')
  @HttpCode(200)
  @Permit('hold.place', one)
  place(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') seizure: string,
    @Body() values: FormValues = {},
  ): Promise<void> {
    return this.forms.act(request, response, { kind: 'hold', seizure, values });
  }

  /** `?lot=` ticks one lot ahead, `?replaces=` names the decision that is to be replaced. */
  private blank(request: PageRequest, response: Response, kind: RecordKind): Promise<void> {
    const [lot, replaces] = [queryText(request, 'lot'), queryText(request, 'replaces')];
    const values = {
      key: newKey(),
      ...(lot !== undefined && { lots: lot }),
      ...(replaces !== undefined && { replaces }),
    };
    return this.forms.draw(request, response, { kind, seizure: String(request.params['id']), values });
  }
}
