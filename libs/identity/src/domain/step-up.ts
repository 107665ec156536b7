import type { Assertion } from '#entries';

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

/** How a person signed, as the entry of the signature says it. */
export interface Signature {
  readonly factor: 'password' | 'passkey';
  /** What the passkey signed; present where the factor is `passkey`. */
  readonly assertion?: Assertion;
}
