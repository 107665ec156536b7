import type { EntryDraft, Role } from '#entries';
import { derivedId, type AgencyId, type PersonId, type Sha256 } from '#kernel';
import { systemCode } from './installation.js';

/** The installation itself as an actor: it records what happens before there is anybody. */
export const system = {
  agency: derivedId<AgencyId>('agency', systemCode),
  person: derivedId<PersonId>('person', systemCode),
};

export interface InstallationFacts {
  /** Origin line of the log's checkpoints. */
  readonly origin: string;
  /** The log's public key (C2SP signed-note vkey). */
  readonly logKey: string;
  readonly rulePack: { readonly code: string; readonly sha256: Sha256 };
  readonly catalogue: Sha256;
}

/** Pure: entry 0 and the system as agency and person. */
export function firstEntries(facts: InstallationFacts): [EntryDraft, ...EntryDraft[]] {
  return [
    { type: 'log.started', subject: { kind: 'log', id: 'log' }, data: facts },
    {
      type: 'agency.added',
      subject: { kind: 'agency', id: system.agency },
      data: {
        agency: system.agency,
        code: systemCode,
        names: { zh: '系统', en: 'The system' },
        functions: [],
      },
    },
    personAdded(system.person, system.agency),
  ];
}

export function personAdded(person: PersonId, agency: AgencyId): EntryDraft {
  return { type: 'person.added', subject: { kind: 'person', id: person }, data: { person, agency } };
}

/** A grant by the installation itself: no second administrator exists yet. */
export function firstGrant(person: PersonId, role: Role): EntryDraft {
  const subject = { kind: 'person', id: person } as const;
  return { type: 'role.granted', subject, data: { person, role, bootstrap: true } };
}
