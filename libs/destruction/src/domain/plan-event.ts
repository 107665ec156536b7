import type { DraftOf, LotAmount, Role } from '#entries';
import { DomainError, type AgencyId, type BatchId, type EntryId, type EventId } from '#kernel';
import type { FieldError, Instant, LotId, PersonId } from '#kernel';

export interface PlanRequest {
  readonly id: EventId;
  /** Code of a site of the batch. */
  readonly site: string;
  readonly startsAt: Instant;
  readonly lead: PersonId;
  readonly witnesses: readonly PersonId[];
}

/** A line of the frozen list that is still in the batch. */
export interface PlannableLine extends LotAmount {
  readonly site: string;
  readonly status: 'allocated' | 'staged';
}

/** The batch, as far as a plan looks at it. */
export interface BatchToDestroy {
  readonly batch: BatchId;
  readonly reference: string;
  readonly submission: EntryId;
  readonly state: string;
  readonly agency: AgencyId;
  readonly list: { readonly sites: readonly { readonly code: string }[] };
  readonly lines: readonly PlannableLine[];
}

/** What a named person is. */
export interface PersonOfEvent {
  readonly id: PersonId;
  readonly agency: AgencyId;
  readonly roles: readonly Role[];
}

export interface PlanFacts {
  readonly reference: string;
  readonly batch: BatchToDestroy;
  /** Reference of an event of the batch at this site that has not ended. */
  readonly openAtSite?: string;
  /** Lead and witnesses, active ones only. */
  readonly people: readonly PersonOfEvent[];
  /** Agencies that keep the lots of the site. */
  readonly keepers: ReadonlyMap<LotId, AgencyId>;
  readonly witnessesNeeded: number;
}

/**
 * Plans the destruction of what the approved batch has at one site. Throws `conflict` `event.batch-not-approved`,
 * `event.site-has-event`, `event.nothing-at-site`; `invalid` `event.site-unknown`, `event.wrong-people` (fields
 * `event.lead-not-coordinator`, `event.not-witness-role`, `event.witness-twice`, `event.too-few-witnesses`,
 * `event.no-outside-witness`); `refused` `event.lead-as-witness`.
 */
export function planEvent(request: PlanRequest, facts: PlanFacts): DraftOf<'event.planned'> {
  const lines = linesAt(request.site, facts);
  refusePeople(request, facts, lines);
  const { id, site, startsAt, lead, witnesses } = request;
  return {
    type: 'event.planned',
    subject: { kind: 'event', id },
    data: {
      reference: facts.reference,
      batch: facts.batch.batch,
      submission: facts.batch.submission,
      site,
      startsAt,
      lead,
      witnesses,
      lots: lines.map(({ lot, amount, unit }) => ({ lot, amount, unit })),
    },
  };
}

/** The lines of a site that may be planned for; throws as {@link planEvent}. */
export function linesAt(
  site: string,
  facts: Pick<PlanFacts, 'batch' | 'openAtSite'>,
): readonly PlannableLine[] {
  const { batch, openAtSite } = facts;
  if (batch.state !== 'approved') {
    throw new DomainError('conflict', 'event.batch-not-approved', {
      batch: batch.reference,
      state: batch.state,
    });
  }
  const sites = batch.list.sites.map(({ code }) => code);
  if (!sites.includes(site)) throw wrong('event.site-unknown', '/site', { site, sites: sites.join(', ') });
  if (openAtSite !== undefined) {
    throw new DomainError('conflict', 'event.site-has-event', { event: openAtSite, site });
  }
  const lines = batch.lines.filter((line) => line.site === site && line.status === 'allocated');
  if (lines.length === 0) throw new DomainError('conflict', 'event.nothing-at-site', { site });
  return lines;
}

function refusePeople(request: PlanRequest, facts: PlanFacts, lines: readonly PlannableLine[]): void {
  const { lead, witnesses } = request;
  const asWitness = witnesses.indexOf(lead);
  if (asWitness >= 0) {
    const code = 'event.lead-as-witness';
    throw new DomainError('refused', code, {}, [{ pointer: `/witnesses/${asWitness}`, code }]);
  }
  const fields = [...wrongLead(request, facts), ...wrongWitnesses(request, facts, lines)];
  if (fields.length > 0) throw new DomainError('invalid', 'event.wrong-people', {}, fields);
}

/** The lead runs the event for the agency that runs the batch. */
function wrongLead({ lead }: PlanRequest, { people, batch }: PlanFacts): FieldError[] {
  const person = people.find(({ id }) => id === lead);
  const fits = person?.agency === batch.agency && person.roles.includes('coordinator');
  return fits ? [] : [{ pointer: '/lead', code: 'event.lead-not-coordinator' }];
}

function wrongWitnesses(
  { witnesses }: PlanRequest,
  { people, keepers, witnessesNeeded }: PlanFacts,
  lines: readonly PlannableLine[],
): FieldError[] {
  const named = witnesses.map((id) => people.find((one) => one.id === id));
  const fields = named.flatMap((person, index): FieldError[] => {
    const pointer = `/witnesses/${index}`;
    if (witnesses.indexOf(witnesses[index]!) < index) return [{ pointer, code: 'event.witness-twice' }];
    return person?.roles.includes('witness') ? [] : [{ pointer, code: 'event.not-witness-role' }];
  });
  if (new Set(witnesses).size < witnessesNeeded) {
    const facts = { needed: String(witnessesNeeded) };
    fields.push({ pointer: '/witnesses', code: 'event.too-few-witnesses', facts });
  }
  const alone = lines.find(({ lot }) => named.every((person) => person?.agency === keepers.get(lot)));
  if (alone && named.length > 0) fields.push({ pointer: '/witnesses', code: 'event.no-outside-witness' });
  return fields;
}

function wrong(code: string, pointer: string, facts: Readonly<Record<string, string>>): DomainError {
  return new DomainError('invalid', code, facts, [{ pointer, code, facts }]);
}
