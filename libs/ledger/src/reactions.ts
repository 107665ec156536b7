import { Injectable } from '@nestjs/common';
import type { Entry, EntryDraft, EntryOf, EntryType } from '#entries';
import type { LotId } from '#kernel';
import type { Tx } from '#platform';

type React<T extends EntryType> = (tx: Tx, entry: EntryOf<T>) => Promise<readonly EntryDraft[]>;
type LockAhead = (tx: Tx, lots: readonly LotId[]) => Promise<void>;

/**
 * How a later step of the goods' life answers to an entry of an earlier one (a hold excludes lots from a batch)
 * without the earlier lib knowing the later. The answers are entries of the same unit of work; a rebuild reads
 * them from the ledger and never reacts again.
 */
@Injectable()
export class Reactions {
  private readonly byType = new Map<EntryType, React<never>[]>();
  private readonly lockers: LockAhead[] = [];

  /** Registers which further entries an entry of this type calls for. */
  on<T extends EntryType>(type: T, react: React<T>): void {
    this.byType.set(type, [...(this.byType.get(type) ?? []), react as React<never>]);
  }

  /** Registers a lock that must be taken before the lots' (the one lock order of ledger.md). */
  onLockAhead(lock: LockAhead): void {
    this.lockers.push(lock);
  }

  /** For commands whose entries others react to: call before locking the lots, or the lock order is broken. */
  async lockAhead(tx: Tx, lots: readonly LotId[]): Promise<void> {
    for (const lock of this.lockers) await lock(tx, lots);
  }

  /** The further entries that this one calls for, in order of registration. */
  async to(tx: Tx, entry: Entry): Promise<EntryDraft[]> {
    const drafts: EntryDraft[] = [];
    for (const react of this.byType.get(entry.type) ?? []) drafts.push(...(await react(tx, entry as never)));
    return drafts;
  }
}
