import { setTimeout as wait } from 'node:timers/promises';
import type { ApiClient } from './api-client.js';
import type { DemoCast } from './demo-cast.js';
import type { CarriedStory, Story } from './story.js';
import { idOf, keyOf } from './story-ids.js';

/** Carries a destroyed batch to its issued and released certificate. */
export class CertificateCarrier {
  constructor(private readonly cast: DemoCast) {}

  /** The number of the story's certificate, if one was taken. */
  async numberOf(story: Story): Promise<string | undefined> {
    const issuer = await this.cast.as(`${story.agency}.issuer`);
    const { items } = await issuer.get<{ items: { number: string }[] }>(
      `/api/v1/certificates?q=${idOf(story, 'batch')}`,
    );
    return items[0]?.number;
  }

  /** Issues the certificate and releases its figures. */
  async certify(story: Story): Promise<CarriedStory> {
    const issuer = await this.cast.as(`${story.agency}.issuer`);
    const number = (await this.numberOf(story)) ?? (await this.issue(story, issuer));
    await this.untilIssued(issuer, number);
    const publication = `/api/v1/certificates/${number}/publication`;
    await (
      await this.cast.as(`${story.agency}.coordinator`)
    ).post(publication, {}, keyOf(story, 'publication'));
    const approver = await this.cast.as(`${story.agency}.approver`);
    await approver.post(`${publication}/confirmation`, {}, keyOf(story, 'release'));
    const { totals, headline } = await issuer.get<CarriedStory>(`/api/v1/certificates/${number}.json`);
    return { number, totals, ...(headline && { headline }) };
  }

  private async issue(story: Story, issuer: ApiClient): Promise<string> {
    const batch = `/api/v1/batches/${idOf(story, 'batch')}`;
    const { contentHash } = await issuer.get<{ contentHash: string }>(`${batch}/certificate-preview`);
    const stepUp = await issuer.stepUp('issue', contentHash);
    const { number } = await issuer.post<{ number: string }>(
      `${batch}/certificates`,
      { stepUp },
      keyOf(story, 'certificate'),
    );
    return number;
  }

  private async untilIssued(issuer: ApiClient, number: string): Promise<void> {
    const path = `/api/v1/certificates/${number}`;
    while ((await issuer.get<{ state: string }>(path)).state !== 'issued') await wait(500);
  }
}
