import { Attribute } from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { derAt, derChildren } from './der.js';
import { tlogProofOid } from './object-ids.js';
import { parseCms } from './parse-cms.js';

const octetString = 0x04;

/** The tlog-proof in a signature's unsigned attribute; undefined when there is none, or more than one. */
export function readProof(signature: { readonly contents: Uint8Array }): Uint8Array | undefined {
  return readUnsignedAttribute(signature.contents, tlogProofOid);
}

/**
 * The octets of the one unsigned attribute of this type, which must hold exactly one OCTET STRING.
 * Takes the hole of a signature. Encoded identifiers are compared, since arcs of 128 bits lose their
 * decimal form in the ASN.1 decoder.
 */
export function readUnsignedAttribute(hole: Uint8Array, type: string): Uint8Array | undefined {
  const cms = parseCms(hole);
  if ('reason' in cms) return undefined;
  const wanted = Buffer.from(encodedType(type));
  const found = cms.unsigned.flatMap((attribute) => {
    const parts = derChildren(attribute, derAt(attribute, 0, attribute.length)!) ?? [];
    const [name, values] = parts;
    if (!name || !values || !wanted.equals(attribute.subarray(name.start, name.end))) return [];
    return [(derChildren(attribute, values) ?? []).map((each) => ({ ...each, attribute }))];
  });
  const [value, ...others] = found.length === 1 ? found[0]! : [];
  if (!value || others.length > 0 || value.tag !== octetString) return undefined;
  return value.attribute.subarray(value.body, value.end);
}

/** The DER of an object identifier, as it starts an attribute of that type. */
function encodedType(type: string): Uint8Array {
  const attribute = new Uint8Array(AsnConvert.serialize(new Attribute({ attrType: type, attrValues: [] })));
  const [name] = derChildren(attribute, derAt(attribute, 0, attribute.length)!)!;
  return attribute.subarray(name!.start, name!.end);
}
