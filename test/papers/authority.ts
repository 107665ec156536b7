import { constants, createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SignatureAlgorithm, Signer } from '../../libs/certificates/src/signing/signer.js';
import { runTool } from '../support/tools.js';

interface Authority {
  readonly directory: string;
  readonly algorithm: SignatureAlgorithm;
  readonly newKey: readonly string[];
  /** Extensions of the intermediate and of the seal, in OpenSSL's words; proper ones unless given. */
  readonly intermediate?: string;
  readonly leaf?: string;
}

const properAuthority = 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n';
const properLeaf = 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n';

/** A root, an intermediate and a seal made by OpenSSL; the signer embeds the seal and the intermediate. */
export function authoritySigner({ directory, algorithm, newKey, ...extensions }: Authority) {
  const path = (name: string) => join(directory, name);
  const read = (name: string) => new X509Certificate(readFileSync(path(name)));
  const ecKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  issue(path, { name: 'root', key: ecKey, extensions: properAuthority });
  issue(path, {
    name: 'intermediate',
    key: ecKey,
    extensions: extensions.intermediate ?? properAuthority,
    issuer: 'root',
  });
  issue(path, {
    name: 'leaf',
    key: newKey,
    extensions: extensions.leaf ?? properLeaf,
    issuer: 'intermediate',
  });
  const key = createPrivateKey(readFileSync(path('leaf.key')));
  const options = {
    'ecdsa-p256': { dsaEncoding: 'der' as const },
    'rsa-pkcs1': { padding: constants.RSA_PKCS1_PADDING },
    'rsa-pss': { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
  }[algorithm];
  const signer: Signer = {
    certificateChain: ['leaf', 'intermediate'].map((name) => new Uint8Array(read(`${name}.pem`).raw)),
    algorithm,
    sign: async (toBeSigned) => sign('sha256', toBeSigned, { key, ...options }),
  };
  // OpenSSL 3.0 can't choose where the validity begins, so the time of signing follows it.
  const validAt = Date.parse(read('leaf.pem').validFrom) + 60_000;
  return { signer, validAt, anchor: new Uint8Array(read('root.pem').raw), anchorPath: path('root.pem') };
}

interface Issue {
  readonly name: string;
  readonly key: readonly string[];
  readonly extensions: string;
  readonly issuer?: string;
}

function issue(path: (name: string) => string, { name, key, extensions, issuer }: Issue): void {
  writeFileSync(path('extensions.cnf'), extensions);
  const request = ['req', '-new', ...key, '-nodes', '-keyout', path(`${name}.key`), '-subj', `/CN=${name}`];
  run([...request, '-out', path('request.pem')]);
  const by = issuer
    ? ['-CA', path(`${issuer}.pem`), '-CAkey', path(`${issuer}.key`), '-CAcreateserial']
    : ['-signkey', path(`${name}.key`)];
  const files = ['-in', path('request.pem'), '-out', path(`${name}.pem`), '-extfile', path('extensions.cnf')];
  run(['x509', '-req', ...files, ...by, '-days', '3650', '-sha256']);
}

function run(parameters: readonly string[]): void {
  const { code, output } = runTool('openssl', parameters);
  if (code !== 0) throw new Error(output);
}
