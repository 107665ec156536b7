import { derivedId } from '#kernel';
import { CertificateCarrier } from './carry-certificate.js';
import { EventCarrier } from './carry-event.js';
import type { DemoCast } from './demo-cast.js';
import { demoPhoto } from './demo-photo.js';
import type { CarriedStory, Story, StoryLot } from './story.js';
import { idOf, keyOf } from './story-ids.js';

interface SubmittedBatch {
  readonly snapshot: string;
  readonly required: readonly string[];
}

/** Carries one story through the REST interface as the people of the demonstration, from seizure to certificate. */
export class StoryCarrier {
  private readonly events: EventCarrier;
  private readonly certificates: CertificateCarrier;

  constructor(
    private readonly cast: DemoCast,
    private readonly progress: (line: string) => void = () => undefined,
  ) {
    this.events = new EventCarrier(cast);
    this.certificates = new CertificateCarrier(cast);
  }

  /** May be repeated: every request carries ids derived from the story and is answered as the first time. */
  async carry(story: Story): Promise<CarriedStory> {
    if (!(await this.certificates.numberOf(story))) await this.fromSeizureToEvents(story);
    return this.certificates.certify(story);
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
    for (const site of story.sites) await this.events.destroy(story, site.code, lots);
    this.progress(`${story.id}: destroyed and witnessed`);
  }

  private async seize(story: Story, lots: readonly StoryLot[]): Promise<void> {
    const officers = [
      await this.cast.person(`${story.agency}.officer1`),
      await this.cast.person(`${story.agency}.officer2`),
    ];
    const id = idOf(story, 'seizure');
    await (
      await this.cast.as(`${story.agency}.officer1`)
    ).post('/api/v1/seizures', {
      id,
      caseNumber: `DEMO-${story.id}`,
      ...at(1),
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
      await this.cast.as(`${story.agency}.officer2`)
    ).post(`/api/v1/seizures/${id}/confirmation`, {}, keyOf(story, 'confirmation'));
  }

  private async photograph(story: Story, lots: readonly StoryLot[]): Promise<void> {
    const officer = await this.cast.as(`${story.agency}.officer1`);
    for (const lot of lots) {
      const { bytes, sha256 } = await demoPhoto(`${story.id} ${lot.id}`);
      await officer.putPhoto(`/api/v1/lots/${lot.id}/photos/${sha256}?stage=seizure`, bytes);
    }
  }

  private async decide(story: Story, lots: readonly StoryLot[]): Promise<void> {
    const officer = await this.cast.as(`${story.agency}.officer1`);
    await officer.post('/api/v1/appraisals', {
      id: idOf(story, 'appraisal'),
      ...at(2),
      lots: lots.map(({ id }) => id),
      result: 'counterfeit',
      body: '质量监督检验站 (演示)',
      reportNumber: `DEMO-JD-${story.id}`,
    });
    await officer.post('/api/v1/decisions', {
      id: idOf(story, 'decision'),
      ...at(3),
      number: `DEMO-CF-${story.id}`,
      kind: 'confiscation',
      finalAt: '2025-11-01T16:00:00.000Z',
      lots: lots.map(({ id }) => id),
    });
  }

  private async store(story: Story, lots: readonly StoryLot[]): Promise<void> {
    const id = idOf(story, 'transfer');
    const to = await this.cast.person(`${story.agency}.custodian`);
    const officer = await this.cast.as(`${story.agency}.officer1`);
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
    const custodian = await this.cast.as(`${story.agency}.custodian`);
    await custodian.post(`/api/v1/custody-transfers/${id}/acceptance`, { lines }, keyOf(story, 'acceptance'));
  }

  private async approve(story: Story, lots: readonly StoryLot[]): Promise<SubmittedBatch> {
    const id = idOf(story, 'batch');
    const coordinator = await this.cast.as(`${story.agency}.coordinator`);
    const { title, method, sites } = story;
    const lines = lots.map(({ id: lot, amount, unit, site }) => ({
      lot,
      quantity: { amount, unit },
      site,
    }));
    await coordinator.post('/api/v1/batches', { id, title, method, sites, lots: lines });
    const batch = await coordinator.post<SubmittedBatch>(
      `/api/v1/batches/${id}/submission`,
      {},
      keyOf(story, 'submission'),
    );
    for (const agency of batch.required) {
      const approver = await this.cast.as(`${agency}.approver`);
      const stepUp = await approver.stepUp('approve', batch.snapshot);
      const decision = { decision: 'approve', snapshot: batch.snapshot, stepUp };
      await approver.post(`/api/v1/batches/${id}/approvals`, decision, keyOf(story, `approval ${agency}`));
    }
    return batch;
  }
}

/** The case happened in some months of 2025: fixed, so that an interrupted demonstration says the same again. */
function at(step: number): { happened: string; lateReason: string } {
  return {
    happened: `2025-0${String(step * 2 + 1)}-10T02:00:00.000Z`,
    lateReason: '演示数据，事后补录 (demonstration, entered afterwards)',
  };
}
