import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { parseCertificateNumber, RevocationService } from '#certificates';
import { Permit } from '#identity';
import type { Response } from 'express';
import { RevocationDto } from '../../certificates/dto/certificate.dto.js';
import { doneAt, formCommand, submit } from '../shell/form-page.js';
import { checked, refuseFields, text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { StepUpForm } from '../shell/step-up-form.service.js';
import { RevocationPage } from './revocation-page.service.js';

const one = { kind: 'certificate', param: 'number' } as const;

/** A revocation by two persons: asked for with a reason, confirmed by another. */
@ApiExcludeController()
@Controller('certificates/:number/revocation')
export class RevocationPageController {
  constructor(
    private readonly page: RevocationPage,
    private readonly stepUps: StepUpForm,
    private readonly revocations: RevocationService,
  ) {}

  @Get()
  @Permit('certificate.revoke', one)
  show(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('number') number: string,
  ): Promise<void> {
    return this.page.show(request, response, parseCertificateNumber(number));
  }

  @Post()
  @Permit('certificate.revoke', one)
  ask(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('number') typed: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const number = parseCertificateNumber(typed);
    const act = async () => {
      if (text(body, 'reason') === '') refuseFields([{ pointer: '/reason', code: 'form.reason' }]);
      const asked = await checked(RevocationDto, { reason: text(body, 'reason') });
      const stepUp = await this.stepUps.use(request, body, 'revoke');
      const command = formCommand(request, body, asked);
      return this.revocations.ask({ ...command, number, reason: asked.reason, stepUp });
    };
    return submit(response, act, {
      to: (outcome) => doneAt(`/certificates/${number}/revocation`, outcome),
      again: (error) => this.page.show(request, response, number, { error, values: body }),
    });
  }

  @Post('confirmation')
  @Permit('certificate.confirm-revocation', one)
  confirm(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('number') typed: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const number = parseCertificateNumber(typed);
    const act = async () => {
      const stepUp = await this.stepUps.use(request, body, 'confirm-revocation');
      return this.revocations.confirm({ ...formCommand(request, body, {}), number, stepUp });
    };
    return submit(response, act, {
      to: (outcome) => doneAt(`/certificates/${number}/revocation`, outcome),
      again: (error) => this.page.show(request, response, number, { error, values: body }),
    });
  }
}
