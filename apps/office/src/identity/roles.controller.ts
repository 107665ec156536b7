import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { roles, type Role } from '#entries';
import { CurrentActor, PeopleQueries, Permit, RolesService, type Actor } from '#identity';
import { DomainError, parseId, type AgencyId, type EntryId, type PersonId } from '#kernel';
import { toInstant } from '#platform';
import type { Response } from 'express';
import { answer } from '../common/answer.js';
import { commandOf, WriteRequest, type WriteFacts } from '../common/write-request.js';
import { WriteDto } from '../common/write.dto.js';
import { EngagementDto, ReasonDto, RoleDto } from './dto/people.dto.js';

/** Roles and engagements: granted, confirmed by a second administrator, taken back. */
@Controller('api/v1')
export class RolesController {
  constructor(
    private readonly service: RolesService,
    private readonly people: PeopleQueries,
  ) {}

  /** Answers `state: "requested"` with the request's id where a second administrator must confirm. */
  @Post('people/:id/roles')
  @Permit('people.manage')
  async give(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('id') id: string,
    @Body() body: RoleDto,
    @Res() response: Response,
  ): Promise<void> {
    const given = { person: parseId<PersonId>(id, '/id'), role: body.role };
    answer(response, await this.service.give(commandOf(actor, write, body), actor, given));
  }

  @Post('people/:id/roles/:role/revocation')
  @Permit('people.manage')
  async revoke(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param() { id, role }: { id: string; role: string },
    @Body() body: ReasonDto,
    @Res() response: Response,
  ): Promise<void> {
    const given = { person: parseId<PersonId>(id, '/id'), role: roleOf(role), reason: body.reason };
    answer(response, await this.service.revoke(commandOf(actor, write, body), actor, given));
  }

  @Get('role-requests')
  @Permit('people.manage')
  async requests() {
    return { items: await this.people.openRequests() };
  }

  @Post('role-requests/:id/grant')
  @Permit('role.confirm')
  async confirm(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('id') id: string,
    @Body() body: WriteDto,
    @Res() response: Response,
  ): Promise<void> {
    const request = parseId<EntryId>(id, '/id');
    answer(response, await this.service.confirm(commandOf(actor, write, body), actor, request));
  }

  @Post('people/:id/engagements')
  @Permit('engagement.grant')
  async engage(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('id') id: string,
    @Body() body: EngagementDto,
    @Res() response: Response,
  ): Promise<void> {
    const given = {
      person: parseId<PersonId>(id, '/id'),
      agencies: body.agencies.map((agency) => parseId<AgencyId>(agency, '/agencies')),
      installation: body.installation === true,
      until: toInstant(body.until),
    };
    answer(response, await this.service.engage(commandOf(actor, write, body), actor, given));
  }
}

function roleOf(text: string): Role {
  const role = roles.find((one) => one === text);
  if (role) return role;
  throw new DomainError('missing', 'problem.not-found');
}
