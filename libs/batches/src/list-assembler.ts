import { Injectable } from '@nestjs/common';
import { CatalogueService, requiredAgencies } from '#catalogue';
import { PhotoQueries, type PhotoOfLot } from '#evidence';
import { AgencyQueries, type AgencyFacts } from '#identity';
import { formatInstant } from '#kernel';
import type { Tx } from '#platform';
import { hundredthsOf, moneyOf, type Money } from '#quantity';
import { LotGates, LotQueries } from '#seizures';
import type { LineFacts, ListFacts } from './domain/snapshot.js';
import type { BatchDraft, DraftContent } from './draft.repository.js';
import { refuseBlocked } from './gates.js';
import { planLines, type LinePlan, type LineWarning, type PlannedLine } from './plan-lines.js';

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
    { version, nowMs }: { readonly version: number; readonly nowMs: number },
  ): Promise<{ readonly facts: ListFacts; readonly warnings: readonly LineWarning[] }> {
    const { lines, warnings } = await this.plan(tx, draft);
    const facts = lines.map((line) => line.facts);
    refuseBlocked(await this.gates.of(tx, facts, formatInstant(nowMs)), lines);
    const photos = await this.photos.ofLots(
      tx,
      facts.map(({ lot }) => lot),
    );
    const agencies = await this.agencies.all(tx);
    const { id: batch, title, method, sites } = draft;
    const pack = this.catalogue.rulePack();
    const list: ListFacts = {
      batch,
      version,
      title,
      method,
      sites,
      lines: lines.map((line) => lineFactsOf(line, agencies, photos)),
      required: this.required(lines, agencies),
      rulePack: { code: pack.code, sha256: pack.hash },
      catalogue: (await this.catalogue.at(tx)).hash,
    };
    return { facts: list, warnings };
  }

  /** Codes of the agencies that must decide by the rule pack. */
  private required(lines: readonly PlannedLine[], agencies: readonly AgencyFacts[]): string[] {
    const responsible = lines.map(({ facts }) => codeOf(agencies, facts.responsible));
    const facts = {
      responsible: [...new Set(responsible)],
      leads: [...new Set(lines.flatMap(({ category }) => category.leadFunction ?? []))],
      // A part of a lot counts with the value of the whole: the limit errs towards more eyes.
      values: totalValues(lines),
    };
    return requiredAgencies(facts, agencies, this.catalogue.rulePack()).map(({ agency }) => agency);
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
