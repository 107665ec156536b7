import type { AgencyId, EntryId, PersonId } from '#kernel';
import { base64url, flag, id, listOf, object, oneOf, optional, text } from '../schema.js';
import { names, passkeyAlgorithm, roles } from '../shapes.js';

/** Agencies, people and roles: ids only; names and user names of people live in `work`. */
export const peopleTypes = {
  'agency.added': object({ agency: id<AgencyId>(), code: text(20), names, functions: listOf(text(40)) }),
  /** New names or functions; the code never changes. Data is whole, not a difference. */
  'agency.changed': object({
    agency: id<AgencyId>(),
    names,
    functions: listOf(text(40)),
    reason: text(),
  }),
  'person.added': object({ person: id<PersonId>(), agency: id<AgencyId>() }),
  /** A grant that takes effect only when a second administrator grants it. */
  'role.requested': object({ person: id<PersonId>(), role: oneOf(...roles) }),
  'role.granted': object({
    person: id<PersonId>(),
    role: oneOf(...roles),
    request: optional(id<EntryId>()),
    /** True where no second administrator exists yet. */
    bootstrap: optional(flag),
  }),
  'role.revoked': object({ person: id<PersonId>(), role: oneOf(...roles), reason: text() }),
  'person.deactivated': object({ person: id<PersonId>(), reason: text() }),
  'engagement.granted': object({
    person: id<PersonId>(),
    agencies: listOf(id<AgencyId>()),
    until: text(40),
    installation: optional(flag),
  }),
  /** From here on, what this key signs for `rpId` (a host name) was signed by a device of that person. */
  'passkey.enrolled': object({
    person: id<PersonId>(),
    credential: base64url(1400),
    alg: passkeyAlgorithm,
    /** SubjectPublicKeyInfo (RFC 5280), DER. */
    publicKey: base64url(1400),
    rpId: text(253),
  }),
  'passkey.removed': object({ person: id<PersonId>(), credential: base64url(1400) }),
};
