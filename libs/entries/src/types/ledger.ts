import { amount, anyObject, listOf, object, oneOf, optional, sha256, text } from '../schema.js';

/** Entries about the installation itself. */
export const ledgerTypes = {
  'log.started': object({
    origin: text(200),
    logKey: text(200),
    rulePack: object({ code: text(40), sha256 }),
    catalogue: sha256,
  }),
  'catalogue.overridden': object({
    kind: oneOf('unit', 'category', 'method'),
    code: text(60),
    row: anyObject(),
    sha256,
    reason: optional(text()),
  }),
  'alert.raised': object({
    kind: text(60),
    about: text(200),
    expected: optional(text()),
    found: optional(text()),
  }),
  /** What the evidence store let happen to a locked object of the probe's own. */
  'store.probed': object({
    /** Its address without credentials. */
    store: text(300),
    worm: oneOf('proven', 'not-proven'),
    doubt: optional(text(60)),
    steps: listOf(
      object({ place: text(100), attempt: text(40), held: oneOf('yes', 'no'), answer: text(200) }),
    ),
  }),
  'log.checked': object({ size: amount, result: oneOf('ok', 'problems') }),
};
