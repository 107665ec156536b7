import { Injectable } from '@nestjs/common';
import { CatalogueService } from '#catalogue';
import { DomainError, parseId, type SeizureId } from '#kernel';
import { RegistrationDrafts, type DraftSheet, type RegistrationDraft } from '#seizures';
import type { Response } from 'express';
import { draftOf } from '../seizures/draft-page.service.js';
import { columns, isFilled, rowCount, rowLimit, rowsIn, withRows } from '../seizures/registration-lines.js';
import { refuseFields, text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';
import { cellErrors, type CellError } from './import-check.js';
import { columnsIn, doubledColumn, importedRows, type ImportedRow } from './import-form.js';
import { widthOf, type GuessedColumns } from './sheet-columns.js';

const shownRows = 20;
const shownErrors = 100;

/** A file on its way into the grid of a draft: what goes where, what is wrong, and taking it over. */
@Injectable()
export class ImportPages {
  constructor(
    private readonly shell: Shell,
    private readonly drafts: RegistrationDrafts,
    private readonly catalogue: CatalogueService,
  ) {}

  draft(request: PageRequest, id: string): Promise<RegistrationDraft> {
    return this.drafts.one(request.session.actor.person, parseId<SeizureId>(id));
  }

  laySheet(request: PageRequest, id: string, sheet: DraftSheet): Promise<void> {
    return this.drafts.laySheet(request.session.actor.person, parseId<SeizureId>(id), sheet);
  }

  /** The dry run: nothing is taken over yet. */
  async check(
    request: PageRequest,
    response: Response,
    shown: {
      readonly id: SeizureId;
      readonly sheet: DraftSheet;
      readonly values?: FormValues;
      readonly error?: DomainError;
    },
  ): Promise<void> {
    const words = this.shell.words(request);
    const { id, sheet, values, error } = shown;
    const chosen = columnsIn(values, sheet);
    const rows = importedRows(sheet, chosen);
    const errors = await this.errorsOf(rows);
    const wrong = new Set(errors.map(({ row }) => row));
    await this.shell.send(request, response, 'imports/check', {
      id,
      heading: chosen.heading,
      gridColumns: columns,
      fileColumns: fileColumns(sheet, chosen, words),
      rows: rows.slice(0, shownRows).map((one, index) => ({ ...one, wrong: wrong.has(index) })),
      total: rows.length,
      good: rows.length - wrong.size,
      wrong: errors.slice(0, shownErrors).map((one) => sentenceOf(one, rows, words)),
      more: Math.max(0, errors.length - shownErrors),
      errors: error ? error.fields.map(({ code, facts }) => ({ text: words.t(code, facts) })) : [],
    });
  }

  /**
   * Adds the good rows, or all, to the draft; gives how many, 0 where the file was taken over before. Throws `invalid`
   * `request.invalid` for a column chosen twice, nothing to take, or more lines than a seizure holds.
   */
  async take(request: PageRequest, id: SeizureId, values: FormValues): Promise<number> {
    const { person } = request.session.actor;
    const { sheet } = await this.drafts.one(person, id);
    if (sheet === undefined) return 0;
    const chosen = columnsIn(values, sheet);
    const doubled = doubledColumn(chosen);
    if (doubled !== undefined) refuseFields([{ pointer: '/map', code: 'import.column-twice' }]);
    const rows = importedRows(sheet, chosen);
    const wrong = new Set((await this.errorsOf(rows)).map(({ row }) => row));
    const taken = text(values, 'do') === 'all' ? rows : rows.filter((_, index) => !wrong.has(index));
    if (taken.length === 0) refuseFields([{ pointer: '/rows', code: 'import.nothing-good' }]);
    const merged = await this.drafts.takeSheet(person, id, (draft) => merge(draft, taken));
    return merged === undefined ? 0 : taken.length;
  }

  private errorsOf(rows: readonly ImportedRow[]): Promise<CellError[]> {
    return cellErrors(
      rows.map(({ row }) => row),
      this.catalogue.current(),
    );
  }
}

function merge({ id, fields }: RegistrationDraft, taken: readonly ImportedRow[]) {
  const present = rowsIn(fields, rowCount(fields)).filter(isFilled);
  const all = [...present, ...taken.map(({ row }) => row)];
  if (all.length > rowLimit) {
    const facts = { limit: String(rowLimit) };
    refuseFields([{ pointer: '/rows', code: 'import.too-many-lines', facts }]);
  }
  // A few empty lines below, to go on typing.
  const rows = String(Math.min(rowLimit, all.length + 5));
  const { fields: merged, lines } = draftOf({ ...withRows(fields, all), rows, id });
  return { fields: merged, lines };
}

function fileColumns(sheet: DraftSheet, { mapping, heading }: GuessedColumns, words: Words) {
  return Array.from({ length: widthOf(sheet) }, (_, index) => {
    const cells = sheet.map((row) => row[index] ?? '');
    return {
      index,
      name: (heading && cells[0]) || words.t('import.column', { number: index + 1 }),
      sample: cells
        .slice(heading ? 1 : 0)
        .filter(Boolean)
        .slice(0, 3)
        .join(' · '),
      column: mapping[index],
    };
  });
}

function sentenceOf({ row, field, code, facts }: CellError, rows: readonly ImportedRow[], words: Words) {
  const column = { quantity: 'amount' }[field] ?? field;
  const known = (columns as readonly string[]).includes(column);
  return {
    number: rows[row]?.number ?? 0,
    column: known ? words.t(`grid.${column}`) : '',
    text: words.t({ 'field.isIn': 'import.basis', 'field.isCleanText': 'form.text' }[code] ?? code, facts),
  };
}
