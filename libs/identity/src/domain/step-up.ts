/** What a step-up may sign. */
export const stepUpPurposes = [
  'approve',
  'issue',
  'revoke',
  'confirm-revocation',
  'supersede',
  'confirm-supersession',
] as const;
export type StepUpPurpose = (typeof stepUpPurposes)[number];

/** A step-up that is not used within this time is void. */
export const stepUpMs = 5 * 60_000;
