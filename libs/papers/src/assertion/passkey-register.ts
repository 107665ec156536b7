import { signatureOf, type Entry } from '#entries';
import { verifyAssertion, type AssertionFault } from './verify-assertion.js';

/** Why an entry's signature by a passkey does not show what the entry says. */
export type SignatureFault =
  | AssertionFault
  | 'assertion-missing'
  | 'hash-missing'
  | 'not-enrolled'
  | 'removed'
  | 'other-person'
  | 'other-key';

interface Enrolled {
  readonly person: string;
  readonly alg: string;
  readonly publicKey: string;
  readonly rpId: string;
  readonly removed: boolean;
}

/**
 * Follows the entries of a ledger in their order and says of each signature by a passkey whether it holds: the key
 * was enrolled for the person who acted, before, and not removed since, and it signed the very hash that the entry
 * names. Pure: needs the entries alone, so an outsider comes to the same answer.
 */
export class PasskeyRegister {
  private readonly keys = new Map<string, Enrolled>();

  /** Takes the next entry; gives what is wrong with its signature, undefined where nothing is. */
  follow(entry: Entry): SignatureFault | undefined {
    if (entry.type === 'passkey.enrolled') {
      const { credential, ...key } = entry.data;
      if (!this.keys.has(credential)) this.keys.set(credential, { ...key, removed: false });
    }
    if (entry.type === 'passkey.removed') this.remove(entry.data.credential);
    return this.check(entry);
  }

  private remove(credential: string): void {
    const key = this.keys.get(credential);
    if (key) this.keys.set(credential, { ...key, removed: true });
  }

  private check(entry: Entry): SignatureFault | undefined {
    const signature = signatureOf(entry);
    if (signature?.factor !== 'passkey') return undefined;
    const { assertion, signed } = signature;
    if (!assertion) return 'assertion-missing';
    if (!signed) return 'hash-missing';
    const key = this.keys.get(assertion.credential);
    if (!key) return 'not-enrolled';
    if (key.removed) return 'removed';
    if (key.person !== entry.actor.person) return 'other-person';
    if (key.publicKey !== assertion.publicKey || key.alg !== assertion.alg) return 'other-key';
    const checked = verifyAssertion(assertion, { challenge: signed, rpId: key.rpId });
    return checked.ok ? undefined : checked.fault;
  }
}
