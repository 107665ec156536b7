import { amount, anyObject, object, oneOf, optional, sha256, text } from '../schema.js';

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
  'log.checked': object({ size: amount, result: oneOf('ok', 'problems') }),
};
