import { Inject, Injectable } from '@nestjs/common';
import { formatInstant, type Clock } from '#kernel';
import { CLOCK } from '#ledger';
import { setTimeout as wait } from 'node:timers/promises';
import { dueNow, scrubPassMs } from '../domain/pass.js';
import { CareOptions } from './care-options.js';
import { Mending } from './mending.service.js';
import { WalkRepository, type Walk, type WalkedObject } from './walk.repository.js';

const page = 100;
const day = 24 * 3600 * 1000;

/** Walks over every object, resumable at any object: hashes all within 30 days, asks every night whether all are there. */
@Injectable()
export class Scrub {
  constructor(
    private readonly walks: WalkRepository,
    private readonly mending: Mending,
    private readonly options: CareOptions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Hashes as many objects as are due, no faster than the configured rate. Throws `busy` where the store is away. */
  async hashDue(signal: AbortSignal): Promise<void> {
    const walk = await this.walks.load('scrub', this.clock.now());
    const total = await this.walks.total();
    const due = dueNow(walk, { nowMs: this.clock.now(), total, passMs: scrubPassMs });
    await this.walk(walk, { due, signal, look: (object) => this.paced(object, signal) });
  }

  /** "An entry without bytes" can't happen; this proves it once a day. */
  async askPresent(signal: AbortSignal): Promise<void> {
    const nowMs = this.clock.now();
    const walk = await this.walks.load('presence', nowMs);
    const waits = walk.cursor === undefined && walk.finished !== undefined;
    if (waits && nowMs - Date.parse(walk.finished!) < day) return;
    await this.walk(walk, { due: Infinity, signal, look: (object) => this.mending.present(object) });
  }

  private async walk(
    begun: Walk,
    how: {
      due: number;
      signal: AbortSignal;
      look: (object: WalkedObject) => Promise<number | undefined>;
    },
  ): Promise<void> {
    let walk = begun;
    for (let left = how.due; left > 0;) {
      const objects = await this.walks.next(walk.cursor, Math.min(page, left));
      for (const object of objects) {
        if (how.signal.aborted) return;
        walk = after(walk, object, await how.look(object));
        await this.walks.save(walk);
      }
      left -= objects.length;
      if (objects.length === 0) {
        await this.walks.save(this.ended(walk));
        return;
      }
    }
  }

  /** The next pass begins where this one ends. */
  private ended({ name }: Walk): Walk {
    const startedMs = this.clock.now();
    return { name, startedMs, checked: 0, bytes: 0, faults: 0, finished: formatInstant(startedMs) };
  }

  private async paced(object: WalkedObject, signal: AbortSignal): Promise<number | undefined> {
    const size = await this.mending.hashed(object);
    const pauseMs = ((size ?? 0) / this.options.scrubBytesPerSecond) * 1000;
    if (pauseMs >= 1) await wait(pauseMs, undefined, { signal }).catch(() => undefined);
    return size;
  }
}

function after(walk: Walk, { sha256 }: WalkedObject, size: number | undefined): Walk {
  return {
    ...walk,
    cursor: sha256,
    checked: walk.checked + 1,
    bytes: walk.bytes + (size ?? 0),
    faults: walk.faults + (size === undefined ? 1 : 0),
  };
}
