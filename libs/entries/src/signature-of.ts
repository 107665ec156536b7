import type { Sha256 } from '#kernel';
import type { Entry } from './entry.js';
import type { Assertion } from './shapes.js';

/** What an entry says about a signature: the hash that the person signed, and how. */
export interface SignatureOfEntry {
  readonly factor: 'password' | 'passkey';
  /** Absent in revocations of version 1, which did not name the file. */
  readonly signed?: Sha256;
  readonly assertion?: Assertion;
}

/** Pure: the signature that an entry carries; undefined for entries that are none. */
export function signatureOf(entry: Entry): SignatureOfEntry | undefined {
  switch (entry.type) {
    case 'batch.approved':
    case 'batch.rejected':
      return signatureIn(entry.data, entry.data.snapshot);
    case 'certificate.numbered':
      return signatureIn(entry.data, entry.data.contentHash);
    case 'event.difference-confirmed':
    case 'certificate.revocation-requested':
    case 'certificate.revoked':
      return signatureIn(entry.data, 'signed' in entry.data ? entry.data.signed : undefined);
    default:
      return undefined;
  }
}

function signatureIn(
  data: { readonly factor: 'password' | 'passkey'; readonly assertion?: Assertion },
  signed: Sha256 | undefined,
): SignatureOfEntry {
  const { factor, assertion } = data;
  return { factor, ...(signed && { signed }), ...(assertion && { assertion }) };
}
