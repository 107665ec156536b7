import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PeopleQueries, Permit, RolesService } from '#identity';
import { parseId, type DomainError, type EntryId } from '#kernel';
import type { Response } from 'express';
import { Directory } from '../../common/directory.js';
import { formErrors } from '../shell/form-errors.js';
import { doneAt, formCommand, newKey, submit } from '../shell/form-page.js';
import type { FormValues } from '../shell/form-values.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';

/** Grants that wait for a second administrator, whichever agency the person belongs to. */
@ApiExcludeController()
@Controller('admin/requests')
export class RoleRequestsController {
  constructor(
    private readonly shell: Shell,
    private readonly people: PeopleQueries,
    private readonly service: RolesService,
    private readonly directory: Directory,
  ) {}

  @Get()
  @Permit('role.confirm')
  show(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    return this.draw(request, response);
  }

  @Post(':id/grant')
  @Permit('role.confirm')
  confirm(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const act = () =>
      this.service.confirm(formCommand(request, body, {}), request.session.actor, parseId<EntryId>(id));
    return submit(response, act, {
      to: (outcome) => doneAt('/admin/requests', outcome),
      again: (error) => this.draw(request, response, error),
    });
  }

  private async draw(request: PageRequest, response: Response, error?: DomainError): Promise<void> {
    const words = this.shell.words(request);
    const me = request.session.actor.person;
    const open = await this.people.openRequests();
    const named = await this.directory.persons(
      undefined,
      open.flatMap(({ person, requester }) => [person, requester]),
    );
    await this.shell.send(request, response, 'admin/requests', {
      done: queryText(request, 'done'),
      rows: open.map(({ request: id, person, role, requester }) => ({
        id,
        key: newKey(),
        person: named(person),
        role: words.t(`role.name-${role}`),
        requester: named(requester).name,
        mayConfirm: requester !== me && person !== me,
      })),
      ...(error && formErrors(error, words, () => undefined)),
    });
  }
}
