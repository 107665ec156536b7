import type { AgencyFacts, Actor, PersonFacts } from '#identity';

/** The signed-in person as the interface shows it; agencies stand by their codes. */
export function presentActor(actor: Actor) {
  const { person, username, name, agencyCode, agency, functions, roles } = actor;
  return { id: person, username, name, agency: agencyCode, agencyId: agency, functions, roles };
}

/** A person as others see it: to name witnesses and officers. */
export function presentPerson({ id, username, name, agencyCode, agency, roles }: PersonFacts) {
  return { id, username, name, agency: agencyCode, agencyId: agency, roles };
}

export function presentAgency({ id, code, names, functions }: AgencyFacts) {
  return { id, code, names, functions };
}
