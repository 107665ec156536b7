import type { LotId } from '#kernel';
import {
  amount,
  base64url,
  flag,
  id,
  listOf,
  object,
  oneOf,
  optional,
  sha256,
  text,
  type Infer,
} from './schema.js';

/** An exact amount in a unit code: `{amount: "471260", unit: "cig-stick"}`. */
export const unitAmount = object({ amount, unit: text(40) });
export type UnitAmount = Infer<typeof unitAmount>;

/** A quantity as the person declared it: one amount, or parts of one family. */
export const declaredQuantity = object({
  amount: optional(amount),
  unit: optional(text(40)),
  parts: optional(listOf(unitAmount, { min: 1 })),
});
export type DeclaredQuantity = Infer<typeof declaredQuantity>;

export const names = object({ zh: text(200), en: text(200) });
export type Names = Infer<typeof names>;

export const roles = [
  'officer',
  'custodian',
  'coordinator',
  'approver',
  'witness',
  'issuer',
  'auditor',
  'admin',
] as const;
export type Role = (typeof roles)[number];

/** How a person signed: `password` = single-use step-up by password. */
export const factor = oneOf('password', 'passkey');

/** COSE algorithms that passkeys sign with: ECDSA P-256, RSA PKCS#1 v1.5, Ed25519, each over SHA-256 where it hashes. */
export const passkeyAlgorithm = oneOf('ES256', 'RS256', 'EdDSA');

/**
 * What a passkey signed (WebAuthn Level 3, 6.3.3), all in base64url: anyone can check it with nothing but the entry.
 * `publicKey` is the SubjectPublicKeyInfo that `passkey.enrolled` names for this `credential`.
 */
export const assertion = object({
  credential: base64url(1400),
  alg: passkeyAlgorithm,
  publicKey: base64url(1400),
  authenticatorData: base64url(4000),
  clientDataJSON: base64url(4000),
  signature: base64url(1400),
});
export type Assertion = Infer<typeof assertion>;

/** The accounts of the double-entry postings (domain.md). */
export const accounts = [
  'seized',
  'with-officers',
  'custody',
  'checked-out',
  'sampled',
  'consumed',
  'retained',
  'allocated',
  'staged',
  'destroyed',
  'returned',
  'transferred',
  'sold',
  'donated',
  'shortage',
  'written-off',
  'weighing-difference',
] as const;
export type Account = (typeof accounts)[number];
export const account = oneOf(...accounts);

/** One line of a seizure as it was registered. */
export const lotRecord = object({
  lot: id<LotId>(),
  code: text(40),
  category: text(60),
  description: text(500),
  brand: optional(text(200)),
  variety: optional(text(200)),
  specification: optional(text(200)),
  barcode: optional(text(60)),
  seals: optional(listOf(text(60))),
  declared: declaredQuantity,
  base: unitAmount,
  basis: oneOf('counted', 'label', 'estimated'),
  unitRatio: optional(object({ num: amount, den: amount, source: text(200) })),
  condition: optional(text(500)),
  estimatedValue: optional(object({ amount, currency: text(3), basis: text(100) })),
  /** The lot beside which these goods were found: more was counted than was handed over. */
  foundWith: optional(id<LotId>()),
});
export type LotRecord = Infer<typeof lotRecord>;

/** A lot with an amount of it in its base unit. */
export const lotAmount = object({ lot: id<LotId>(), amount, unit: text(40) });
export type LotAmount = Infer<typeof lotAmount>;

export const photoStage = oneOf('seizure', 'custody', 'staging', 'before', 'during', 'after');

/** What the device wrote into the photo; device and position only as commitments (personal data). */
export const photoClaims = object({
  takenAt: optional(text(40)),
  device: optional(sha256),
  position: optional(sha256),
  software: optional(text(100)),
});

export const photoFacts = {
  sha256,
  size: amount,
  mediaType: oneOf('image/jpeg', 'image/png', 'image/webp', 'image/heic'),
  stage: photoStage,
  taken: optional(text(40)),
  claims: optional(photoClaims),
  damaged: optional(flag),
};
