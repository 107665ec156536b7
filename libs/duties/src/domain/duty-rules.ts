import type { Act } from '#entries';

/**
 * Which earlier acts on the same goods bar a person from a later one (财税〔2020〕54号 art. 4; domain.md, People and
 * duties). One person's roles do not matter here: only what was done to these goods.
 */
export const dutyRules = {
  /** The custodian is not the case officer. */
  'custodian-apart': ['seized'],
  /** Whoever seized, kept, proposed or ran can't approve. */
  'approver-apart': ['seized', 'kept', 'proposed', 'led'],
  /** A witness is neither the event's lead nor an approver of it. */
  'witness-apart': ['led', 'approved'],
  /** The lead does not judge the own work: neither an approver of these goods nor their witness. */
  'lead-apart': ['approved', 'witnessed'],
  /** The issuer has done none of the earlier steps. */
  'issuer-apart': ['seized', 'appraised', 'decided', 'kept', 'proposed', 'approved', 'led', 'witnessed'],
} as const satisfies Record<string, readonly Act[]>;

export type DutyRule = keyof typeof dutyRules;
