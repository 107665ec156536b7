import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { parseId, type AppraisalId, type DecisionId, type HoldId, type LotId, type SeizureId } from '#kernel';
import { UnitOfWork, type Tx } from '#platform';
import { CaseRecordQueries, LotQueries, type CaseRecords, type LotFacts } from '#seizures';
import { SeizurePresenter } from '../../seizures/seizure.presenter.js';
import type { RecordKind } from './case-forms.js';
import { PaperQueries } from './paper.queries.js';

/** A lot as the forms and records of its case list it. */
export type CaseLot = Omit<LotFacts, 'lot'> & { readonly id: LotId };

/** What the pages of one case read. */
@Injectable()
export class CaseReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seizures: SeizurePresenter,
    private readonly lots: LotQueries,
    private readonly records: CaseRecordQueries,
    private readonly papers: PaperQueries,
  ) {}

  /** A seizure with everything recorded about its lots; throws `missing` `seizure.unknown`. */
  async seizure(actor: Actor, id: string) {
    const seizure = await this.seizures.one(actor, parseId<SeizureId>(id));
    const lots = seizure.lots.map((lot) => lot.id);
    return { seizure, records: await this.unitOfWork.run((tx) => this.records.ofLots(tx, lots)) };
  }

  /**
   * What a form about lots of a seizure offers: its lots, and those that the standing decision to be replaced names
   * beside them.
   */
  async offer(actor: Actor, id: string) {
    const { seizure, records } = await this.seizure(actor, id);
    const own = await this.unitOfWork.run((tx) => this.lots.ofSeizure(tx, seizure.id));
    const standing = records.decisions.filter(({ replacedBy }) => replacedBy === undefined);
    const known = new Set(own.map(({ lot }) => lot));
    const others = standing
      .flatMap(({ lots }) => lots.map(({ lot }) => lot))
      .filter((lot) => !known.has(lot));
    const facts = others.length === 0 ? [] : await this.unitOfWork.run((tx) => this.lots.facts(tx, others));
    return { seizure, standing, lots: [...own, ...facts].map(lotOf) };
  }

  /** One record with its lots and papers; throws `missing` `<kind>.unknown`. */
  record<K extends RecordKind>(kind: K, id: string) {
    return this.unitOfWork.run(async (tx) => {
      const record = await this.find(tx, kind, id);
      const named = record.lots.map((one) => (typeof one === 'string' ? one : one.lot));
      return {
        record,
        lots: (await this.lots.facts(tx, named)).map(lotOf),
        papers: await this.papers.about(tx, { kind, id: record.id }),
      };
    });
  }

  private find<K extends RecordKind>(tx: Tx, kind: K, id: string): Promise<RecordOf[K]> {
    const found = {
      appraisal: () => this.records.appraisal(tx, parseId<AppraisalId>(id)),
      decision: () => this.records.decision(tx, parseId<DecisionId>(id)),
      hold: () => this.records.hold(tx, parseId<HoldId>(id)),
    };
    return found[kind]() as Promise<RecordOf[K]>;
  }
}

/** Records by their kind. */
export interface RecordOf {
  readonly appraisal: CaseRecords['appraisals'][number];
  readonly decision: CaseRecords['decisions'][number];
  readonly hold: CaseRecords['holds'][number];
}

function lotOf({ lot, ...facts }: LotFacts): CaseLot {
  return { id: lot, ...facts };
}
