import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** How a device may misbehave. */
export interface Misbehaviour {
  readonly origin?: string;
  readonly rpId?: string;
  readonly type?: string;
  readonly flags?: number;
  readonly counter?: number;
  readonly challenge?: string;
  readonly flip?: boolean;
  readonly attestation?: Buffer;
}

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest();
const base64url = (bytes: Buffer) => bytes.toString('base64url');

/** CBOR (RFC 8949) as far as an attestation object needs it: short byte and text strings, small numbers, maps. */
const head = (major: number, length: number) =>
  length < 24
    ? Buffer.from([(major << 5) | length])
    : length < 256
      ? Buffer.from([(major << 5) | 24, length])
      : Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
const bytesOf = (value: Buffer) => Buffer.concat([head(2, value.length), value]);
const textOf = (value: string) => Buffer.concat([head(3, value.length), Buffer.from(value)]);
const numberOf = (value: number) => (value < 0 ? head(1, -1 - value) : head(0, value));
const mapOf = (...pairs: (readonly [Buffer, Buffer])[]) =>
  Buffer.concat([head(5, pairs.length), ...pairs.flat()]);

/** A passkey in software (ECDSA P-256): real keys, real signatures, and it lies where a test asks it to. */
export class SoftPasskey {
  readonly credential = base64url(randomBytes(32));
  private readonly privateKey: KeyObject;
  readonly publicKey: string;
  private readonly cose: Buffer;
  private counter = 0;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    this.privateKey = privateKey;
    this.publicKey = base64url(publicKey.export({ format: 'der', type: 'spki' }));
    const { x, y } = publicKey.export({ format: 'jwk' });
    this.cose = mapOf(
      [numberOf(1), numberOf(2)],
      [numberOf(3), numberOf(-7)],
      [numberOf(-1), numberOf(1)],
      [numberOf(-2), bytesOf(Buffer.from(x!, 'base64url'))],
      [numberOf(-3), bytesOf(Buffer.from(y!, 'base64url'))],
    );
  }

  /** Answers `navigator.credentials.create` (attestation "none"). */
  create(options: { challenge: string }, how: Misbehaviour = {}) {
    const id = Buffer.from(this.credential, 'base64url');
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, this.cose]);
    const data = Buffer.concat([this.fixedData({ flags: 0x45, ...how }), attested]);
    const attestation = mapOf(
      [textOf('fmt'), textOf('none')],
      [textOf('attStmt'), mapOf()],
      [textOf('authData'), bytesOf(data)],
    );
    return {
      credential: this.credential,
      clientDataJSON: base64url(this.clientData(options.challenge, { type: 'webauthn.create', ...how })),
      attestationObject: base64url(how.attestation ?? attestation),
      transports: ['internal'],
    };
  }

  /** Answers `navigator.credentials.get`. */
  sign(options: { challenge: string }, how: Misbehaviour = {}) {
    this.counter = how.counter ?? this.counter + 1;
    const data = this.fixedData({ flags: 0x05, counter: this.counter, ...how });
    const client = this.clientData(options.challenge, how);
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), this.privateKey);
    if (how.flip) signature[signature.length - 1]! ^= 1;
    return {
      credential: this.credential,
      authenticatorData: base64url(data),
      clientDataJSON: base64url(client),
      signature: base64url(signature),
    };
  }

  private fixedData({ rpId = 'localhost', flags = 0x05, counter = 0 }: Misbehaviour): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count]);
  }

  private clientData(asked: string, how: Misbehaviour): Buffer {
    const { type = 'webauthn.get', challenge = asked, origin = 'http://localhost:3000' } = how;
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }
}
