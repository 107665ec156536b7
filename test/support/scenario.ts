import { formatInstant, newId, systemClock, type Clock } from '#kernel';
import { demoPhoto } from '../../apps/cli/src/demo/demo-photo.js';
import type { AnswerBody, Answer, SignedClient, TestOffice } from './office.js';

/** A line of goods of a scenario. */
export interface ScenarioLine {
  readonly category?: string;
  readonly description?: string;
  readonly amount: string;
  readonly unit: string;
  readonly site?: string;
}
export interface ScenarioLot extends ScenarioLine {
  readonly id: string;
}
export interface ScenarioOptions {
  /** Code of the agency whose case it is; its officers, custodian and coordinator act. */
  readonly agency?: string;
  readonly lines?: readonly ScenarioLine[];
  readonly sites?: readonly { readonly code: string; readonly name: string; readonly address: string }[];
  readonly method?: string;
  /** User names of the witnesses of each event. */
  readonly witnesses?: readonly string[];
  /** The office's clock, where the test moves it. */
  readonly clock?: Clock;
}
export interface PlannedEvent {
  readonly id: string;
  readonly site: string;
  readonly lots: readonly ScenarioLot[];
}
export interface FrozenList {
  readonly version: number;
  readonly snapshot: string;
  readonly required: readonly string[];
}

const yard = { code: 'yard', name: '县局后院', address: '示范路 1 号' };

/** Gives the body of an answer; throws with the problem where the status is not a success. */
export function ok<T>({ status, body }: Answer<T>): T {
  if (status >= 200 && status < 300) return body;
  throw new Error(`${String(status)} ${JSON.stringify(body)}`);
}

/**
 * Carries goods to a stage over HTTP, as the people of the demonstration: each step can be called alone, `to…`
 * methods do all steps before it. Ids are made at the start, so a test can name the goods at any time.
 */
export class Scenario {
  readonly agency: string;
  readonly sites: NonNullable<ScenarioOptions['sites']>;
  readonly lots: readonly ScenarioLot[];
  readonly seizure: string = newId();
  readonly transfer: string = newId();
  readonly batch: string = newId();
  readonly decision: string = newId();
  private readonly method: string;
  private readonly witnesses: readonly string[];
  private readonly clock: Clock;

  constructor(
    private readonly office: TestOffice,
    options: ScenarioOptions = {},
  ) {
    this.agency = options.agency ?? 'mr';
    this.sites = options.sites ?? [yard];
    this.method = options.method ?? 'mixed';
    this.witnesses = options.witnesses ?? [`${this.agency}.witness`, 'ps.witness'];
    this.clock = options.clock ?? systemClock;
    const lines = options.lines ?? [{ amount: '1860', unit: 'piece' }];
    this.lots = lines.map((line) => ({ site: this.sites[0]!.code, ...line, id: newId() }));
  }

  private now(): { happened: string } {
    return { happened: formatInstant(this.clock.now()) };
  }

  /** Somebody of the scenario's agency (`officer1`), or anybody by full user name (`ps.witness`). */
  as(who: string): Promise<SignedClient> {
    return this.office.as(who.includes('.') ? who : `${this.agency}.${who}`);
  }
  async person(who: string): Promise<string> {
    return (await this.as(who)).person.id;
  }

  async register(): Promise<void> {
    const officers = [await this.person('officer1'), await this.person('officer2')];
    ok(
      await (
        await this.as('officer1')
      ).post('/api/v1/seizures', {
        ...this.now(),
        id: this.seizure,
        caseNumber: `CASE-${this.seizure.slice(-6)}`,
        measure: 'seizure',
        legalBasis: '《中华人民共和国商标法》第六十条',
        place: '示范县仓库路 3 号',
        officers,
        lots: this.lots.map(({ id, category, description, amount, unit }) => ({
          id,
          category: category ?? 'clothing',
          description: description ?? '男式夹克',
          quantity: { amount, unit },
          basis: 'counted',
        })),
      }),
    );
  }
  async confirm(): Promise<void> {
    ok(await (await this.as('officer2')).post(`/api/v1/seizures/${this.seizure}/confirmation`));
  }
  async photograph(): Promise<void> {
    const officer = await this.as('officer1');
    for (const { id } of this.lots) {
      const { bytes, sha256 } = await demoPhoto(`lot ${id}`);
      ok(await officer.putBytes(`/api/v1/lots/${id}/photos/${sha256}?stage=seizure`, bytes, jpeg));
    }
  }
  async appraise(result = 'counterfeit'): Promise<void> {
    const lots = this.lots.map(({ id }) => id);
    const body = {
      ...this.now(),
      lots,
      result,
      body: '质量监督检验站',
      reportNumber: `JD-${this.seizure.slice(-6)}`,
    };
    ok(await (await this.as('officer1')).post('/api/v1/appraisals', body));
  }
  async decide(): Promise<void> {
    ok(
      await (
        await this.as('officer1')
      ).post('/api/v1/decisions', {
        ...this.now(),
        id: this.decision,
        number: `CF-${this.seizure.slice(-6)}`,
        kind: 'confiscation',
        finalAt: formatInstant(this.clock.now()),
        lots: this.lots.map(({ id }) => id),
      }),
    );
  }
  /** Offers all goods to the agency's custodian. */
  async offer(): Promise<void> {
    const to = await this.person('custodian');
    const body = {
      id: this.transfer,
      to,
      lots: this.lots.map(({ id: lot }) => ({ lot })),
      location: '甲 3-1',
    };
    ok(await (await this.as('officer1')).post('/api/v1/custody-transfers', body));
  }
  /** The custodian counts as many as were offered. */
  async accept(): Promise<void> {
    const lines = this.lots.map(({ id: lot, amount, unit }) => ({
      lot,
      received: { amount, unit },
      sealsIntact: true,
    }));
    const path = `/api/v1/custody-transfers/${this.transfer}/acceptance`;
    ok(await (await this.as('custodian')).post(path, { lines }));
  }
  async draft(): Promise<void> {
    const lots = this.lots.map(({ id: lot, amount, unit, site }) => ({
      lot,
      quantity: { amount, unit },
      site,
    }));
    const { method, sites } = this;
    const body = { id: this.batch, title: '假冒侵权罚没物品集中销毁', method, sites, lots };
    ok(await (await this.as('coordinator')).post('/api/v1/batches', body));
  }
  async submit(): Promise<FrozenList> {
    return ok(await (await this.as('coordinator')).post(`/api/v1/batches/${this.batch}/submission`));
  }
  /** Every required agency's approver approves the list. */
  async approve(list: FrozenList): Promise<void> {
    for (const agency of list.required) ok(await this.vote(agency, list));
  }
  /** One agency's decision with a fresh step-up; gives the answer, whatever it is. */
  async vote(agency: string, { snapshot }: FrozenList, more: object = {}): Promise<Answer<AnswerBody>> {
    const approver = await this.as(`${agency}.approver`);
    const stepUp = await approver.stepUp('approve', snapshot);
    const body = { decision: 'approve', snapshot, stepUp, ...more };
    return approver.post(`/api/v1/batches/${this.batch}/approvals`, body);
  }

  /** Registered, confirmed, photographed, appraised, decided. */
  async toDecided(): Promise<void> {
    await this.register();
    await this.confirm();
    await this.photograph();
    await this.appraise();
    await this.decide();
  }
  async toStored(): Promise<void> {
    await this.toDecided();
    await this.offer();
    await this.accept();
  }
  async toSubmitted(): Promise<FrozenList> {
    await this.toStored();
    await this.draft();
    return this.submit();
  }
  async toApproved(): Promise<FrozenList> {
    const list = await this.toSubmitted();
    await this.approve(list);
    return list;
  }

  lotsOf(site: string): ScenarioLot[] {
    return this.lots.filter((lot) => lot.site === site);
  }
  /** Plans the event of a site; `more` replaces fields of the request. Gives the answer, whatever it is. */
  async tryPlan(site = this.sites[0]!.code, more: object = {}): Promise<Answer<AnswerBody>> {
    const witnesses: string[] = [];
    for (const who of this.witnesses) witnesses.push(await this.person(who));
    const coordinator = await this.as('coordinator');
    return coordinator.post(`/api/v1/batches/${this.batch}/events`, {
      site,
      startsAt: '2026-11-24T01:00:00.000Z',
      lead: coordinator.person.id,
      witnesses,
      ...more,
    });
  }
  async plan(site = this.sites[0]!.code): Promise<PlannedEvent> {
    const { id } = ok<{ id: string }>(await this.tryPlan(site));
    return { id, site, lots: this.lotsOf(site) };
  }
  async stage({ id, lots }: PlannedEvent): Promise<void> {
    const lines = lots.map(({ id: lot, amount, unit }) => ({ lot, staged: { amount, unit } }));
    ok(await (await this.as('custodian')).post(`/api/v1/events/${id}/staging`, { lines }));
  }
  async photographEvent({ id, site }: PlannedEvent): Promise<void> {
    const coordinator = await this.as('coordinator');
    for (const stage of ['before', 'during', 'after']) {
      const { bytes, sha256 } = await demoPhoto(`${id} ${stage}`);
      const path = `/api/v1/events/${id}/photos/${sha256}?stage=${stage}&site=${site}`;
      ok(await coordinator.putBytes(path, bytes, jpeg));
    }
  }
  /** Records one line; gives the answer, whatever it is. */
  async tryRecord(event: PlannedEvent, lot: ScenarioLot, result: object): Promise<Answer<AnswerBody>> {
    return (await this.as('coordinator')).put(`/api/v1/events/${event.id}/lines/${lot.id}`, result);
  }
  /** Records every line as destroyed. */
  async record(event: PlannedEvent): Promise<void> {
    for (const lot of event.lots) {
      ok(await this.tryRecord(event, lot, { destroyed: { amount: lot.amount, unit: lot.unit } }));
    }
  }
  /** A witness states what was seen of all lines; gives the answer, whatever it is. */
  async tryWitness({ id, lots }: PlannedEvent, who: string, more: object = {}): Promise<Answer<AnswerBody>> {
    const witness = await this.as(who);
    const { body } = await witness.get(`/api/v1/events/${id}`);
    return witness.post(`/api/v1/events/${id}/witness-statements`, {
      statement: '现场清点、销毁全过程均已见证，数量与清单一致。',
      from: '2026-11-24T01:00:00.000Z',
      to: '2026-11-24T02:00:00.000Z',
      lines: lots.map((lot) => lot.id),
      sha256: body.linesHash,
      ...more,
    });
  }
  async witness(event: PlannedEvent): Promise<void> {
    for (const who of this.witnesses) ok(await this.tryWitness(event, who));
  }
  async tryClose({ id }: PlannedEvent): Promise<Answer<AnswerBody>> {
    return (await this.as('coordinator')).post(`/api/v1/events/${id}/closure`);
  }
  /** Staged, photographed, recorded, witnessed. */
  async toWitnessed(site = this.sites[0]!.code): Promise<PlannedEvent> {
    const event = await this.plan(site);
    await this.stage(event);
    await this.photographEvent(event);
    await this.record(event);
    await this.witness(event);
    return event;
  }
  /** All sites of the batch destroyed, witnessed and closed. */
  async toClosed(): Promise<readonly PlannedEvent[]> {
    await this.toApproved();
    const events: PlannedEvent[] = [];
    for (const { code } of this.sites) {
      const event = await this.toWitnessed(code);
      ok(await this.tryClose(event));
      events.push(event);
    }
    return events;
  }

  /** Balances other than zero of a lot by account, as the interface shows them. */
  async balances({ id }: { readonly id: string }): Promise<Record<string, string>> {
    const { body } = await (await this.as('officer1')).get(`/api/v1/lots/${id}`);
    return Object.fromEntries(
      (body.balances as { account: string; amount: string }[]).map(({ account, amount }) => [
        account,
        amount,
      ]),
    );
  }
}

const jpeg = { 'content-type': 'image/jpeg' };
