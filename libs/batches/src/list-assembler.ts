import { Injectable } from '@nestjs/common';
import { CatalogueService, requiredAgencies, type RequiredAgency } from '#catalogue';
import { PhotoQueries, type PhotoOfLot } from '#evidence';
import { AgencyQueries, type AgencyFacts } from '#identity';
import { DomainError, formatInstant, type FieldError } from '#kernel';
import type { Tx } from '#platform';
import { hundredthsOf, moneyOf, type Money } from '#quantity';
import { LotGates, LotQueries } from '#seizures';
import type { LineFacts, ListFacts } from './domain/snapshot.js';
import type { BatchDraft, DraftContent } from './draft.repository.js';
import { refuseBlocked, shutGates } from './gates.js';
import { planLines, type LinePlan, type LineWarning, type PlannedLine } from './plan-lines.js';

/** A list as a submission at this moment would find it. */
export interface AssembledList {
  /** What would be frozen; nobody is required where `obstacle` says why. */
  readonly facts: ListFacts;
  readonly warnings: readonly LineWarning[];
  /** Every gate that is shut, by the place of the lot in the list as asked. */
  readonly blockers: readonly FieldError[];
  /** Who must decide, and why. */
  readonly required: readonly RequiredAgency[];
  /** Why nobody could decide on such a list. */
  readonly obstacle?: Pick<DomainError, 'code' | 'facts'>;
}

interface Moment {
  readonly version: number;
  readonly nowMs: number;
}

/** Brings together what other libs know about the lots of a list. */
@Injectable()
export class ListAssembler {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly lots: LotQueries,
    private readonly gates: LotGates,
    private readonly photos: PhotoQueries,
    private readonly agencies: AgencyQueries,
  ) {}

  /** Settles the lines of a list without asking whether its lots may enter; throws as `planLines`. */
  async plan(tx: Tx, content: DraftContent): Promise<LinePlan> {
    const ids = content.lots.map(({ lot }) => lot);
    return planLines(await this.catalogue.at(tx), content, await this.lots.facts(tx, ids));
  }

  /**
   * The facts of a list that may be frozen now, with its warnings. The batch and its lots must be locked.
   * Throws as `planLines` and `refuseBlocked`; `conflict` `approval.function-without-agency`.
   */
  async freeze(
    tx: Tx,
    draft: BatchDraft,
    moment: Moment,
  ): Promise<{ readonly facts: ListFacts; readonly warnings: readonly LineWarning[] }> {
    const { lines, warnings } = await this.plan(tx, draft);
    refuseBlocked(await this.gatesOf(tx, lines, moment), lines);
    const agencies = await this.agencies.all(tx);
    const required = this.required(lines, agencies);
    return { facts: await this.factsOf(tx, draft, { moment, lines, agencies, required }), warnings };
  }

  /** What {@link freeze} would give or refuse, with nothing locked; throws as `planLines`. */
  async preview(tx: Tx, draft: BatchDraft, moment: Moment): Promise<AssembledList> {
    const { lines, warnings } = await this.plan(tx, draft);
    const blockers = shutGates(await this.gatesOf(tx, lines, moment), lines);
    const agencies = await this.agencies.all(tx);
    const decided = lines.length === 0 ? { required: [] } : this.requiredOr(lines, agencies);
    const facts = await this.factsOf(tx, draft, { moment, lines, agencies, required: decided.required });
    return { facts, warnings, blockers, ...decided };
  }

  private gatesOf(tx: Tx, lines: readonly PlannedLine[], { nowMs }: Moment) {
    const facts = lines.map((line) => line.facts);
    return this.gates.of(tx, facts, formatInstant(nowMs));
  }

  private async factsOf(
    tx: Tx,
    { id: batch, title, method, sites }: BatchDraft,
    found: {
      readonly moment: Moment;
      readonly lines: readonly PlannedLine[];
      readonly agencies: readonly AgencyFacts[];
      readonly required: readonly RequiredAgency[];
    },
  ): Promise<ListFacts> {
    const { moment, lines, agencies, required } = found;
    const lots = lines.map(({ facts }) => facts.lot);
    const photos = await this.photos.ofLots(tx, lots);
    const pack = this.catalogue.rulePack();
    return {
      batch,
      version: moment.version,
      title,
      method,
      sites,
      lines: lines.map((line) => lineFactsOf(line, agencies, photos)),
      required: required.map(({ agency }) => agency),
      rulePack: { code: pack.code, sha256: pack.hash },
      catalogue: (await this.catalogue.at(tx)).hash,
    };
  }

  private requiredOr(lines: readonly PlannedLine[], agencies: readonly AgencyFacts[]) {
    try {
      return { required: this.required(lines, agencies) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { required: [], obstacle: { code: error.code, facts: error.facts } };
    }
  }

  /** The agencies that must decide by the rule pack. */
  private required(
    lines: readonly PlannedLine[],
    agencies: readonly AgencyFacts[],
  ): readonly RequiredAgency[] {
    const responsible = lines.map(({ facts }) => codeOf(agencies, facts.responsible));
    const facts = {
      responsible: [...new Set(responsible)],
      leads: [...new Set(lines.flatMap(({ category }) => category.leadFunction ?? []))],
      // A part of a lot counts with the value of the whole: the limit errs towards more eyes.
      values: totalValues(lines),
    };
    return requiredAgencies(facts, agencies, this.catalogue.rulePack());
  }
}

/** The estimated values together, for each currency. */
function totalValues(lines: readonly PlannedLine[]): Money[] {
  const sums = new Map<string, bigint>();
  for (const { facts } of lines) {
    if (!facts.estimatedValue) continue;
    const { currency } = facts.estimatedValue;
    sums.set(currency, (sums.get(currency) ?? 0n) + hundredthsOf(facts.estimatedValue));
  }
  return [...sums].map(([currency, sum]) => moneyOf(sum, currency));
}

function codeOf(agencies: readonly AgencyFacts[], id: AgencyFacts['id']): string {
  const agency = agencies.find((each) => each.id === id);
  if (!agency) throw new Error(`agency ${id} is not known`);
  return agency.code;
}

function lineFactsOf(
  line: PlannedLine,
  agencies: readonly AgencyFacts[],
  photos: readonly PhotoOfLot[],
): LineFacts {
  const { asked, facts, base, site, method, unsuitable } = line;
  const { lot, code, category, description, variety, declared, decision, appraisal } = facts;
  return {
    lot,
    code,
    category,
    description,
    ...(variety !== undefined && { variety }),
    responsible: codeOf(agencies, facts.responsible),
    declared,
    // Several parts of one family have no single unit of their own: such a line is stated in the base unit.
    quantity: 'parts' in asked.quantity ? base : asked.quantity,
    base,
    site,
    method,
    unsuitable,
    ...(decision && { decision }),
    ...(appraisal && { appraisal }),
    photos: photos.filter((photo) => photo.lot === lot).map(({ sha256 }) => sha256),
  };
}
