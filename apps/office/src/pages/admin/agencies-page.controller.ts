import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CatalogueService } from '#catalogue';
import { AdministeredPeople, AgencyQueries, Permit, runsInstallation, type AgencyFacts } from '#identity';
import { DomainError, parseId, type AgencyId } from '#kernel';
import type { Response } from 'express';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { formErrors } from '../shell/form-errors.js';
import { doneAt, newKey, submit } from '../shell/form-page.js';
import { text, type FormValues } from '../shell/form-values.js';
import { Shell } from '../shell/shell.service.js';
import { functionCodes, functionItems, functionName, functionsIn } from './functions.js';
import { AgencyForms } from './agency-forms.service.js';

/** Fields of the form by the pointers of the request. */
const fields: Readonly<Record<string, string>> = {
  '/code': 'code',
  '/names/zh': 'zh',
  '/names/en': 'en',
  '/functions': 'functions',
  '/reason': 'reason',
};
const fieldOf = (pointer: string) => fields[pointer.replace(/^\/functions\/.*/, '/functions')];

/** The agencies that take part, and what they are for; the administrator of the installation adds and changes them. */
@ApiExcludeController()
@Controller('admin/agencies')
export class AgenciesPageController {
  constructor(
    private readonly shell: Shell,
    private readonly agencies: AgencyQueries,
    private readonly people: AdministeredPeople,
    private readonly catalogue: CatalogueService,
    private readonly forms: AgencyForms,
  ) {}

  @Get()
  @Permit('agency.manage')
  list(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    return this.drawList(request, response, {});
  }

  @Post()
  @Permit('agency.manage')
  add(@Req() request: PageRequest, @Res() response: Response, @Body() body: FormValues = {}): Promise<void> {
    return submit(response, () => this.forms.add(request, body, functionsIn(body, [])), {
      to: (outcome) => doneAt(`/admin/agencies/${outcome.result.id}`, outcome),
      again: (error) => this.drawList(request, response, body, error),
    });
  }

  @Get(':id')
  @Permit('agency.manage')
  async show(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    const agency = await this.one(id);
    const { names, functions } = agency;
    await this.drawOne(request, response, { agency, values: { zh: names.zh, en: names.en, functions } });
  }

  @Post(':id')
  @Permit('agency.manage')
  async change(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const agency = await this.one(id);
    const functions = functionsIn(body, agency.functions);
    return submit(response, () => this.forms.change(request, body, { agency: agency.id, functions }), {
      to: (outcome) => doneAt(`/admin/agencies/${agency.id}`, outcome),
      again: (error) => this.drawOne(request, response, { agency, values: body }, error),
    });
  }

  private async one(id: string): Promise<AgencyFacts> {
    const [agency] = await this.agencies.byId(undefined, [parseId<AgencyId>(id)]);
    if (!agency || agency.code === 'sys') throw new DomainError('missing', 'agency.not-found');
    return agency;
  }

  private async drawList(
    request: PageRequest,
    response: Response,
    values: FormValues,
    error?: DomainError,
  ): Promise<void> {
    const words = this.shell.words(request);
    const counts = await this.people.counts();
    const rows = (await this.agencies.all()).map((agency) => ({
      ...agency,
      shown: agency.functions.map((code) => functionName(code, words)),
      people: counts.get(agency.id) ?? 0,
    }));
    await this.shell.send(request, response, 'admin/agencies', {
      ...this.form(request, values, [values['functions'] ?? []].flat(), error),
      rows,
    });
  }

  private async drawOne(
    request: PageRequest,
    response: Response,
    { agency, values }: { readonly agency: AgencyFacts; readonly values: FormValues },
    error?: DomainError,
  ): Promise<void> {
    const held = [values['functions'] ?? []].flat();
    await this.shell.send(request, response, 'admin/agency', {
      ...this.form(request, values, held, error),
      agency,
      done: queryText(request, 'done'),
      history: await this.forms.history(agency.id, this.shell.words(request)),
    });
  }

  private form(request: PageRequest, values: FormValues, held: readonly string[], error?: DomainError) {
    const words = this.shell.words(request);
    const codes = functionCodes(this.catalogue.current(), this.catalogue.rulePack(), held);
    return {
      mayChange: runsInstallation(request.session.actor),
      key: error ? text(values, 'key') : newKey(),
      values,
      fields: {},
      functions: functionItems(codes, held, words),
      ...(error && formErrors(error, words, fieldOf)),
    };
  }
}
