import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { roles } from '#entries';
import { PeopleService, Permit, RolesService } from '#identity';
import { DomainError, parseId, type AgencyId, type PersonId } from '#kernel';
import type { Outcome } from '#ledger';
import { toInstant } from '#platform';
import type { Response } from 'express';
import { DeactivationDto, EngagementDto, ReasonDto, RoleDto } from '../../identity/dto/people.dto.js';
import { formErrors } from '../shell/form-errors.js';
import { doneAt, formCommand, newKey, submit } from '../shell/form-page.js';
import { checked, instantIn, text, type FormValues } from '../shell/form-values.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import { PersonPage } from './person-page.service.js';

const fieldNames = ['role', 'reason', 'until', 'agencies', 'despiteOpenWork'];
const fieldOf = (pointer: string) => fieldNames.find((field) => pointer.startsWith(`/${field}`));

/** One person for administrators: roles, requests, engagements, what was recorded, and the end of the access. */
@ApiExcludeController()
@Controller('admin/people/:id')
export class PersonController {
  constructor(
    private readonly shell: Shell,
    private readonly page: PersonPage,
    private readonly people: PeopleService,
    private readonly service: RolesService,
  ) {}

  @Get()
  @Permit('people.manage')
  show(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    return this.draw(request, response, { values: {} });
  }

  @Post('roles')
  @Permit('people.manage')
  give(@Req() request: PageRequest, @Res() response: Response, @Body() body: FormValues = {}): Promise<void> {
    const act = async () => {
      const dto = await checked(RoleDto, { role: text(body, 'role') });
      const given = { person: personOf(request), role: dto.role };
      return this.service.give(formCommand(request, body, dto), request.session.actor, given);
    };
    return this.answer(request, response, { values: body, act });
  }

  @Post('roles/:role/revocation')
  @Permit('people.manage')
  revoke(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('role') name: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const act = async () => {
      const role = roles.find((one) => one === name);
      if (!role) throw new DomainError('missing', 'problem.not-found');
      const dto = await checked(ReasonDto, { reason: text(body, 'reason') });
      const given = { person: personOf(request), role, reason: dto.reason };
      return this.service.revoke(formCommand(request, body, dto), request.session.actor, given);
    };
    return this.answer(request, response, { values: body, act });
  }

  @Post('engagements')
  @Permit('engagement.grant')
  engage(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const act = async () => {
      const installation = text(body, 'whole') === 'yes';
      const agencies = installation ? [] : [body['agencies'] ?? []].flat();
      const until = instantIn(text(body, 'until'));
      const dto = await checked(EngagementDto, { agencies, installation, until });
      const given = {
        person: personOf(request),
        agencies: dto.agencies as AgencyId[],
        installation,
        until: toInstant(dto.until),
      };
      return this.service.engage(formCommand(request, body, dto), request.session.actor, given);
    };
    return this.answer(request, response, { values: body, act });
  }

  /** What must be handed over, before the form that ends the access. */
  @Get('deactivation')
  @Permit('people.manage')
  leave(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    return this.draw(request, response, { values: {}, view: 'admin/deactivation' });
  }

  @Post('deactivation')
  @Permit('people.manage')
  deactivate(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const act = async () => {
      const despiteOpenWork = text(body, 'despiteOpenWork') === 'yes';
      const dto = await checked(DeactivationDto, { reason: text(body, 'reason'), despiteOpenWork });
      const given = { person: personOf(request), reason: dto.reason, despiteOpenWork };
      return this.people.deactivate(formCommand(request, body, dto), request.session.actor, given);
    };
    return this.answer(request, response, { values: body, act, view: 'admin/deactivation' });
  }

  private answer(
    request: PageRequest,
    response: Response,
    { act, ...shown }: Shown & { readonly act: () => Promise<Outcome<unknown>> },
  ): Promise<void> {
    return submit(response, act, {
      to: (outcome) => doneAt(`/admin/people/${personOf(request)}`, outcome),
      again: (error) => this.draw(request, response, shown, error),
    });
  }

  private async draw(
    request: PageRequest,
    response: Response,
    { values, view = 'admin/person' }: Shown,
    error?: DomainError,
  ): Promise<void> {
    const words = this.shell.words(request);
    const { actor } = request.session;
    const person = await this.page.one(actor, personOf(request));
    await this.shell.send(request, response, view, {
      ...(await this.page.model(actor, person, words)),
      done: queryText(request, 'done'),
      key: newKey(),
      values,
      chosenAgencies: [values['agencies'] ?? []].flat(),
      fields: {},
      ...(error && formErrors(error, words, fieldOf)),
    });
  }
}

/** A page about the person, with what was typed. */
interface Shown {
  readonly values: FormValues;
  readonly view?: string;
}

function personOf(request: PageRequest): PersonId {
  return parseId<PersonId>(String(request.params['id']));
}
