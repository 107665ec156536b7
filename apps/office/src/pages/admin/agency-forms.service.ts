import { Injectable } from '@nestjs/common';
import { AgencyService, PeopleService } from '#identity';
import { parseId, type AgencyId } from '#kernel';
import { AgencyChangeDto, AgencyDto } from '../../identity/dto/people.dto.js';
import { formCommand, keyOf } from '../shell/form-page.js';
import { checked, text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import type { Words } from '../shell/words.js';
import { AdminHistory } from './admin-history.queries.js';

/** What the forms about agencies ask for. */
@Injectable()
export class AgencyForms {
  constructor(
    private readonly people: PeopleService,
    private readonly agencies: AgencyService,
    private readonly entries: AdminHistory,
  ) {}

  /** Throws as `PeopleService.addAgency` and, for fields, `invalid` `request.invalid`. */
  async add(request: PageRequest, values: FormValues, functions: readonly string[]) {
    const id = parseId<AgencyId>(keyOf(values));
    const names = { zh: text(values, 'zh'), en: text(values, 'en') };
    const body = await checked(AgencyDto, { id, code: text(values, 'code').toLowerCase(), names, functions });
    const agency = { id, code: body.code, names, functions: body.functions };
    return this.people.addAgency(
      formCommand(request, { ...values, key: id }, body),
      request.session.actor,
      agency,
    );
  }

  /** Throws as `AgencyService.change` and, for fields, `invalid` `request.invalid`. */
  async change(
    request: PageRequest,
    values: FormValues,
    { agency, functions }: { agency: AgencyId; functions: readonly string[] },
  ) {
    const names = { zh: text(values, 'zh'), en: text(values, 'en') };
    const body = await checked(AgencyChangeDto, { names, functions, reason: text(values, 'reason') });
    const given = { agency, names, functions: body.functions, reason: body.reason };
    return this.agencies.change(formCommand(request, values, body), request.session.actor, given);
  }

  /** Entries about the agency, the newest first, as sentences. */
  async history(agency: AgencyId, words: Words) {
    const entries = await this.entries.about('agency', agency);
    return entries.map(({ seq, type, recorded, reason }) => ({
      seq,
      name: words.t(`entry.name-${type}`),
      when: words.time(recorded),
      reason: reason ?? '',
    }));
  }
}
