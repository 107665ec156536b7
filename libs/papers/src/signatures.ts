import { formatInstant, type Instant } from '#kernel';
import type { PdfFile, PdfObject } from './pdf/pdf-file.js';
import {
  isArray,
  isCount,
  isDict,
  nameOf,
  PdfRef,
  PdfText,
  textOf,
  type PdfDict,
  type PdfValue,
} from './pdf/pdf-value.js';
import type { SignatureReason } from './reasons.js';

/** Fields that are looked at: the issuer's and one per agency. Each costs a hash over the whole file. */
const maxFields = 32;

/** A form field for a signature, signed or still empty. */
export interface SignatureField {
  readonly name: string;
  /** Its object; an increment that signs rewrites exactly this one. */
  readonly object: PdfObject;
  /** The reference to the signature dictionary, once signed. */
  readonly value?: PdfRef;
}

/** One signature as the file states it; `problems` are faults of its place in the file, not of its CMS. */
export interface PaperSignature {
  readonly field: string;
  /** `[0, a, b, c]`: signed are the first a bytes and c bytes from b on. Undefined when malformed. */
  readonly byteRange?: readonly [0, number, number, number];
  /** The whole hole: DER of a CMS SignedData, then zeros. */
  readonly contents: Uint8Array;
  readonly subFilter?: string;
  /** The claimed time (`/M`); nothing proves it. */
  readonly claimedAt?: Instant;
  readonly name?: string;
  readonly location?: string;
  /** The permission of a certification signature (ISO 32000-1, 12.8.2.2): 1, 2 or 3. */
  readonly docMdp?: number;
  /** The revision (0 = base file) that the range covers to its last byte. */
  readonly revision?: number;
  readonly coversWholeRevision: boolean;
  readonly problems: readonly SignatureReason[];
}

/** All signature fields of the form in their order; fields of other kinds are left out. */
export function signatureFieldsOf(file: PdfFile): readonly SignatureField[] {
  const form = isDict(file.catalog.value) ? file.dictAt(file.catalog.value, 'AcroForm') : undefined;
  const fields = file.resolve(form?.get('Fields'));
  if (!isArray(fields)) return [];
  return fields.slice(0, maxFields).flatMap((ref) => {
    const object = ref instanceof PdfRef ? file.object(ref) : undefined;
    if (!object || !isDict(object.value) || nameOf(object.value.get('FT')) !== 'Sig') return [];
    const value = object.value.get('V');
    const name = textOf(object.value.get('T')) ?? '';
    return [{ name, object, ...(value instanceof PdfRef ? { value } : {}) }];
  });
}

/**
 * The signatures of a paper, in the order in which they were added.
 * Insists on a range `[0 a b c]` that leaves out exactly one hex string, the signature's own, and that
 * reaches the last byte of a revision (EN 319 142-1, 5.3, and ISO 32000-1, 12.8.1).
 */
export function signaturesOf(file: PdfFile): readonly PaperSignature[] {
  return signatureFieldsOf(file)
    .flatMap((field) => (field.value ? [readSignature(file, field.name, file.object(field.value))] : []))
    .sort((one, other) => rangeEnd(one) - rangeEnd(other));
}

function rangeEnd(signature: PaperSignature): number {
  return signature.byteRange ? signature.byteRange[2] + signature.byteRange[3] : Number.MAX_SAFE_INTEGER;
}

function readSignature(file: PdfFile, field: string, object: PdfObject): PaperSignature {
  const dict: PdfDict = isDict(object.value) ? object.value : new Map();
  const contents = dict.get('Contents');
  const byteRange = rangeOf(dict.get('ByteRange'));
  const end = byteRange ? byteRange[2] + byteRange[3] : -1;
  const revision = file.sections.findIndex((section) => section.end === end);
  const problems: SignatureReason[] = [];
  if (!byteRange) problems.push('range-malformed');
  if (byteRange && !isHole(byteRange, contents)) problems.push('range-hole');
  if (byteRange && revision < 0) problems.push('range-short');
  return {
    field,
    contents: contents instanceof PdfText ? contents.bytes : new Uint8Array(),
    ...defined({
      byteRange,
      subFilter: nameOf(dict.get('SubFilter')),
      claimedAt: claimedTime(textOf(dict.get('M'))),
      name: textOf(dict.get('Name')),
      location: textOf(dict.get('Location')),
      docMdp: permission(file, dict),
      revision: revision < 0 ? undefined : revision,
    }),
    coversWholeRevision: problems.length === 0,
    problems,
  };
}

function rangeOf(value: PdfValue | undefined): readonly [0, number, number, number] | undefined {
  if (!isArray(value) || value.length !== 4 || !value.every((number) => isCount(number))) return undefined;
  const [zero, before, after, length] = value as unknown as [number, number, number, number];
  if (zero !== 0 || before === 0 || after <= before || length === 0) return undefined;
  return [0, before, after, length];
}

function isHole(range: readonly [0, number, number, number], contents: PdfValue | undefined): boolean {
  return (
    contents instanceof PdfText && contents.hex && contents.start === range[1] && contents.end === range[2]
  );
}

/** `/P` of the DocMDP reference; absent for approval signatures. */
function permission(file: PdfFile, dict: PdfDict): number | undefined {
  const references = file.resolve(dict.get('Reference'));
  if (!isArray(references)) return undefined;
  const docMdp = references
    .map((reference) => file.resolve(reference))
    .find((reference) => isDict(reference) && nameOf(reference.get('TransformMethod')) === 'DocMDP');
  if (!isDict(docMdp)) return undefined;
  const permitted = file.dictAt(docMdp, 'TransformParams')?.get('P') ?? 2;
  return isCount(permitted) ? permitted : undefined;
}

/** A PDF date (ISO 32000-1, 7.9.4) of the one form that we write: UTC, to the second. */
function claimedTime(text: string | undefined): Instant | undefined {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text ?? '');
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number);
  return formatInstant(Date.UTC(year!, month! - 1, day, hour, minute, second));
}

function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
