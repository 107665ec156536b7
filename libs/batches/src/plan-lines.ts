import {
  chooseMethod,
  choosableMethod,
  methodFor,
  unitLookup,
  type Catalogue,
  type Category,
} from '#catalogue';
import { DomainError, type FieldError, type LotId } from '#kernel';
import type { BaseQuantity } from '#quantity';
import { amountOfLot, type LotFacts } from '#seizures';
import { sitesOfLines } from './domain/check-list.js';
import type { DraftContent, DraftLine } from './draft.repository.js';

/** Each category by its own method, instead of one for the whole batch. */
export const mixedMethod = 'mixed';

/** A line of which amount, place and method are settled. */
export interface PlannedLine {
  readonly asked: DraftLine;
  readonly facts: LotFacts;
  readonly category: Category;
  readonly base: BaseQuantity;
  readonly site: string;
  readonly method: string;
  readonly unsuitable: boolean;
}

/** What a coordinator should know about a choice that is allowed. */
export interface LineWarning {
  readonly lot: LotId;
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
}

export interface LinePlan {
  readonly lines: readonly PlannedLine[];
  readonly warnings: readonly LineWarning[];
}

/**
 * Settles site, method and exact base amount of every line, in the order asked. Throws `invalid`: the codes of
 * `sitesOfLines`; one wrong line as itself, several as `request.invalid` with a field error for each: unknown,
 * prohibited or historic methods, amounts that are no quantity of the lot.
 */
export function planLines(catalogue: Catalogue, draft: DraftContent, facts: readonly LotFacts[]): LinePlan {
  const sites = sitesOfLines(draft.sites, draft.lots);
  const problems: DomainError[] = [];
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      problems.push(error);
      return undefined;
    }
  };
  if (draft.method !== mixedMethod) attempt(() => choosableMethod(catalogue, draft.method, '/method'));
  const known = new Map(facts.map((each) => [each.lot, each]));
  const planned = draft.lots.flatMap((asked, i) => {
    const about = { asked, facts: known.get(asked.lot)!, pointer: `/lots/${i}` };
    const base = attempt(() => baseOf(catalogue, about));
    const method = attempt(() => methodOf(catalogue, draft, about));
    return base && method ? [{ line: { ...about, ...method, base, site: sites[i]! }, ...method }] : [];
  });
  throwAll(problems);
  return {
    lines: planned.map(({ line: { asked, facts: of, category, base, site, method, unsuitable } }) => ({
      asked,
      facts: of,
      category,
      base,
      site,
      method,
      unsuitable,
    })),
    warnings: planned.flatMap(({ warnings }) => warnings),
  };
}

interface AboutLine {
  readonly asked: DraftLine;
  readonly facts: LotFacts;
  readonly pointer: string;
}

function methodOf(catalogue: Catalogue, draft: DraftContent, { asked, facts, pointer }: AboutLine) {
  const category = catalogue.categories.get(facts.category);
  if (!category) throw new Error(`lot ${facts.lot} has the unknown category ${facts.category}`);
  const named = asked.method ?? (draft.method === mixedMethod ? undefined : draft.method);
  const chosen = chooseMethod(catalogue, {
    method: named ?? methodFor(catalogue, category).code,
    category,
    pointer: asked.method === undefined ? '/method' : `${pointer}/method`,
  });
  const warnings = chosen.warnings.map(({ code, facts: of }) => ({
    lot: facts.lot,
    code,
    facts: { ...of, lot: facts.code },
  }));
  return { category, method: chosen.method.code, unsuitable: warnings.length > 0, warnings };
}

function baseOf(catalogue: Catalogue, { asked, facts, pointer }: AboutLine): BaseQuantity {
  return amountOfLot(facts, asked.quantity, {
    unitOf: unitLookup(catalogue),
    pointer: `${pointer}/quantity`,
  });
}

function throwAll(problems: readonly DomainError[]): void {
  const [first] = problems;
  const fields = distinct(
    problems.flatMap((each): readonly FieldError[] =>
      each.fields.length > 0 ? each.fields : [{ pointer: '', code: each.code, facts: each.facts }],
    ),
  );
  if (first && fields.length === 1) throw first;
  if (fields.length > 1) throw new DomainError('invalid', 'request.invalid', {}, fields);
}

/** A wrong method of the whole batch is found again at each of its lines. */
function distinct(fields: readonly FieldError[]): FieldError[] {
  return [...new Map(fields.map((field) => [`${field.pointer} ${field.code}`, field])).values()];
}
