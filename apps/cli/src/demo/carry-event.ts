import { formatInstant, systemClock } from '#kernel';
import { ApiError, type ApiClient } from './api-client.js';
import type { DemoCast } from './demo-cast.js';
import { demoPhoto } from './demo-photo.js';
import type { Story, StoryLot } from './story.js';
import { idOf, keyOf } from './story-ids.js';

/** Carries the approved goods of one site through their destruction. */
export class EventCarrier {
  constructor(private readonly cast: DemoCast) {}

  /** Holds the event of one site, from its planning to its closure. */
  async destroy(story: Story, site: string, lots: readonly StoryLot[]): Promise<void> {
    const id = idOf(story, `event ${site}`);
    const here = lots.filter((lot) => lot.site === site);
    const coordinator = await this.cast.as(`${story.agency}.coordinator`);
    const witnesses = [`${story.agency}.witness`, 'ps.witness'];
    if (!(await planned(coordinator, id))) {
      await coordinator.post(`/api/v1/batches/${idOf(story, 'batch')}/events`, {
        id,
        site,
        startsAt: formatInstant(systemClock.now()),
        lead: await this.cast.person(`${story.agency}.coordinator`),
        witnesses: [await this.cast.person(witnesses[0]!), await this.cast.person(witnesses[1]!)],
      });
    }
    const lines = here.map(({ id: lot, amount, unit }) => ({ lot, staged: { amount, unit } }));
    const custodian = await this.cast.as(`${story.agency}.custodian`);
    await custodian.post(`/api/v1/events/${id}/staging`, { lines }, keyOf(story, `staging ${site}`));
    for (const stage of ['before', 'during', 'after']) {
      const { bytes, sha256 } = await demoPhoto(`${story.id} ${site} ${stage}`);
      await coordinator.putPhoto(`/api/v1/events/${id}/photos/${sha256}?stage=${stage}&site=${site}`, bytes);
    }
    for (const { id: lot, amount, unit } of here) {
      const destroyed = { amount, unit };
      await coordinator.put(`/api/v1/events/${id}/lines/${lot}`, { destroyed }, keyOf(story, `line ${lot}`));
    }
    for (const witness of witnesses) await this.witness(story, { event: id, witness, lots: here });
    await coordinator.post(`/api/v1/events/${id}/closure`, {}, keyOf(story, `closure ${site}`));
  }

  private async witness(
    story: Story,
    { event, witness, lots }: { event: string; witness: string; lots: readonly StoryLot[] },
  ): Promise<void> {
    const client = await this.cast.as(witness);
    const { linesHash, startsAt } = await client.get<{ linesHash: string; startsAt: string }>(
      `/api/v1/events/${event}`,
    );
    const statement = {
      statement: '现场清点、销毁全过程均已见证，数量与清单一致。',
      from: startsAt,
      to: startsAt,
      lines: lots.map(({ id }) => id),
      sha256: linesHash,
    };
    const key = keyOf(story, `statement ${event} ${witness}`);
    await client.post(`/api/v1/events/${event}/witness-statements`, statement, key);
  }
}

/** Planned at an earlier run that was interrupted: the time of its start stays as it was. */
async function planned(client: ApiClient, event: string): Promise<boolean> {
  try {
    await client.get(`/api/v1/events/${event}`);
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return false;
    throw error;
  }
}
