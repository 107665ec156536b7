import { DomainError, type AgencyId, type FieldError, type PersonId } from '#kernel';
import type { OfficerFacts } from './registration.js';

/**
 * Two different officers carry out a seizure (行政处罚法 art. 42), both of the registrar's agency, the registrar
 * among them. Throws `invalid`: `seizure.two-officers`, `seizure.registrar-not-named`, `seizure.not-an-officer`
 * (unknown people and those of other agencies get the same answer).
 */
export function checkOfficers(
  named: readonly PersonId[],
  by: { readonly person: PersonId; readonly agency: AgencyId },
  known: readonly OfficerFacts[],
): void {
  if (new Set(named).size !== named.length || named.length < 2) throw refusal('seizure.two-officers');
  if (!named.includes(by.person)) throw refusal('seizure.registrar-not-named');
  const fit = new Set(
    known.filter((one) => one.officer && one.agency === by.agency).map(({ person }) => person),
  );
  const fields = named.flatMap((person, index): FieldError[] =>
    fit.has(person) ? [] : [{ pointer: `/officers/${index}`, code: 'seizure.not-an-officer' }],
  );
  if (fields.length > 0) throw new DomainError('invalid', 'seizure.not-an-officer', {}, fields);
}

function refusal(code: string): DomainError {
  return new DomainError('invalid', code, {}, [{ pointer: '/officers', code }]);
}
