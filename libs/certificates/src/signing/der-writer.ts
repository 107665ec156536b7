import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';

const sequenceTag = 0x30;
const setTag = 0x31;

/** One DER value: tag, shortest length, contents (X.690, 8.1 and 10.1). */
export function derValue(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(contents);
  if (body.length < 0x80) return Buffer.concat([Buffer.of(tag, body.length), body]);
  const size = Buffer.from(body.length.toString(16).padStart(8, '0'), 'hex');
  const shortest = size.subarray(size.findIndex((byte) => byte !== 0));
  return Buffer.concat([Buffer.of(tag, 0x80 + shortest.length), shortest, body]);
}

export function derSequence(...members: readonly Uint8Array[]): Buffer {
  return derValue(sequenceTag, ...members);
}

/** A SET OF, its members in ascending order of their encodings (X.690, 11.6); `tag` for implicit ones. */
export function derSet(members: readonly Uint8Array[], tag = setTag): Buffer {
  return derValue(tag, ...[...members].sort(Buffer.compare));
}

export function derOctets(bytes: Uint8Array): Buffer {
  return Buffer.from(AsnConvert.serialize(new OctetString(bytes)));
}

/** An object identifier alone. */
export function derObjectId(id: string): Buffer {
  const sequence = Buffer.from(AsnConvert.serialize(new AlgorithmIdentifier({ algorithm: id })));
  return sequence.subarray(2, 2 + 2 + sequence[3]!);
}

/** AlgorithmIdentifier (RFC 5280, 4.1.1.2); parameters absent unless given as DER. */
export function derAlgorithm(id: string, parameters = new Uint8Array()): Buffer {
  return derSequence(derObjectId(id), parameters);
}

/** A CMS attribute (RFC 5652, 5.3) with one value, given as DER. */
export function derAttribute(type: string, value: Uint8Array): Buffer {
  return derSequence(derObjectId(type), derSet([value]));
}
