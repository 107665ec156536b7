import { Injectable } from '@nestjs/common';
import type { PersonId } from '#kernel';
import type { Tx } from '#platform';

/** Something that a person must hand over, count, decide or finish. */
export interface OpenWorkItem {
  /** `custody`, `transfer`, `event`, `batch`, `seizure`. */
  readonly kind: string;
  readonly subject: string;
  /** The number by which people know it. */
  readonly reference: string;
}
export type OpenWorkSource = (tx: Tx, person: PersonId) => Promise<readonly OpenWorkItem[]>;

/** What somebody still has to do. Later libs know that; they register themselves here, as with visibility. */
@Injectable()
export class OpenWork {
  private readonly sources: OpenWorkSource[] = [];

  addSource(source: OpenWorkSource): void {
    this.sources.push(source);
  }

  async of(tx: Tx, person: PersonId): Promise<OpenWorkItem[]> {
    const items: OpenWorkItem[] = [];
    for (const source of this.sources) items.push(...(await source(tx, person)));
    return items;
  }
}
