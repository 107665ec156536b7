import { Injectable } from '@nestjs/common';
import {
  awaiting,
  BatchQueries,
  samplePhotos,
  totalsOf,
  type BatchFile,
  type DecisionRow,
  type FrozenBatch,
  type LineWarning,
} from '#batches';
import { Access, type Actor } from '#identity';
import type { AgencyId, BatchId, LotId } from '#kernel';
import type { Language } from '#platform';
import { Directory, type AgencyShown, type PersonShown } from '../common/directory.js';
import { decodeCursor, pageOf } from '../common/paging.js';
import { officeMessages } from '../messages.js';
import type { BatchesQuery } from './dto/batch.dto.js';

type NameOf<Id, Shown> = (id: Id) => Shown;

/** Warnings with their sentences. */
export function warningsShown(warnings: readonly LineWarning[], language: Language) {
  return warnings.map(({ lot, code, facts }) => ({
    lot,
    code,
    detail: officeMessages.say(language, code, facts),
  }));
}

/** Batches as the interface shows them. */
@Injectable()
export class BatchPresenter {
  constructor(
    private readonly batches: BatchQueries,
    private readonly access: Access,
    private readonly directory: Directory,
  ) {}

  async page(actor: Actor, { limit, cursor, state, q }: BatchesQuery) {
    const before = decodeCursor(cursor, 2) as [string, string] | undefined;
    const agencies = await this.access.agenciesOf(actor, 'batch.read');
    const rows = await this.batches.search({
      agencies,
      limit,
      ...(state && { state }),
      ...(q && { q }),
      ...(before && { before }),
    });
    return pageOf(rows, limit, ({ made, id }) => [made, id]);
  }

  /**
   * One batch. The agency that runs it sees its list in the making too; an agency that is named on it sees what was
   * frozen: list, totals, sample photos and the others' decisions. Throws `missing` `batch.unknown`.
   */
  async one(actor: Actor, batch: BatchId) {
    const file = await this.batches.file(batch);
    const { draft, frozen, decisions } = file;
    const own = draft.agency === actor.agency;
    const office = await this.directory.offices(undefined, [
      draft.agency,
      ...(frozen?.required ?? []),
      ...decisions.map(({ agency }) => agency),
    ]);
    const person = await this.directory.persons(undefined, [
      frozen?.coordinator ?? draft.coordinator,
      ...decisions.map((one) => one.person),
    ]);
    const { title, method, sites } = own || !frozen ? draft : frozen.list;
    return {
      id: batch,
      reference: draft.reference,
      title,
      method,
      sites,
      state: frozen?.state ?? 'draft',
      version: frozen?.version ?? 0,
      agency: office(draft.agency).code,
      coordinator: person(frozen?.coordinator ?? draft.coordinator),
      ...((own || !frozen) && { lots: draft.lots }),
      ...(frozen && frozenShown(frozen, office)),
      decisions: decisions.map((one) => decisionShown(one, { file, office, person })),
      ...(file.changes && { changes: file.changes }),
    };
  }
}

function frozenShown(frozen: FrozenBatch, office: NameOf<AgencyId, AgencyShown>) {
  const { list, snapshot, submission, lines } = frozen;
  const codes = (agencies: readonly AgencyId[]) => agencies.map((agency) => office(agency).code).sort();
  const codeOf = codeOfLot(frozen);
  const inBatch = new Set(lines.map(({ lot }) => lot));
  return {
    snapshot,
    submission,
    required: codes(frozen.required),
    awaiting: frozen.state === 'submitted' ? codes(awaiting(frozen)) : [],
    lines: list.lines.map((line) => ({ ...line, inBatch: inBatch.has(line.lot) })),
    /** Of what is still in the batch. */
    totals: totalsOf(list.lines.filter(({ lot }) => inBatch.has(lot))),
    exclusions: frozen.excluded.map((one) => ({ ...one, code: codeOf(one.lot) })),
    photos: list.photos.length,
    samplePhotos: samplePhotos(list, snapshot).map(({ lot, sha256 }) => ({ lot, code: codeOf(lot), sha256 })),
  };
}

function decisionShown(
  row: DecisionRow,
  names: {
    readonly file: BatchFile;
    readonly office: NameOf<AgencyId, AgencyShown>;
    readonly person: NameOf<DecisionRow['person'], PersonShown>;
  },
) {
  const { version, decision, snapshot, factor, decidedAt, entry } = row;
  const except = (names.file.frozen?.excluded ?? []).filter(({ because }) => because === entry);
  return {
    version,
    agency: names.office(row.agency).code,
    person: names.person(row.person),
    decision: decision === 'approved' ? 'approve' : 'reject',
    snapshot,
    factor,
    decidedAt,
    ...(row.reason !== null && { reason: row.reason }),
    ...(except.length > 0 && { except: except.map(({ lot, reason }) => ({ lot, reason })) }),
    entry,
  };
}

function codeOfLot({ list }: FrozenBatch): (lot: LotId) => string {
  const codes = new Map(list.lines.map(({ lot, code }) => [lot, code]));
  return (lot) => codes.get(lot) ?? lot;
}
