import { Inject, Injectable, Logger } from '@nestjs/common';
import type { DraftOf } from '#entries';
import { system } from '#identity';
import { newId, sha256Hex, type Clock, type EntryId } from '#kernel';
import { CLOCK, Ledger } from '#ledger';
import { StoreProbeQueries, type RecordedProbe } from './store-probe.queries.js';
import { EvidenceStore } from './store/evidence-store.js';
import type { Probe } from './store/probe.js';

const day = 24 * 3600 * 1000;

/** Proves at the start and every night what the store does with a locked object, and records it. */
@Injectable()
export class StoreProbe {
  private readonly logger = new Logger('StoreProbe');
  private probedAt: number | undefined;

  constructor(
    private readonly store: EvidenceStore,
    private readonly queries: StoreProbeQueries,
    private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Probes where it is time; records a result that is new, or the first of a day. */
  async round(): Promise<void> {
    const now = this.clock.now();
    if (this.probedAt !== undefined && now - this.probedAt < day) return;
    const probe = await this.store.probe();
    if (probe.doubt === 'not-held' || probe.doubt === 'no-lock') this.warn(probe);
    const last = await this.queries.newest();
    if (!last || isNews(probe, last) || (isDated(probe) && now - Date.parse(last.recorded) >= day)) {
      await this.record(probe);
    }
    // A store that was away is asked again in the next round.
    if (probe.doubt !== 'unreachable') this.probedAt = now;
  }

  private async record(probe: Probe): Promise<void> {
    const draft = probedDraft(this.store.name, probe);
    const command = {
      ...system,
      key: newId<EntryId>(),
      fingerprint: sha256Hex(JSON.stringify(draft.data)),
    };
    await this.ledger.perform(command, async () => ({ entries: [draft], result: {} }));
  }

  private warn({ steps }: Probe): void {
    const broken = steps.filter(({ held }) => !held);
    for (const { place, attempt, answer } of broken) {
      this.logger.error(`${place} does not protect what it locks: ${attempt} gave ${answer}`);
    }
  }
}

/** Another verdict, or another way to it. */
function isNews(probe: Probe, last: RecordedProbe): boolean {
  return probe.doubt !== last.doubt;
}

/** A store that offers nothing need not say so every day. */
function isDated({ doubt }: Probe): boolean {
  return doubt !== 'not-offered' && doubt !== 'unreachable';
}

function probedDraft(store: string, { doubt, steps }: Probe): DraftOf<'store.probed'> {
  return {
    type: 'store.probed',
    subject: { kind: 'store', id: 'evidence' },
    data: {
      store,
      worm: doubt === undefined ? 'proven' : 'not-proven',
      ...(doubt !== undefined && { doubt }),
      steps: steps.map(({ held, answer, ...step }) => ({
        ...step,
        held: held ? 'yes' : 'no',
        answer: answer.slice(0, 200),
      })),
    },
  };
}
