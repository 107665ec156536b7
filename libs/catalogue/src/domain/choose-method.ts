import { DomainError } from '#kernel';
import type { Catalogue } from './catalogue.js';
import type { Category } from './category-row.js';
import type { Method } from './method-row.js';

/** What a person should know about a choice that is allowed. */
export interface MethodWarning {
  readonly code: 'method.unsuitable';
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * A method that new goods may be destroyed by.
 * Throws `invalid`: `method.unknown`, `method.prohibited` (Nine-agency Opinions of 2020: no open burning,
 * no simple landfill), `method.historic`, `method.disabled`.
 */
export function choosableMethod(catalogue: Catalogue, code: string, pointer = ''): Method {
  const method = catalogue.methods.get(code);
  const facts = { method: code, methodZh: method?.name.zh ?? code, methodEn: method?.name.en ?? code };
  const refusal = (what: string) => new DomainError('invalid', what, facts, [{ pointer, code: what, facts }]);
  if (method === undefined) throw refusal('method.unknown');
  if (method.prohibited) throw refusal('method.prohibited');
  if (method.historicOnly) throw refusal('method.historic');
  if (method.disabled) throw refusal('method.disabled');
  return method;
}

/** Chooses a method for goods of a category; one that does not suit them is taken, with a warning. */
export function chooseMethod(
  catalogue: Catalogue,
  choice: { readonly method: string; readonly category: Category; readonly pointer?: string },
): { readonly method: Method; readonly warnings: readonly MethodWarning[] } {
  const method = choosableMethod(catalogue, choice.method, choice.pointer);
  if (suits(method, choice.category)) return { method, warnings: [] };
  const facts = {
    method: method.code,
    methodZh: method.name.zh,
    methodEn: method.name.en,
    category: choice.category.code,
    categoryZh: choice.category.name.zh,
    categoryEn: choice.category.name.en,
  };
  return { method, warnings: [{ code: 'method.unsuitable', facts }] };
}

/**
 * True if the method lists the category or the category lists the method. Not inherited from a parent:
 * what burns tobacco safely does not burn the batteries of e-cigarettes safely.
 */
export function suits(method: Method, category: Category): boolean {
  return method.suitableCategories.includes(category.code) || category.defaultMethods.includes(method.code);
}

/** The category's first default method that may be chosen; throws `conflict` `category.no-method` if none. */
export function methodFor(catalogue: Catalogue, category: Category): Method {
  const method = category.defaultMethods
    .flatMap((code) => catalogue.methods.get(code) ?? [])
    .find((candidate) => !candidate.prohibited && !candidate.historicOnly && !candidate.disabled);
  if (method !== undefined) return method;
  const facts = { category: category.code, categoryZh: category.name.zh, categoryEn: category.name.en };
  throw new DomainError('conflict', 'category.no-method', facts);
}
