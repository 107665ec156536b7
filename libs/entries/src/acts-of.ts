import type { PersonId } from '#kernel';
import type { Entry, EntryOf, EntryType } from './entry.js';

/** What a person did to goods, as far as separation of duties asks (财税〔2020〕54号 art. 4; domain.md). */
export const acts = [
  'seized',
  'appraised',
  'decided',
  'kept',
  'proposed',
  'approved',
  'led',
  'witnessed',
  'issued',
] as const;
export type Act = (typeof acts)[number];
export interface ActOfPerson {
  readonly person: PersonId;
  readonly act: Act;
}

const byActor: Partial<Record<EntryType, Act>> = {
  'seizure.confirmed': 'seized',
  'appraisal.recorded': 'appraised',
  'decision.recorded': 'decided',
  'hold.placed': 'decided',
  'hold.released': 'decided',
  'transfer.offered': 'kept',
  'transfer.accepted': 'kept',
  'batch.submitted': 'proposed',
  'batch.approved': 'approved',
  'batch.rejected': 'approved',
  'event.planned': 'proposed',
  'event.staged': 'kept',
  'event.line-recorded': 'led',
  'event.difference-confirmed': 'approved',
  'event.witnessed': 'witnessed',
  'event.closed': 'led',
  'certificate.numbered': 'issued',
  'certificate.revocation-requested': 'issued',
};

/** Pure: the acts of people that this entry proves, for every lot of {@link lotsOf}. */
export function actsOf(entry: Entry): readonly ActOfPerson[] {
  if (entry.type === 'seizure.registered') return seizedBy(entry);
  const act = byActor[entry.type];
  const own: ActOfPerson[] = act ? [{ person: entry.actor.person, act }] : [];
  if (entry.type === 'event.planned') own.push({ person: entry.data.lead, act: 'led' });
  return own;
}

function seizedBy(entry: EntryOf<'seizure.registered'>): ActOfPerson[] {
  const people = new Set([entry.actor.person, ...entry.data.officers]);
  return [...people].map((person) => ({ person, act: 'seized' }));
}
