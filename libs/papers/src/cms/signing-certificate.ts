import { AsnProp, AsnPropTypes, AsnType, AsnTypeTypes, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';

/** `ESSCertIDv2` of RFC 5035, 4; the hash algorithm is absent for SHA-256, its default. */
@AsnType({ type: AsnTypeTypes.Sequence })
export class EssCertIdV2 {
  @AsnProp({ type: AlgorithmIdentifier, optional: true })
  public hashAlgorithm?: AlgorithmIdentifier;

  @AsnProp({ type: OctetString })
  public certHash = new OctetString();

  @AsnProp({ type: AsnPropTypes.Any, optional: true })
  public issuerSerial?: ArrayBuffer;

  constructor(values: Partial<EssCertIdV2> = {}) {
    Object.assign(this, values);
  }
}

/** `SigningCertificateV2` of RFC 5035, 3: binds a signature to one certificate by its hash. */
@AsnType({ type: AsnTypeTypes.Sequence })
export class SigningCertificateV2 {
  @AsnProp({ type: EssCertIdV2, repeated: 'sequence' })
  public certs: EssCertIdV2[] = [];

  @AsnProp({ type: AsnPropTypes.Any, optional: true })
  public policies?: ArrayBuffer;

  constructor(values: Partial<SigningCertificateV2> = {}) {
    Object.assign(this, values);
  }
}
