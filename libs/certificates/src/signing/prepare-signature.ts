import { DomainError, type Instant } from '#kernel';
import { isDict, rangeDigest, signatureFieldsOf, type PdfFile, type SignatureField } from '#papers';
import { openBase, writeIncrement, type IncrementObject } from './increment.js';

/** Room for three numbers of any file that we accept (eight digits each), so the text never grows. */
const rangeWidth = 40;

export interface SignatureRequest {
  /** Name of an empty signature field that the base file already places. */
  readonly field: string;
  /** True for the issuer's seal: a certification signature that permits signing (DocMDP P=2). */
  readonly certify: boolean;
  /** The claimed time; stands in `/M` to the second. */
  readonly signedAt: Instant;
  readonly name?: string;
  readonly location?: string;
  /** Bytes to keep free for the DER of the signature. */
  readonly reserve: number;
}

/** A file whose only open place is the hole for the signature. */
export interface PreparedSignature {
  readonly bytes: Uint8Array;
  readonly byteRange: readonly [0, number, number, number];
  /** SHA-256 of everything but the hole: what is signed. */
  readonly digest: Uint8Array;
}

/**
 * Appends an increment that puts a signature into a placed field: the field with `/V`, the signature
 * dictionary with an empty hole, for a certification also the catalog with `/Perms`. Same arguments, same
 * bytes. Throws `conflict` `certificates.base-unreadable`, `certificates.field-missing`,
 * `certificates.field-signed` or `certificates.already-certified`.
 */
export function prepareSignature(base: Uint8Array, request: SignatureRequest): PreparedSignature {
  const file = openBase(base);
  const field = emptyField(file, request.field);
  const number = file.size;
  const dictionary = signatureDictionary(request);
  const objects: IncrementObject[] = [
    { number: field.object.number, source: withEntry(file, field.object, `/V ${number} 0 R`) },
    { number, source: dictionary.source },
  ];
  if (request.certify) objects.push(certifiedCatalog(file, number));
  const increment = writeIncrement(file, objects);
  const bytes = Buffer.concat([base, increment.bytes]);
  const place = increment.placeOf.get(number)!;
  const hole = place + dictionary.hole;
  const after = hole + 2 * request.reserve + 2;
  const byteRange = [0, hole, after, bytes.length - after] as const;
  bytes.write(`[${byteRange.join(' ')}]`.padEnd(rangeWidth), place + dictionary.range, 'latin1');
  return { bytes, byteRange, digest: rangeDigest(bytes, byteRange) };
}

/**
 * Puts the DER of a signature into the hole of a prepared file; the rest of the hole stays zero.
 * Throws `conflict` `certificates.signature-too-large` when it does not fit.
 */
export function completeSignature(prepared: PreparedSignature, cms: Uint8Array): Buffer {
  const [, hole, after] = prepared.byteRange;
  const room = (after - hole - 2) / 2;
  assertFits(cms.length, room);
  const bytes = Buffer.from(prepared.bytes);
  bytes.write(Buffer.from(cms).toString('hex'), hole + 1, 'latin1');
  return bytes;
}

/** Throws `conflict` `certificates.signature-too-large` when `needed` bytes exceed `room`. */
export function assertFits(needed: number, room: number): void {
  if (needed <= room) return;
  throw new DomainError('conflict', 'certificates.signature-too-large', {
    needed: String(needed),
    room: String(room),
  });
}

function emptyField(file: PdfFile, name: string): SignatureField {
  const field = signatureFieldsOf(file).find((each) => each.name === name);
  if (!field) throw new DomainError('conflict', 'certificates.field-missing', { field: name });
  if (isDict(field.object.value) && field.object.value.has('V'))
    throw new DomainError('conflict', 'certificates.field-signed', { field: name });
  return field;
}

function certifiedCatalog(file: PdfFile, signature: number): IncrementObject {
  const { catalog } = file;
  if (isDict(catalog.value) && catalog.value.has('Perms'))
    throw new DomainError('conflict', 'certificates.already-certified');
  return { number: catalog.number, source: withEntry(file, catalog, `/Perms <</DocMDP ${signature} 0 R>>`) };
}

/** The source of a dictionary with one entry more; every other byte of it as it stands in the file. */
function withEntry(file: PdfFile, object: { start: number; end: number }, entry: string): string {
  const source = Buffer.from(file.bytes.subarray(object.start, object.end)).toString('latin1');
  return `${source.slice(0, -'>>'.length)}${entry}\n>>`;
}

/** Source of the signature dictionary, and where in it the range and the hole begin. */
function signatureDictionary(request: SignatureRequest) {
  const head = `<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n/ByteRange `;
  const contents = `${head}${' '.repeat(rangeWidth)}\n/Contents `;
  const rest = [
    `/M (D:${request.signedAt.replace(/\D/g, '').slice(0, 14)}Z)`,
    ...(request.name === undefined ? [] : [`/Name ${textString(request.name)}`]),
    ...(request.location === undefined ? [] : [`/Location ${textString(request.location)}`]),
    ...(request.certify ? [docMdp] : []),
  ];
  return {
    source: `${contents}<${'0'.repeat(2 * request.reserve)}>\n${rest.join('\n')}\n>>`,
    range: head.length,
    hole: contents.length,
  };
}

/** Permission 2 (ISO 32000-1, 12.8.2.2): signing placed fields is allowed afterwards, nothing else. */
const docMdp =
  '/Reference [<</Type /SigRef /TransformMethod /DocMDP /TransformParams <</Type /TransformParams /P 2 /V /1.2>>>>]';

/** A text string as UTF-16BE with its byte order mark, in hex: needs no escaping. */
function textString(text: string): string {
  return `<${Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex')}>`;
}
