import { Injectable } from '@nestjs/common';
import { Access } from '#identity';
import { DomainError, parseId, type SeizureId } from '#kernel';
import { RegistrationDrafts, type DraftFields, type DraftToSave, type RegistrationDraft } from '#seizures';
import type { Response } from 'express';
import { newKey } from '../shell/form-page.js';
import { text, type FormValues } from '../shell/form-values.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import { isFilled, rowCount, rowsIn } from './registration-lines.js';
import { RegistrationPage } from './registration-page.service.js';

/** Fields that belong to one page, not to what was typed. */
const passing: ReadonlySet<string> = new Set(['csrf', 'do', 'draftVersion', 'id']);

/** Registrations in progress: saved by a button or as one types, opened again, thrown away. */
@Injectable()
export class DraftPages {
  constructor(
    private readonly shell: Shell,
    private readonly page: RegistrationPage,
    private readonly drafts: RegistrationDrafts,
    private readonly access: Access,
  ) {}

  /** The form with the draft that the address names; throws as {@link find}. */
  async open(request: PageRequest, response: Response, id: SeizureId): Promise<void> {
    const draft = await this.find(request, response, id);
    if (draft === undefined) return;
    const imported = queryText(request, 'imported');
    await this.page.form(request, response, valuesOf(draft), {
      saved: this.shell.words(request).time(draft.saved),
      ...(imported !== undefined && { imported }),
    });
  }

  /** Everything once more before it is registered; throws as {@link find}. */
  async check(request: PageRequest, response: Response, id: SeizureId): Promise<void> {
    const draft = await this.find(request, response, id);
    if (draft !== undefined) await this.page.check(request, response, valuesOf(draft));
  }

  /**
   * The draft. One that was registered meanwhile leads to its seizure instead; throws `missing` `draft.unknown` for any
   * other.
   */
  private async find(
    request: PageRequest,
    response: Response,
    id: SeizureId,
  ): Promise<RegistrationDraft | undefined> {
    const { actor } = request.session;
    try {
      return await this.drafts.one(actor.person, id);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'draft.unknown') throw error;
      await this.access.require(actor, 'seizure.read', 'seizure', [id]).catch(() => {
        throw error;
      });
      response.redirect(303, `/seizures/${id}`);
      return undefined;
    }
  }

  /** Keeps what was typed; throws the codes of `RegistrationDrafts.save`. */
  async save(request: PageRequest, values: FormValues) {
    const saved = await this.drafts.save(request.session.actor.person, draftOf(values));
    return { version: saved.version, saved: this.shell.words(request).time(saved.saved) };
  }

  async drop(request: PageRequest, id: SeizureId): Promise<void> {
    await this.drafts.drop(request.session.actor.person, id);
  }
}

function valuesOf({ id, fields, version }: RegistrationDraft): FormValues {
  return { ...fields, id, draftVersion: String(version), draftWindow: newKey() };
}

/** A submitted form as a draft; `values` has the id of the seizure to be. */
export function draftOf(values: FormValues): DraftToSave {
  const fields = Object.entries(values).filter(
    ([name, value]) => !passing.has(name) && value !== undefined && value !== '',
  );
  const version = Number(text(values, 'draftVersion'));
  return {
    id: parseId<SeizureId>(text(values, 'id'), '/id'),
    fields: Object.fromEntries(fields) as DraftFields,
    lines: rowsIn(values, rowCount(values)).filter(isFilled).length,
    version: Number.isSafeInteger(version) ? version : 0,
  };
}
