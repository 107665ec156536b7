import { derivedId } from '#kernel';
import { setTimeout as wait } from 'node:timers/promises';
import { ApiClient } from './api-client.js';
import { demoPhoto } from './demo-photo.js';
import type { CarriedStory, Story, StoryLine } from './story.js';

interface Lot extends StoryLine {
  readonly id: string;
}
interface SubmittedBatch {
  readonly snapshot: string;
  readonly required: readonly string[];
}

/** Carries one story through the REST interface as the people of the demonstration, from seizure to certificate. */
export class StoryCarrier {
  private readonly clients = new Map<string, Promise<ApiClient>>();
  private readonly people = new Map<string, string>();

  constructor(
    private readonly base: string,
    private readonly password: string,
    private readonly progress: (line: string) => void = () => undefined,
  ) {}

  /** May be repeated: every request carries ids derived from the story and is answered as the first time. */
  async carry(story: Story): Promise<CarriedStory> {
    if (!(await this.certificateOf(story))) await this.fromSeizureToEvents(story);
    return this.certify(story);
  }

  private async fromSeizureToEvents(story: Story): Promise<void> {
    const lots = story.lines.map((line, i) => ({
      ...line,
      id: derivedId('story', story.id, 'lot', String(i)),
    }));
    await this.seize(story, lots);
    await this.photograph(story, lots);
    await this.decide(story, lots);
    await this.store(story, lots);
    this.progress(`${story.id}: ${String(lots.length)} lots in custody`);
    const batch = await this.approve(story, lots);
    this.progress(`${story.id}: batch approved by ${batch.required.join(', ')}`);
    for (const site of story.sites) await this.destroy(story, site.code, lots);
    this.progress(`${story.id}: destroyed and witnessed`);
  }

  private as(username: string): Promise<ApiClient> {
    const known = this.clients.get(username) ?? ApiClient.signIn(this.base, username, this.password);
    this.clients.set(username, known);
    return known;
  }

  private async person(username: string): Promise<string> {
    if (this.people.size === 0) {
      const client = await this.as(username);
      const { items } = await client.get<{ items: { id: string; username: string }[] }>(
        '/api/v1/people?limit=1000',
      );
      for (const { id, username: name } of items) this.people.set(name, id);
    }
    return this.people.get(username)!;
  }

  private async seize(story: Story, lots: readonly Lot[]): Promise<void> {
    const officers = [
      await this.person(`${story.agency}.officer1`),
      await this.person(`${story.agency}.officer2`),
    ];
    const id = idOf(story, 'seizure');
    await (
      await this.as(`${story.agency}.officer1`)
    ).post('/api/v1/seizures', {
      id,
      caseNumber: `DEMO-${story.id}`,
      measure: 'seizure',
      legalBasis: '《中华人民共和国商标法》第六十条 (demonstration)',
      place: story.place,
      officers,
      lots: lots.map(({ id: lot, category, description, variety, amount, unit, unitRatio }) => ({
        id: lot,
        category,
        description,
        ...(variety !== undefined && { variety }),
        quantity: { amount, unit },
        ...(unitRatio && { unitRatio }),
        basis: 'counted',
      })),
    });
    await (
      await this.as(`${story.agency}.officer2`)
    ).post(`/api/v1/seizures/${id}/confirmation`, {}, keyOf(story, 'confirmation'));
  }

  private async photograph(story: Story, lots: readonly Lot[]): Promise<void> {
    const officer = await this.as(`${story.agency}.officer1`);
    for (const lot of lots) {
      const { bytes, sha256 } = await demoPhoto(`${story.id} ${lot.id}`);
      await officer.putPhoto(`/api/v1/lots/${lot.id}/photos/${sha256}?stage=seizure`, bytes);
    }
  }

  private async decide(story: Story, lots: readonly Lot[]): Promise<void> {
    const officer = await this.as(`${story.agency}.officer1`);
    await officer.post('/api/v1/appraisals', {
      id: idOf(story, 'appraisal'),
      lots: lots.map(({ id }) => id),
      result: 'counterfeit',
      body: '质量监督检验站 (演示)',
      reportNumber: `DEMO-JD-${story.id}`,
    });
    await officer.post('/api/v1/decisions', {
      id: idOf(story, 'decision'),
      number: `DEMO-CF-${story.id}`,
      kind: 'confiscation',
      finalAt: '2026-01-31T16:00:00.000Z',
      lots: lots.map(({ id }) => id),
    });
  }

  private async store(story: Story, lots: readonly Lot[]): Promise<void> {
    const id = idOf(story, 'transfer');
    const to = await this.person(`${story.agency}.custodian`);
    const officer = await this.as(`${story.agency}.officer1`);
    await officer.post('/api/v1/custody-transfers', {
      id,
      to,
      lots: lots.map(({ id: lot }) => ({ lot })),
      location: 'A-01',
    });
    const lines = lots.map(({ id: lot, amount, unit }) => ({
      lot,
      received: { amount, unit },
      sealsIntact: true,
    }));
    const custodian = await this.as(`${story.agency}.custodian`);
    await custodian.post(`/api/v1/custody-transfers/${id}/acceptance`, { lines }, keyOf(story, 'acceptance'));
  }

  private async approve(story: Story, lots: readonly Lot[]): Promise<SubmittedBatch> {
    const id = idOf(story, 'batch');
    const coordinator = await this.as(`${story.agency}.coordinator`);
    const { title, method, sites } = story;
    const lines = lots.map(({ id: lot, amount, unit, site, method: own }) => ({
      lot,
      quantity: { amount, unit },
      site,
      method: own,
    }));
    await coordinator.post('/api/v1/batches', { id, title, method, sites, lots: lines });
    const batch = await coordinator.post<SubmittedBatch>(
      `/api/v1/batches/${id}/submission`,
      {},
      keyOf(story, 'submission'),
    );
    for (const agency of batch.required) {
      const approver = await this.as(`${agency}.approver`);
      const stepUp = await approver.stepUp('approve', batch.snapshot);
      const decision = { decision: 'approve', snapshot: batch.snapshot, stepUp };
      await approver.post(`/api/v1/batches/${id}/approvals`, decision, keyOf(story, `approval ${agency}`));
    }
    return batch;
  }

  private async destroy(story: Story, site: string, lots: readonly Lot[]): Promise<void> {
    const id = idOf(story, `event ${site}`);
    const here = lots.filter((lot) => lot.site === site);
    const coordinator = await this.as(`${story.agency}.coordinator`);
    const witnesses = [`${story.agency}.witness`, 'ps.witness'];
    await coordinator.post(`/api/v1/batches/${idOf(story, 'batch')}/events`, {
      id,
      site,
      startsAt: '2026-11-24T01:00:00.000Z',
      lead: await this.person(`${story.agency}.coordinator`),
      witnesses: [await this.person(witnesses[0]!), await this.person(witnesses[1]!)],
    });
    const lines = here.map(({ id: lot, amount, unit }) => ({ lot, staged: { amount, unit } }));
    const custodian = await this.as(`${story.agency}.custodian`);
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
    { event, witness, lots }: { event: string; witness: string; lots: readonly Lot[] },
  ): Promise<void> {
    const client = await this.as(witness);
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

  /** The number of the story's certificate, if one was taken. */
  private async certificateOf(story: Story): Promise<string | undefined> {
    const issuer = await this.as(`${story.agency}.issuer`);
    const { items } = await issuer.get<{ items: { number: string }[] }>(
      `/api/v1/certificates?q=${idOf(story, 'batch')}`,
    );
    return items[0]?.number;
  }

  private async certify(story: Story): Promise<CarriedStory> {
    const issuer = await this.as(`${story.agency}.issuer`);
    const number = (await this.certificateOf(story)) ?? (await this.issue(story, issuer));
    await this.untilIssued(issuer, number);
    const publication = `/api/v1/certificates/${number}/publication`;
    await (await this.as(`${story.agency}.coordinator`)).post(publication, {}, keyOf(story, 'publication'));
    const approver = await this.as(`${story.agency}.approver`);
    await approver.post(`${publication}/confirmation`, {}, keyOf(story, 'release'));
    const { totals } = await issuer.get<CarriedStory>(`/api/v1/certificates/${number}.json`);
    return { number, totals };
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

function idOf(story: Story, what: string): string {
  return derivedId('story', story.id, what);
}

/** Idempotency-Key of a write that has no id of its own. */
function keyOf(story: Story, what: string): string {
  return derivedId('story', story.id, 'key', what);
}
