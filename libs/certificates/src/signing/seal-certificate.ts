import { DomainError, sha256Hex } from '#kernel';
import { checkSignature, readSignatures } from '#papers';
import { buildCms, cmsSize, signedAttributes, type CmsContent } from './cms-builder.js';
import {
  completeSignature,
  prepareSignature,
  type PreparedSignature,
  type SignatureRequest,
} from './prepare-signature.js';
import type { Signer } from './signer.js';

/** Spare room in a hole beyond what was computed: padding for the odd algorithm parameter. */
const spareBytes = 64;

export type SealRequest = Omit<SignatureRequest, 'certify' | 'reserve'> & { readonly signer: Signer };

/**
 * The issuer's seal: a certification signature (DocMDP P=2) that carries the ledger's proof of the
 * prepared certificate in its unsigned attribute. Takes the base file, gives the sealed one.
 * Throws what {@link prepareSignature} throws, and `busy` `certificates.signer-wrong` when the signer's
 * answer does not verify: a file with such a seal never leaves this function.
 */
export function sealCertificate(
  base: Uint8Array,
  request: SealRequest & { readonly proof: Uint8Array },
): Promise<Buffer> {
  const { proof, ...seal } = request;
  return sign(base, { ...seal, certify: true }, proof);
}

/** An agency's approval signature on a sealed file, in the field placed for it; throws the same. */
export function countersign(sealed: Uint8Array, request: SealRequest): Promise<Buffer> {
  return sign(sealed, { ...request, certify: false });
}

async function sign(base: Uint8Array, request: SealRequest & { certify: boolean }, proof?: Uint8Array) {
  const { signer, ...fields } = request;
  const content = (digest: Uint8Array): CmsContent => ({ digest, signer, ...(proof ? { proof } : {}) });
  const needed = cmsSize(content(new Uint8Array(32)));
  const prepared = prepareSignature(base, { ...fields, reserve: needed + spareBytes });
  const signature = await signer.sign(signedAttributes(content(prepared.digest)));
  const signed = completeSignature(prepared, buildCms(content(prepared.digest), signature));
  assertHolds(signed, prepared, request);
  return signed;
}

/** Checks the finished signature as a stranger would, with the signer's own certificate as the trusted one. */
function assertHolds(
  bytes: Buffer,
  prepared: PreparedSignature,
  { signer, field, signedAt }: SealRequest,
): void {
  const signature = readSignatures(bytes).find((each) => each.field === field);
  const sha256 = sha256Hex(signer.certificateChain[0]!);
  const check =
    signature?.byteRange?.[1] === prepared.byteRange[1] &&
    checkSignature(bytes, signature, { at: Date.parse(signedAt), trust: { certificates: [sha256] } });
  if (check && check.ok) return;
  const reasons = check ? check.reasons.join(', ') : 'unreadable';
  throw new DomainError('busy', 'certificates.signer-wrong', { field, reasons });
}
