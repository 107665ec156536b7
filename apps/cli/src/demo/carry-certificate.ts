import { setTimeout as wait } from 'node:timers/promises';
import type { ApiClient } from './api-client.js';
import type { DemoCast } from './demo-cast.js';
import { demoPhoto } from './demo-photo.js';
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
    ).post(publication, { photos: await photosFor(story) }, keyOf(story, 'publication'));
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

/** Two pictures of each site, with words; what came to see it nobody made up. */
async function photosFor({ id, sites }: Story): Promise<object[]> {
  const photos: object[] = [];
  for (const { code, name } of sites.slice(0, 4)) {
    const [before, after] = [await demoPhoto(`${id} ${code} before`), await demoPhoto(`${id} ${code} after`)];
    photos.push(
      { sha256: before.sha256, zh: `${name}：销毁前清点`, en: 'Recount before the destruction' },
      { sha256: after.sha256, zh: `${name}：销毁后现场`, en: 'The site after the destruction' },
    );
  }
  return photos;
}
