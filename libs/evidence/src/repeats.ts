import { Injectable } from '@nestjs/common';
import { Integrator, LedgerQueries, type Outcome } from '#ledger';
import { EvidenceQueries, type EvidenceItem } from './evidence.queries.js';

/** Adding evidence is idempotent by what is added, whoever repeats it under whatever key. */
@Injectable()
export class Repeats {
  constructor(
    private readonly evidence: EvidenceQueries,
    private readonly ledger: LedgerQueries,
    private readonly integrator: Integrator,
  ) {}

  /** The first result and receipt of this very photo or document; undefined where it is new. */
  async find<R>(kind: EvidenceItem['kind'], id: string): Promise<Outcome<R> | undefined> {
    const entry = await this.evidence.entryOf(kind, id);
    const first = entry && (await this.ledger.request(entry));
    if (!entry || !first) return undefined;
    await this.integrator.integrate();
    const entries = await this.ledger.receipts(first.entries);
    return { result: first.result as R, entry: entries[0]!, entries, repeated: true };
  }

  /** What `record` gives; the first result where someone else was faster. */
  async orFirst<R>(
    kind: EvidenceItem['kind'],
    id: string,
    record: () => Promise<Outcome<R>>,
  ): Promise<Outcome<R>> {
    try {
      return await record();
    } catch (error) {
      const first = await this.find<R>(kind, id);
      if (first) return first;
      throw error;
    }
  }
}
