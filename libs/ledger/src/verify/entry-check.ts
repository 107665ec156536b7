import { assertEntry, type Entry } from '#entries';
import { leafHash, parseCanonical, toHex, type Hash } from '#merkle';
import { balanceChanges, type BalanceChange } from '../domain/postings.js';
import { PasskeyRegister } from '#papers';
import type { LedgerProblem } from './problem.js';

export interface StoredLeaf {
  readonly seq: number;
  readonly leafHash: Buffer;
  readonly entryId: string;
  /** Absent where the row of the entry is gone. */
  readonly body: Buffer | null;
}

/** Checks one stored entry after the other: bytes, leaf, subject versions, signatures by passkeys; hands out the balance changes. */
export class EntryCheck {
  private readonly versions = new Map<string, number>();
  private readonly passkeys = new PasskeyRegister();
  readonly problems: LedgerProblem[] = [];

  /** Gives the leaf recomputed from the stored bytes, and what the entry posts. */
  check(stored: StoredLeaf): { leaf: Hash; changes: readonly BalanceChange[] } {
    const { seq, body } = stored;
    if (!body) {
      this.problems.push({
        seq,
        kind: 'missing-entry',
        expected: `entry ${stored.entryId}`,
        found: 'no such row',
      });
      return { leaf: stored.leafHash, changes: [] };
    }
    const leaf = leafHash(body);
    if (!stored.leafHash.equals(leaf)) {
      this.problems.push({ seq, kind: 'leaf-changed', expected: toHex(stored.leafHash), found: toHex(leaf) });
    }
    const entry = this.read(seq, body);
    if (!entry) return { leaf, changes: [] };
    this.checkVersion(seq, entry);
    this.checkSignature(seq, entry);
    return { leaf, changes: balanceChanges(entry.postings) };
  }

  /** What an entry posts that is recorded and has no number yet. */
  pending(body: Buffer): readonly BalanceChange[] {
    const entry = this.read(undefined, body);
    return entry ? balanceChanges(entry.postings) : [];
  }

  private read(seq: number | undefined, body: Buffer): Entry | undefined {
    try {
      const entry = parseCanonical(body) as unknown;
      assertEntry(entry);
      return entry;
    } catch (error) {
      const code = (error as { code?: string }).code ?? 'jcs.not-canonical';
      const kind = code.startsWith('entry.') ? 'entry-malformed' : 'not-canonical';
      this.problems.push({
        ...(seq !== undefined && { seq }),
        ...{ kind, expected: 'an entry in RFC 8785 form', found: code },
      });
      return undefined;
    }
  }

  private checkSignature(seq: number, entry: Entry): void {
    const found = this.passkeys.follow(entry);
    if (found === undefined) return;
    const expected = `a passkey of ${entry.actor.person} that signed what the entry names`;
    this.problems.push({ seq, kind: 'signature-invalid', expected, found });
  }

  private checkVersion(seq: number, { subject }: Entry): void {
    const key = `${subject.kind} ${subject.id}`;
    const expected = (this.versions.get(key) ?? 0) + 1;
    this.versions.set(key, Math.max(expected, subject.version));
    if (subject.version === expected) return;
    this.problems.push({
      seq,
      kind: 'subject-version',
      expected: `version ${String(expected)} of ${key}`,
      found: `version ${String(subject.version)}`,
    });
  }
}
