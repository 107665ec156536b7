import { DomainError } from '#kernel';
import { hundredthsOf, type Money } from '#quantity';
import type { RulePack } from './rule-pack.js';

/** What a batch holds, as far as it decides who must approve it. */
export interface ApprovalFacts {
  /** Codes of the agencies whose cases the lots belong to. */
  readonly responsible: readonly string[];
  /** Lead functions of the lots' categories. */
  readonly leads: readonly string[];
  /** Sum of the estimated values for each currency; empty where none is estimated. */
  readonly values: readonly Money[];
}

/** An agency, or whichever agency has a function, and the message code that says why. */
export type Requirement =
  | { readonly agency: string; readonly because: string }
  | { readonly function: string; readonly because: string };

export interface AgencyFunctions {
  readonly code: string;
  readonly functions: readonly string[];
}

export interface RequiredAgency {
  readonly agency: string;
  /** Message codes, in the order of codes. */
  readonly because: readonly string[];
}

/**
 * Who must approve by the pack's rules, before it is known which agency has which function:
 * responsible agencies, leads of the categories, functions that come with a lead (police with tobacco),
 * functions above a value (finance). Each requirement once.
 */
export function requiredFunctions(facts: ApprovalFacts, pack: RulePack): readonly Requirement[] {
  const { approval } = pack;
  const needs: Requirement[] = [];
  if (approval.responsibleAgencies) {
    needs.push(...facts.responsible.map((agency) => ({ agency, because: 'approval.responsible' })));
  }
  if (approval.categoryLeads) {
    needs.push(...facts.leads.map((lead) => ({ function: lead, because: 'approval.category-lead' })));
  }
  for (const rule of approval.withLead) {
    if (facts.leads.includes(rule.lead)) needs.push({ function: rule.function, because: rule.because });
  }
  for (const rule of approval.aboveValue) {
    const passed = facts.values.some(
      (value) => value.currency === rule.limit.currency && hundredthsOf(value) > hundredthsOf(rule.limit),
    );
    if (passed) needs.push({ function: rule.function, because: rule.because });
  }
  return [...new Map(needs.map((need) => [JSON.stringify(need), need])).values()];
}

/**
 * The agencies that must approve, in the order of their codes. A function is answered by the responsible
 * agencies that have it, else by every agency that has it; if fewer agencies than the pack's minimum result,
 * its `fillWith` functions are added.
 * Throws `conflict`: `approval.function-without-agency` (fact function), `approval.too-few-agencies`.
 */
export function requiredAgencies(
  facts: ApprovalFacts,
  agencies: readonly AgencyFunctions[],
  pack: RulePack,
): readonly RequiredAgency[] {
  const reasons = new Map<string, Set<string>>();
  const add = (agency: string, because: string) => {
    reasons.set(agency, (reasons.get(agency) ?? new Set()).add(because));
  };
  const withFunction = (name: string) => agencies.filter((agency) => agency.functions.includes(name));
  for (const need of requiredFunctions(facts, pack)) {
    if ('agency' in need) {
      add(need.agency, need.because);
      continue;
    }
    const able = withFunction(need.function);
    if (able.length === 0) {
      throw new DomainError('conflict', 'approval.function-without-agency', { function: need.function });
    }
    const responsible = able.filter((agency) => facts.responsible.includes(agency.code));
    for (const agency of responsible.length > 0 ? responsible : able) add(agency.code, need.because);
  }
  for (const fill of pack.approval.fillWith) {
    if (reasons.size >= pack.approval.minimumAgencies) break;
    for (const agency of withFunction(fill.function)) add(agency.code, fill.because);
  }
  if (reasons.size < pack.approval.minimumAgencies) {
    const minimum = String(pack.approval.minimumAgencies);
    throw new DomainError('conflict', 'approval.too-few-agencies', { minimum });
  }
  return [...reasons]
    .map(([agency, because]) => ({ agency, because: [...because].sort() }))
    .sort((a, b) => (a.agency < b.agency ? -1 : 1));
}
