import type { AgencyId, DecisionId, EntryId, EventId, HoldId, LotId, PersonId, SeizureId } from '#kernel';
import { amount, id, instant, listOf, object, oneOf, optional, sha256, text } from '../schema.js';
import { lotAmount, lotRecord, photoFacts } from '../shapes.js';

export const measures = ['seizure', 'advance-registration', 'sealing-in-place'] as const;
export const appraisalResults = ['counterfeit', 'substandard', 'genuine', 'inconclusive'] as const;
export const decisionKinds = ['confiscation', 'direct-destruction', 'return'] as const;

/** From the scene to the final decision, with the evidence. */
export const seizureTypes = {
  'seizure.registered': object({
    reference: text(40),
    caseNumber: text(100),
    measure: oneOf(...measures),
    legalBasis: text(500),
    place: text(300),
    /** Commitments (SHA-256(key ‖ JCS(value))): party and on-site witness are personal data. */
    party: optional(sha256),
    partyPresence: optional(oneOf('signed', 'refused', 'absent', 'unknown')),
    refusalReason: optional(text(500)),
    onSiteWitness: optional(sha256),
    officers: listOf(id<PersonId>(), { min: 2 }),
    lots: listOf(lotRecord, { min: 1 }),
    catalogue: sha256,
  }),
  'seizure.confirmed': object({ registered: id<EntryId>() }),
  'photo.added': object({
    ...photoFacts,
    seizure: optional(id<SeizureId>()),
    lots: optional(listOf(id<LotId>(), { min: 1 })),
    event: optional(id<EventId>()),
    site: optional(text(40)),
  }),
  /** The full decode that follows an upload found the picture spoilt: it stays as received and counts as damaged. */
  'photo.found-broken': object({
    sha256,
    lots: optional(listOf(id<LotId>(), { min: 1 })),
    event: optional(id<EventId>()),
  }),
  'document.added': object({
    sha256,
    size: amount,
    mediaType: text(60),
    kind: text(60),
    about: object({ kind: text(40), id: text(60) }),
    lots: optional(listOf(id<LotId>())),
  }),
  'appraisal.recorded': object({
    lots: listOf(id<LotId>(), { min: 1 }),
    result: oneOf(...appraisalResults),
    body: text(200),
    reportNumber: text(100),
  }),
  'decision.recorded': object({
    number: text(100),
    kind: oneOf(...decisionKinds),
    finalAt: instant,
    /** Without an amount the decision covers the whole lot. */
    lots: listOf(object({ lot: id<LotId>(), amount: optional(amount), unit: optional(text(40)) }), {
      min: 1,
    }),
    replaces: optional(id<DecisionId>()),
    /** Lots of the replaced decision that this one says nothing about: they are undecided again. */
    dropped: optional(listOf(id<LotId>(), { min: 1 })),
  }),
  /** The store's bytes are not the ones that the ledger speaks of; `lots` are those that they show. */
  'evidence.damaged': object({ sha256, found: text(100), lots: optional(listOf(id<LotId>())) }),
  /** The right bytes stand in the store again; `from` is the store that had them. */
  'evidence.repaired': object({ sha256, from: text(300), lots: optional(listOf(id<LotId>())) }),
  'hold.placed': object({
    lots: listOf(id<LotId>(), { min: 1 }),
    reason: text(),
    document: optional(sha256),
    /** Where the installation places it for the agency whose case it is; else the actor's agency has it. */
    agency: optional(id<AgencyId>()),
    /** The entry that it follows from. */
    because: optional(id<EntryId>()),
  }),
  'hold.released': object({ hold: id<HoldId>(), lots: listOf(id<LotId>(), { min: 1 }), reason: text() }),
};

/** Custody changes between two persons. */
export const custodyTypes = {
  'transfer.offered': object({
    to: id<PersonId>(),
    lots: listOf(lotAmount, { min: 1 }),
    location: optional(text(200)),
  }),
  'transfer.accepted': object({
    lines: listOf(
      object({
        lot: id<LotId>(),
        offered: amount,
        received: amount,
        unit: text(40),
        sealsIntact: oneOf('yes', 'no', 'none'),
        note: optional(text(500)),
      }),
      { min: 1 },
    ),
    location: optional(text(200)),
    /** `yes` = goods move only when the giver confirms too. */
    awaitsGiver: oneOf('yes', 'no'),
  }),
  'transfer.confirmed': object({
    accepted: id<EntryId>(),
    found: optional(listOf(lotRecord)),
    lots: listOf(id<LotId>()),
  }),
  'transfer.refused': object({ reason: text(), lots: listOf(id<LotId>()) }),
};
