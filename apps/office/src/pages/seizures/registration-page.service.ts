import { Injectable } from '@nestjs/common';
import { CatalogueService } from '#catalogue';
import { PeopleQueries } from '#identity';
import type { Response } from 'express';
import { text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import { columnNames } from '../imports/sheet-columns.js';
import { headerFields, registrationIn } from './registration-form.js';
import { columns, isFilled, rowCount, rowsIn, withDefaults } from './registration-lines.js';
import { totalsByUnit } from './registration-totals.js';

/** What a form shows beside what was typed. */
export interface ShownForm {
  /** Rows to add. */
  readonly more?: number;
  readonly errors?: readonly object[];
  readonly fields?: object;
  /** When the draft was saved, for reading. */
  readonly saved?: string;
  /** Lines that an imported file added. */
  readonly imported?: string;
}

/** The pages of a registration: the form with its grid, and the page to check before it is written. */
@Injectable()
export class RegistrationPage {
  constructor(
    private readonly shell: Shell,
    private readonly catalogue: CatalogueService,
    private readonly people: PeopleQueries,
  ) {}

  read(request: PageRequest, values: FormValues) {
    return registrationIn(values, request.session.actor, this.catalogue.current());
  }

  /** The form with what was typed; `fields` has the error of each field by its name. */
  async form(
    request: PageRequest,
    response: Response,
    values: FormValues,
    { more = 0, ...shown }: ShownForm = {},
  ): Promise<void> {
    const words = this.shell.words(request);
    const rows = withDefaults(rowsIn(values, rowCount(values, more)), values);
    const version = Number(text(values, 'draftVersion'));
    const units = [
      ...new Set(
        [...this.catalogue.current().units.values()]
          .filter((u) => !u.disabled)
          .map((u) => words.unit(u.code)),
      ),
    ];
    await this.shell.send(request, response, 'seizures/register', {
      ...(await this.header(request, values)),
      rows,
      columns,
      names: columnNames,
      totals: totalsByUnit(rows),
      units,
      version: Number.isSafeInteger(version) ? version : 0,
      person: request.session.actor.person,
      origin: request.method === 'GET' ? (version > 0 ? 'draft' : 'new') : 'post',
      fields: {},
      ...shown,
    });
  }

  /** Everything once more in plain words, with the totals, before it goes into the ledger. */
  async check(request: PageRequest, response: Response, values: FormValues): Promise<void> {
    const rows = withDefaults(rowsIn(values, rowCount(values)), values).filter(isFilled);
    const kept = Object.entries(values).flatMap(([name, value]) =>
      name === 'csrf' || name === 'do' ? [] : [value ?? []].flat().map((one) => [name, one]),
    );
    await this.shell.send(request, response, 'seizures/check', {
      ...(await this.header(request, values)),
      rows,
      kept,
      totals: totalsByUnit(rows),
    });
  }

  private async header(request: PageRequest, values: FormValues) {
    const { actor } = request.session;
    const officers = await this.people.find({ role: 'officer', agency: actor.agency, limit: 500 });
    const header = Object.fromEntries(headerFields.map((name) => [name, text(values, name)]));
    return {
      values: { ...header, id: text(values, 'id'), draftWindow: text(values, 'draftWindow') },
      officers: officers
        .filter(({ id }) => id !== actor.person)
        .map(({ id, name }) => ({ value: id, text: name, selected: id === header['officer2'] })),
    };
  }
}
