import { Injectable } from '@nestjs/common';
import { CatalogueService } from '#catalogue';
import { AgencyQueries, PeopleQueries } from '#identity';
import type { BatchId, DomainError } from '#kernel';
import type { Response } from 'express';
import { BatchPresenter } from '../../batches/batch.presenter.js';
import { formErrors } from '../shell/form-errors.js';
import { newKey } from '../shell/form-page.js';
import { text, type FormValues } from '../shell/form-values.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';

interface Again {
  readonly error: DomainError;
  readonly values: FormValues;
}

/** The form on which an event is planned, with the rules for its people. */
@Injectable()
export class PlanEventPage {
  constructor(
    private readonly shell: Shell,
    private readonly batches: BatchPresenter,
    private readonly people: PeopleQueries,
    private readonly agencies: AgencyQueries,
    private readonly catalogue: CatalogueService,
  ) {}

  async show(request: PageRequest, response: Response, id: BatchId, again?: Again): Promise<void> {
    const words = this.shell.words(request);
    const { actor } = request.session;
    const batch = await this.batches.one(actor, id);
    const values = again?.values ?? { lead: actor.person, site: queryText(request, 'site') };
    const inBatch = (batch.lines ?? []).filter((line) => line.inBatch);
    const sites = batch.sites.map(({ code, name, address }) => {
      const lots = inBatch.filter((line) => line.site === code).length;
      return { code, name, address, lots };
    });
    const only = sites.length === 1 ? sites[0]!.code : '';
    const leads = await this.people.find({ role: 'coordinator', agency: actor.agency, limit: 200 });
    const witnesses = await this.people.find({ role: 'witness', limit: 500 });
    const names = new Map((await this.agencies.all()).map((one) => [one.id, words.name(one.names)]));
    const chosen = new Set([values['witnesses'] ?? []].flat());
    await this.shell.send(request, response, 'events/plan', {
      batch,
      key: text(values, 'key') || newKey(),
      sites: sites.map((site) => ({ ...site, checked: site.code === (text(values, 'site') || only) })),
      startsAt: text(values, 'startsAt'),
      leads: leads.map((one) => ({
        value: one.id,
        text: one.name,
        selected: one.id === text(values, 'lead'),
      })),
      witnesses: witnesses.map((one) => ({
        value: one.id,
        text: `${one.name} (${names.get(one.agency) ?? one.agencyCode})`,
        checked: chosen.has(one.id),
      })),
      needed: this.catalogue.rulePack().persons.witnessesPerLine,
      fields: {},
      ...(again && formErrors(again.error, words, fieldOf)),
    });
  }
}

function fieldOf(pointer: string): string | undefined {
  const first = pointer.split('/')[1] ?? '';
  return ['site', 'startsAt', 'lead', 'witnesses'].includes(first) ? first : undefined;
}
