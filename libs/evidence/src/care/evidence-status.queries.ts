import { Injectable } from '@nestjs/common';
import { formatInstant, type Instant, type Sha256 } from '#kernel';
import { FaultQueries } from '../fault.queries.js';
import { SecondCopy } from './second-copy.js';
import { WalkRepository, type Walk } from './walk.repository.js';

const mostNamed = 100;

export interface WalkStatus {
  readonly started: Instant;
  /** Objects of this pass that were looked at, out of how many, and how many of them were wrong or gone. */
  readonly checked: number;
  readonly total: number;
  readonly faults: number;
  /** End of the last whole pass; absent where none has ended yet. */
  readonly finished?: Instant;
}

export interface EvidenceStatus {
  readonly scrub?: WalkStatus;
  readonly presence?: WalkStatus;
  readonly copy?: { readonly store: string; readonly objects: number };
  /** Objects whose bytes are wrong or gone and not repaired; at most 100. */
  readonly damaged: readonly Sha256[];
}

/** How far the rounds have come and what they found: for the status page. */
@Injectable()
export class EvidenceStatusQueries {
  constructor(
    private readonly walks: WalkRepository,
    private readonly faults: FaultQueries,
    private readonly copy: SecondCopy,
  ) {}

  async status(): Promise<EvidenceStatus> {
    const total = await this.walks.total();
    const walks = await this.walks.all();
    const name = this.copy.store?.name;
    return {
      ...Object.fromEntries(walks.map((walk) => [walk.name, shown(walk, total)])),
      ...(name !== undefined && { copy: { store: name, objects: await this.walks.copies(name) } }),
      damaged: await this.faults.standing(mostNamed),
    };
  }
}

function shown({ startedMs, checked, faults, finished }: Walk, total: number): WalkStatus {
  return {
    started: formatInstant(startedMs),
    checked,
    total,
    faults,
    ...(finished !== undefined && { finished }),
  };
}
