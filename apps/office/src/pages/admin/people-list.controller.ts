import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { roles } from '#entries';
import {
  AdministeredPeople,
  AgencyQueries,
  PeopleService,
  Permit,
  runsInstallation,
  type AdministeredPerson,
} from '#identity';
import { parseId, type AgencyId, type DomainError, type PersonId } from '#kernel';
import type { Response } from 'express';
import { decodeCursor, pageOf } from '../../common/paging.js';
import { PersonDto } from '../../identity/dto/people.dto.js';
import { choiceFilter } from '../lists/choice-filter.js';
import type { Filter } from '../lists/list.js';
import { ListPages, textFilter } from '../lists/list-pages.service.js';
import { plainText } from '../search/plain-text.js';
import { formErrors } from '../shell/form-errors.js';
import { doneAt, formCommand, keyOf, newKey, submit } from '../shell/form-page.js';
import { checked, optionalText, text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';

const fields = ['username', 'name', 'password', 'agency'];

/** People of the agency, or of all agencies for the administrator of the installation; and a new one. */
@ApiExcludeController()
@Controller('admin/people')
export class PeopleListController {
  constructor(
    private readonly shell: Shell,
    private readonly lists: ListPages,
    private readonly people: AdministeredPeople,
    private readonly agencies: AgencyQueries,
    private readonly service: PeopleService,
  ) {}

  @Get()
  @Permit('people.manage')
  async list(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    const { actor } = request.session;
    const words = this.shell.words(request);
    const q = textFilter(request);
    const roleOptions = roles.map((value) => ({ value, text: words.t(`role.name-${value}`) }));
    const states = ['active', 'closed'].map((value) => ({ value, text: words.t(`admin.${value}`) }));
    const agency = await this.agencyFilter(request, words);
    const role = choiceFilter(request, words, { name: 'role', label: 'admin.role', options: roleOptions });
    const state = choiceFilter(request, words, { name: 'state', label: 'list.state', options: states });
    await this.lists.send(request, response, {
      path: '/admin/people',
      title: 'admin.people-list',
      columns: [
        'sign-in.username',
        'admin.name',
        'list.agency',
        'account.roles',
        'admin.waiting',
        'list.state',
      ],
      filters: [q, agency, role, state],
      create: { href: '/admin/people/new', code: 'admin.person-add' },
      load: async ({ limit, cursor }) => {
        const after = decodeCursor(cursor, 1)?.[0];
        const rows = await this.people.list(actor, {
          limit,
          ...(q.value !== '' && { q: plainText(q.value) }),
          ...(agency.value !== '' && { agency: agency.value }),
          ...(role.value !== '' && { role: role.value }),
          ...(state.value !== '' && { active: state.value === 'active' }),
          ...(after !== undefined && { after }),
        });
        const { items, next } = pageOf(rows, limit, ({ username }) => [username]);
        return { items: items.map((row) => cellsOf(row, words)), next };
      },
    });
  }

  @Get('new')
  @Permit('people.manage')
  form(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    return this.draw(request, response, {});
  }

  @Post('new')
  @Permit('people.manage')
  add(@Req() request: PageRequest, @Res() response: Response, @Body() body: FormValues = {}): Promise<void> {
    const act = async () => {
      const { actor } = request.session;
      const id = parseId<PersonId>(keyOf(body));
      const agency = text(body, 'agency');
      const password = typeof body['password'] === 'string' ? body['password'] : '';
      const [username, name] = [text(body, 'username'), text(body, 'name')];
      const dto = await checked(PersonDto, {
        id,
        username,
        name,
        password,
        ...optionalText('agency', agency),
      });
      // As in the interface: the password is no part of what makes two requests the same.
      const { password: _secret, ...asked } = dto;
      const given = {
        id,
        username,
        name: dto.name,
        password,
        agency: (dto.agency ?? actor.agency) as AgencyId,
      };
      const command = formCommand(request, { ...body, key: id }, asked as PersonDto);
      return this.service.addPerson(command, actor, given);
    };
    return submit(response, act, {
      to: (outcome) => doneAt(`/admin/people/${outcome.result.id}`, outcome),
      again: (error) => this.draw(request, response, body, error),
    });
  }

  private async draw(
    request: PageRequest,
    response: Response,
    values: FormValues,
    error?: DomainError,
  ): Promise<void> {
    const words = this.shell.words(request);
    const { actor } = request.session;
    const all = runsInstallation(actor) ? await this.agencies.all() : [];
    const chosen = text(values, 'agency') || actor.agency;
    const fieldOf = (pointer: string) => fields.find((field) => pointer === `/${field}`);
    await this.shell.send(request, response, 'admin/person-new', {
      key: error ? text(values, 'key') : newKey(),
      values: { username: text(values, 'username'), name: text(values, 'name') },
      agencies: all.map(({ id, names }) => ({ value: id, text: words.name(names), selected: id === chosen })),
      fields: {},
      ...(error && formErrors(error, words, fieldOf)),
    });
  }

  private async agencyFilter(request: PageRequest, words: Words): Promise<Filter> {
    const all = runsInstallation(request.session.actor) ? await this.agencies.all() : [];
    const options = all.map(({ code, names }) => ({ value: code, text: words.name(names) }));
    return choiceFilter(request, words, { name: 'agency', label: 'list.agency', options });
  }
}

function cellsOf(row: AdministeredPerson, words: Words) {
  const named = (codes: readonly string[]) =>
    codes.map((role) => words.t(`role.name-${role}`)).join(words.t('admin.comma'));
  return [
    { text: row.username, href: `/admin/people/${row.id}` },
    { text: row.name },
    { text: row.agencyCode },
    { text: named(row.roles) },
    { text: named(row.requested.map(({ role }) => role)) },
    {
      text: words.t(row.active ? 'admin.active' : 'admin.closed'),
      look: row.active ? ('ok' as const) : ('plain' as const),
    },
  ];
}
