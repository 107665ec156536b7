import { Injectable } from '@nestjs/common';
import {
  builtInCatalogue,
  CatalogueService,
  type Catalogue,
  type CatalogueTable,
  type OverrideKind,
} from '#catalogue';
import { DomainError, type JsonObject } from '#kernel';
import type { Response } from 'express';
import { Directory } from '../../common/directory.js';
import { plainText } from '../search/plain-text.js';
import { newKey } from '../shell/form-page.js';
import type { FormValues } from '../shell/form-values.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';
import { AdminHistory } from './admin-history.queries.js';
import { nameOf } from './person-page.service.js';

const tables: Readonly<Record<OverrideKind, CatalogueTable>> = {
  category: 'categories',
  unit: 'units',
  method: 'methods',
};
const kinds = Object.keys(tables) as OverrideKind[];

/** Draws the catalogue for administrators. */
@Injectable()
export class CataloguePage {
  constructor(
    private readonly shell: Shell,
    private readonly catalogue: CatalogueService,
    private readonly entries: AdminHistory,
    private readonly directory: Directory,
  ) {}

  words(request: PageRequest): Words {
    return this.shell.words(request);
  }

  /** All rows of one kind with their sources, the rule pack and what was changed here. */
  async list(request: PageRequest, response: Response): Promise<void> {
    const words = this.words(request);
    const catalogue = await this.catalogue.fresh();
    const kind = kinds.find((one) => one === queryText(request, 'kind')) ?? 'category';
    const q = (queryText(request, 'q') ?? '').slice(0, 60);
    const rows = catalogue.rows[tables[kind]]
      .map((row) => shownRow(row, kind, words))
      .filter((row) => plainText(`${row.code} ${row.name}`).includes(plainText(q)));
    await this.shell.send(request, response, 'admin/catalogue', {
      kind,
      kinds,
      q,
      rows,
      hash: catalogue.hash,
      pack: packOf(this.catalogue.rulePack(), words),
      history: await this.history(words),
    });
  }

  /** One row with the built-in one beside it; throws `missing` `problem.not-found` where there is none. */
  async row(
    request: PageRequest,
    response: Response,
    { kind, code, values }: { kind: OverrideKind; code: string; values: FormValues },
    errors: object = { fields: {} },
  ): Promise<void> {
    const words = this.words(request);
    const row = rowOf(await this.catalogue.fresh(), kind, code);
    if (!row) throw new DomainError('missing', 'problem.not-found');
    const builtIn = rowOf(builtInCatalogue, kind, code);
    await this.shell.send(request, response, 'admin/catalogue-row', {
      ...shownRow(row, kind, words),
      kind,
      values: { row: JSON.stringify(row, null, 2), reason: '', key: newKey(), ...values },
      builtIn: builtIn && JSON.stringify(builtIn, null, 2),
      changed: JSON.stringify(builtIn) !== JSON.stringify(row),
      done: queryText(request, 'done'),
      history: (await this.history(words)).filter((one) => one.code === code && one.kind === kind),
      ...errors,
    });
  }

  private async history(words: Words) {
    const entries = await this.entries.about('catalogue', 'installation');
    const named = await this.directory.persons(
      undefined,
      entries.map(({ by }) => by),
    );
    return entries.map(({ seq, recorded, by, reason, type, data }) => ({
      seq,
      kind: String(data['kind'] ?? ''),
      code: String(data['code'] ?? ''),
      name: words.t(`entry.name-${type}`),
      what: String(data['code'] ?? ''),
      by: nameOf(named(by), words),
      when: words.time(recorded),
      reason: reason ?? '',
    }));
  }
}

function rowOf(catalogue: Catalogue, kind: OverrideKind, code: string): JsonObject | undefined {
  return catalogue.rows[tables[kind]].find((one) => one['code'] === code);
}

function shownRow(row: JsonObject, kind: OverrideKind, words: Words) {
  const code = String(row['code']);
  const builtIn = rowOf(builtInCatalogue, kind, code);
  const origin =
    builtIn === undefined ? 'own' : JSON.stringify(builtIn) === JSON.stringify(row) ? 'built-in' : 'changed';
  return {
    code,
    name: String(row[words.language === 'en' ? 'name_en' : 'name_zh'] ?? ''),
    detail: [row['base_unit'], row['hazard'] === 'none' ? undefined : row['hazard'], row['family']]
      .filter((one) => typeof one === 'string')
      .join(' · '),
    sources: Array.isArray(row['sources']) ? row['sources'].map(String) : [],
    disabled: row['disabled'] === true,
    origin,
  };
}

function packOf(pack: ReturnType<CatalogueService['rulePack']>, words: Words) {
  const period = ({ count, unit }: { count: number; unit: string }) =>
    words.t(`admin.period-${unit}`, { count });
  return {
    name: words.name(pack.name),
    version: pack.version,
    hash: pack.hash,
    clocks: pack.clocks.map(({ code, within, extension, source }) => ({
      code,
      within: period(within),
      extension: extension ? period(extension) : '',
      source,
    })),
  };
}
