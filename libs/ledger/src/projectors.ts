import { Injectable } from '@nestjs/common';
import type { Entry, EntryOf, EntryType } from '#entries';
import type { Tx } from '#platform';

type Project<T extends EntryType> = (tx: Tx, entry: EntryOf<T>) => Promise<void>;

/**
 * The projectors of all libs by entry type. A projector is the only writer of its tables, reads nothing but the
 * entry and `state`, and runs in the unit of work that records the entry; the same ones rebuild the tables.
 */
@Injectable()
export class Projectors {
  private readonly byType = new Map<EntryType, Project<never>[]>();

  /** Registers what an entry type changes; several libs may follow one type, in the order of their registration. */
  on<T extends EntryType>(type: T, project: Project<T>): void {
    this.byType.set(type, [...(this.byType.get(type) ?? []), project as Project<never>]);
  }

  /** Runs every projector of the entry's type, one after the other. */
  async project(tx: Tx, entry: Entry): Promise<void> {
    for (const project of this.byType.get(entry.type) ?? []) await project(tx, entry as never);
  }
}
