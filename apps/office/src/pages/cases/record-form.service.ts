import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import type { Quantity } from '#quantity';
import type { Response } from 'express';
import { formErrors } from '../shell/form-errors.js';
import { doneAt, keyOf, submit } from '../shell/form-page.js';
import { text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import { codeInForm, fieldOfRecord, recordFields, tickedIn, type RecordKind } from './case-forms.js';
import { CaseReader, type CaseLot, type RecordOf } from './case.reader.js';
import { recordPlaces } from './record-places.js';
import { RecordWriter } from './record-writer.service.js';

/** A form about lots of a case on its way: fill in, check, record. */
@Injectable()
export class RecordForms {
  constructor(
    private readonly shell: Shell,
    private readonly reader: CaseReader,
    private readonly writer: RecordWriter,
  ) {}

  /** `do`: check, back to the form, or record. */
  async act(
    request: PageRequest,
    response: Response,
    asked: { readonly kind: RecordKind; readonly seizure: string; readonly values: FormValues },
  ): Promise<void> {
    const { kind, seizure } = asked;
    const values = { ...asked.values, key: keyOf(asked.values) };
    const { lots } = await this.reader.offer(request.session.actor, seizure);
    const again = (error: DomainError) => this.draw(request, response, { kind, seizure, values, error });
    const wish = text(values, 'do');
    if (wish === 'edit') return this.draw(request, response, { kind, seizure, values });
    if (wish === 'record') {
      return submit(response, () => this.writer.record(request, kind, values, lots), {
        to: (outcome) => doneAt(`/${recordPlaces[kind]}/${outcome.result.id}`, outcome),
        again,
      });
    }
    try {
      await this.writer.check(kind, values, lots);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      response.status(422);
      return again(error);
    }
    return this.draw(request, response, { kind, seizure, values, view: 'cases/check' });
  }

  /** The form, or with `view` the page to check; an `error` stands beside its fields. */
  async draw(
    request: PageRequest,
    response: Response,
    shown: {
      readonly kind: RecordKind;
      readonly seizure: string;
      readonly values: FormValues;
      readonly error?: DomainError;
      readonly view?: 'cases/check';
    },
  ): Promise<void> {
    const { kind, values, error } = shown;
    const words = this.shell.words(request);
    const { seizure, standing, lots } = await this.reader.offer(request.session.actor, shown.seizure);
    const ticked = tickedAt(values, lots, standing);
    await this.shell.send(request, response, shown.view ?? 'cases/form', {
      kind,
      place: recordPlaces[kind],
      seizure,
      standing,
      key: keyOf(values),
      values: Object.fromEntries(recordFields[kind].map((name) => [name, text(values, name)])),
      rows: lots.map((lot) => ({
        ...lot,
        ticked: ticked.includes(lot.id),
        part: text(values, `quantity.${lot.id}`),
        declared: words.quantity(lot.declared as Quantity),
      })),
      kept: Object.entries(values).flatMap(([name, value]) =>
        name === 'csrf' || name === 'do' ? [] : [value ?? []].flat().map((one) => [name, one]),
      ),
      fields: {},
      ...(error && this.errorsOf(error, { kind, ticked, offered: lots.map(({ id }) => id), words })),
    });
  }

  private errorsOf(
    error: DomainError,
    form: {
      readonly kind: RecordKind;
      readonly ticked: readonly string[];
      readonly offered: readonly string[];
      readonly words: ReturnType<Shell['words']>;
    },
  ) {
    const { kind, ticked, offered, words } = form;
    const fields = error.fields.map((one) => ({ ...one, code: codeInForm(one.code) }));
    const said = new DomainError(error.kind, codeInForm(error.code), error.facts, fields);
    const rowOf = ticked.map((id) => offered.indexOf(id));
    return formErrors(said, words, (pointer) => fieldOfRecord(kind, pointer, ticked), rowOf);
  }
}

/** The ticked lots; a form that was just opened to replace a decision begins with the lots of that decision. */
function tickedAt(
  values: FormValues,
  lots: readonly CaseLot[],
  standing: readonly RecordOf['decision'][],
): string[] {
  if (values['do'] !== undefined || values['lots'] !== undefined) return tickedIn(values, lots);
  const replaced = standing.find(({ id }) => id === text(values, 'replaces'));
  return replaced ? replaced.lots.map(({ lot }) => lot) : [];
}
