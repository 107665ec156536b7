import type { AgencyId, BatchId, EntryId } from '#kernel';
import { amount, count, id, instant, object, oneOf, optional, sha256, text } from '../schema.js';
import { assertion, factor } from '../shapes.js';

const submission = id<EntryId>();
/** A signature since version 2 of these types: `assertion` where the factor is `passkey`. */
const signature = { factor, assertion: optional(assertion) };
const checkpointFacts = object({ origin: text(200), size: amount, root: text(64) });
const numbered = id<EntryId>();

const number = {
  number: text(40),
  batch: id<BatchId>(),
  submission,
  agency: id<AgencyId>(),
  issuedAt: instant,
  contentHash: sha256,
  /** C0: covers every entry of the batch up to the closure of its events. */
  checkpoint: checkpointFacts,
  replaces: optional(text(40)),
};
const revoked = { number: text(40), submission, request: id<EntryId>(), reason: text() };

/** Why a report is withdrawn: the decision or the certificate ended, a figure is wrong, a picture shows too much. */
export const withdrawalCauses = [
  'decision-ended',
  'certificate-ended',
  'wrong-figures',
  'picture',
  'other',
] as const;

/** Certificates hold nothing private: their entries are public (/log/entry/{seq}). */
export const certificateTypes = {
  'certificate.numbered': object({ ...number, ...signature }),
  'certificate.prepared': object({
    number: text(40),
    submission,
    numbered,
    json: sha256,
    base: sha256,
    length: amount,
  }),
  'certificate.issued': object({
    number: text(40),
    submission,
    numbered,
    revision: count,
    length: amount,
    sha256,
  }),
  'certificate.voided': object({ number: text(40), submission, numbered, reason: text() }),
  /**
   * The reason stays out of the public log until a second person confirms: `reasonHash` commits to it as to personal
   * data. `signed` is the SHA-256 of the newest issued file.
   */
  'certificate.revocation-requested': object({
    number: text(40),
    submission,
    signed: sha256,
    reasonHash: sha256,
    ...signature,
  }),
  'certificate.revoked': object({ ...revoked, signed: sha256, ...signature }),
  /** `content` is the SHA-256 of what shall be public beside the figures; this log has it only once it is released. */
  'report.prepared': object({ number: text(40), submission, content: sha256 }),
  'report.released': object({ number: text(40), submission, prepared: id<EntryId>() }),
  /** Entries of certificates are public, so the cause is one of a list; colleagues read more elsewhere. */
  'report.withdrawn': object({
    number: text(40),
    submission,
    released: id<EntryId>(),
    cause: oneOf(...withdrawalCauses),
  }),
};

/** Versions that are written no more: without assertions, the reason of a revocation open from its request on. */
export const earlierCertificateTypes = {
  'certificate.numbered': [object({ ...number, factor })],
  'certificate.revocation-requested': [object({ number: text(40), submission, reason: text(), factor })],
  'certificate.revoked': [object({ ...revoked, factor })],
  /** Figures alone were published. */
  'report.prepared': [object({ number: text(40), submission })],
} as const;
