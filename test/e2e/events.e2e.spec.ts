import { newId } from '#kernel';
import { startOffice, type TestOffice } from '../support/office.js';
import { ok, Scenario, type PlannedEvent, type ScenarioOptions } from '../support/scenario.js';

let office: TestOffice;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

const sites = [
  { code: 'yard', name: '县局后院', address: '示范路 1 号' },
  { code: 'landfill', name: '定点垃圾填埋场', address: '示范路 9 号' },
];
const shoes = { category: 'sport-shoes', description: '男女跑鞋', unit: 'pair' };
const jackets = { amount: '1860', unit: 'piece' };

async function approved(options: ScenarioOptions = {}): Promise<Scenario> {
  const scenario = new Scenario(office, { lines: [jackets, { ...shoes, amount: '1230' }], ...options });
  await scenario.toApproved();
  return scenario;
}
async function staged(options?: ScenarioOptions): Promise<{ scenario: Scenario; event: PlannedEvent }> {
  const scenario = await approved(options);
  const event = await scenario.plan();
  await scenario.stage(event);
  return { scenario, event };
}
const codes = (body: { errors?: { code: string }[] }) => (body.errors ?? []).map(({ code }) => code);
const pieces = (amount: string) => ({ amount, unit: 'piece' });

describe('two sites of one batch', () => {
  it('carries goods from the store to the end, each site by its own event', async () => {
    const scenario = new Scenario(office, {
      sites,
      lines: [
        { ...jackets, site: 'yard' },
        { ...shoes, amount: '1230', site: 'landfill' },
      ],
    });
    const events = await scenario.toClosed();
    expect(events).toHaveLength(2);
    expect(await scenario.balances(scenario.lots[0]!)).toEqual({ seized: '-1860', destroyed: '1860' });
    expect(await scenario.balances(scenario.lots[1]!)).toEqual({ seized: '-1230', destroyed: '1230' });
    const { body } = await (await scenario.as('coordinator')).get(`/api/v1/events/${events[1]!.id}`);
    expect(body).toMatchObject({
      state: 'closed',
      site: 'landfill',
      reference: expect.stringMatching(/^HD-\d{4}-\d{4}$/),
      lines: [{ destroyed: { amount: '1230', unit: 'pair' }, missing: { amount: '0', unit: 'pair' } }],
      open: [],
      next: null,
    });
  });

  it('says at every point what is next and what is still open', async () => {
    const scenario = await approved();
    const next = async (event: PlannedEvent) => {
      const { body } = await (
        await scenario.as('coordinator')
      ).get(`/api/v1/events/${event.id}`, {
        'accept-language': 'en',
      });
      return [body.next, new Set((body.open as { code: string }[]).map(({ code }) => code))];
    };
    const event = await scenario.plan();
    expect(await next(event)).toEqual(['staging', new Set(['event.line-not-staged', 'event.photo-missing'])]);
    await scenario.stage(event);
    expect((await next(event))[0]).toBe('results');
    await scenario.record(event);
    expect((await next(event))[0]).toBe('photos');
    await scenario.photographEvent(event);
    expect(await next(event)).toEqual([
      'statements',
      new Set(['event.too-few-statements', 'event.no-outside-statement']),
    ]);
    await scenario.witness(event);
    expect(await next(event)).toEqual(['closure', new Set()]);
    expect((await scenario.tryClose(event)).status).toBe(201);
  });

  it('shows an event to those who take part, and to nobody else', async () => {
    const scenario = await approved();
    const event = await scenario.plan();
    const seen = async (who: string) =>
      (await (await office.as(who)).get(`/api/v1/events/${event.id}`)).status;
    expect(await seen('ps.witness')).toBe(200);
    expect(await seen('mr.approver')).toBe(200);
    expect(await seen('tb.coordinator')).toBe(404);
    const list = (await (await office.as('tb.witness')).get('/api/v1/events')).body.items;
    expect(list).toEqual([]);
    const mine = (await (await office.as('ps.witness')).get('/api/v1/events?state=planned')).body.items;
    expect((mine as { id: string }[]).map(({ id }) => id)).toContain(event.id);
  });
});

describe('planning', () => {
  it('waits until every agency has approved', async () => {
    const scenario = new Scenario(office);
    await scenario.toSubmitted();
    expect(await scenario.tryPlan()).toMatchObject({
      status: 409,
      body: { type: 'urn:problem:batch-not-approved' },
    });
  });

  it('refuses a lead as witness', async () => {
    const scenario = await approved();
    const lead = await scenario.person('coordinator');
    const witnesses = [lead, await scenario.person('ps.witness')];
    expect(await scenario.tryPlan('yard', { witnesses })).toMatchObject({
      status: 403,
      body: { type: 'urn:problem:lead-as-witness' },
    });
  });

  it('refuses one witness, the same one twice, nobody from outside, people without the role', async () => {
    const scenario = await approved();
    const own = await scenario.person('witness');
    const outside = await scenario.person('ps.witness');
    const officer = await scenario.person('officer1');
    const plan = async (witnesses: string[]) => codes((await scenario.tryPlan('yard', { witnesses })).body);
    expect(await plan([outside])).toEqual(['event.too-few-witnesses']);
    expect(await plan([outside, outside])).toEqual(['event.witness-twice', 'event.too-few-witnesses']);
    expect(await plan([own])).toContain('event.no-outside-witness');
    expect(await plan([outside, officer])).toEqual(['event.not-witness-role']);
    expect(await plan([outside, newId()])).toEqual(['event.not-witness-role']);
    expect(codes((await scenario.tryPlan('yard', { lead: officer })).body)).toEqual([
      'event.lead-not-coordinator',
    ]);
  });

  it('refuses as witness whoever approved these goods, and names the entry', async () => {
    const scenario = await approved();
    const approver = await scenario.person('approver');
    ok(await (await scenario.as('admin')).post(`/api/v1/people/${approver}/roles`, { role: 'witness' }));
    const witnesses = [approver, await scenario.person('ps.witness')];
    const answer = await scenario.tryPlan('yard', { witnesses });
    expect(answer).toMatchObject({
      status: 403,
      body: { type: 'urn:problem:same-goods', facts: { rule: 'witness-apart', act: 'approved' } },
    });
    expect(answer.body.facts.entry).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('knows the sites of the batch, and one event at a time for each', async () => {
    const scenario = await approved();
    expect(codes((await scenario.tryPlan('moon')).body)).toEqual(['event.site-unknown']);
    await scenario.plan();
    expect(await scenario.tryPlan()).toMatchObject({
      status: 409,
      body: { type: 'urn:problem:site-has-event' },
    });
  });

  it('is for the agency that runs the batch: others do not see it, joint ones may not', async () => {
    const scenario = await approved();
    const plan = async (who: string) =>
      (
        await (
          await office.as(who)
        ).post(`/api/v1/batches/${scenario.batch}/events`, {
          site: 'yard',
          startsAt: '2026-11-24T01:00:00.000Z',
          lead: newId(),
          witnesses: [],
        })
      ).status;
    expect(await plan('tb.coordinator')).toBe(404);
    expect(await plan('eco.approver')).toBe(403);
    expect(await plan('mr.officer1')).toBe(403);
  });

  it('answers a repeat with the first event, and lets one of many parallel plans through', async () => {
    const scenario = await approved();
    const id = newId<string>();
    const answers = [await scenario.tryPlan('yard', { id }), await scenario.tryPlan('yard', { id })];
    expect(answers.map(({ status }) => status)).toEqual([201, 200]);
    expect(answers[1]!.body).toEqual(answers[0]!.body);
    const other = await approved();
    const many = await Promise.all(Array.from({ length: 5 }, () => other.tryPlan()));
    expect(many.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
  });
});

describe('counting goods out of the store', () => {
  const stage = async (scenario: Scenario, event: PlannedEvent, lines: object[], who = 'custodian') =>
    (await scenario.as(who)).post(`/api/v1/events/${event.id}/staging`, { lines });

  it('books what is short as shortage, with a reason', async () => {
    const scenario = await approved();
    const event = await scenario.plan();
    const lot = event.lots[0]!.id;
    const short = { lot, staged: pieces('1850'), short: pieces('10') };
    expect(codes((await stage(scenario, event, [short])).body)).toEqual(['event.reason-missing']);
    ok(await stage(scenario, event, [{ ...short, reason: '包装破损' }]));
    expect(await scenario.balances({ id: lot })).toEqual({ seized: '-1860', staged: '1850', shortage: '10' });
  });

  it('refuses more and less than was approved, other units, and what is no quantity', async () => {
    const scenario = await approved();
    const event = await scenario.plan();
    const lot = event.lots[0]!.id;
    const of = async (staged: object) => codes((await stage(scenario, event, [{ lot, staged }])).body);
    expect(await of(pieces('1861'))).toEqual(['event.staging-sum']);
    expect(await of(pieces('1859'))).toEqual(['event.staging-sum']);
    expect(await of(pieces('-1'))).toEqual(['quantity.negative']);
    expect(await of({ amount: '1860', unit: 'pair' })).toEqual(['quantity.other-family']);
    expect(await scenario.balances({ id: lot })).toMatchObject({ allocated: '1860' });
  });

  it('is for the custodian who keeps the goods', async () => {
    const scenario = await approved();
    const event = await scenario.plan();
    const line = { lot: event.lots[0]!.id, staged: pieces('1860') };
    expect((await stage(scenario, event, [line], 'coordinator')).status).toBe(403);
    expect((await stage(scenario, event, [line], 'tb.custodian')).status).toBe(404);
  });

  it('counts each lot once, and only lots of the event', async () => {
    const { scenario, event } = await staged();
    const line = { lot: event.lots[0]!.id, staged: pieces('1860') };
    expect(codes((await stage(scenario, event, [line])).body)).toEqual(['event.line-staged']);
    expect(codes((await stage(scenario, event, [line, line])).body)).toEqual(['event.line-twice']);
    expect(codes((await stage(scenario, event, [{ ...line, lot: newId() }])).body)).toEqual([
      'event.line-unknown',
    ]);
  });

  it('leaves goods in the store that were put on hold after the approval', async () => {
    const scenario = await approved();
    const event = await scenario.plan();
    const [lot] = event.lots;
    const hold = { lots: [lot!.id], reason: '另案证据' };
    ok(await (await scenario.as('officer1')).post('/api/v1/holds', hold));
    expect(await scenario.balances(lot!)).toEqual({ seized: '-1860', custody: '1860' });
    const answer = await stage(scenario, event, [{ lot: lot!.id, staged: pieces('1860') }]);
    expect(codes(answer.body)).toEqual(['event.line-excluded']);
    const rest = event.lots.slice(1);
    const short: PlannedEvent = { ...event, lots: rest };
    await scenario.stage(short);
    await scenario.photographEvent(short);
    await scenario.record(short);
    await scenario.witness(short);
    expect((await scenario.tryClose(short)).status).toBe(201);
    expect(await scenario.balances(lot!)).toEqual({ seized: '-1860', custody: '1860' });
  });
});

describe('calling an event off', () => {
  const cancel = async (scenario: Scenario, event: PlannedEvent, more: object = {}) =>
    (await scenario.as('coordinator')).post(`/api/v1/events/${event.id}/cancellation`, {
      reason: '暴雨',
      ...more,
    });

  it('before staging leaves the goods in the batch for another event', async () => {
    const scenario = await approved();
    const event = await scenario.plan();
    expect((await cancel(scenario, event)).body).toMatchObject({ state: 'cancelled' });
    expect(await scenario.balances(scenario.lots[0]!)).toEqual({ seized: '-1860', allocated: '1860' });
    expect((await scenario.tryPlan()).status).toBe(201);
  });

  it('after staging counts the goods back into custody, and what is gone is a shortage', async () => {
    const { scenario, event } = await staged();
    const [lot, second] = event.lots;
    expect(codes((await cancel(scenario, event)).body)).toEqual([
      'event.recount-missing',
      'event.recount-missing',
    ]);
    const lines = [
      { lot: lot!.id, returned: pieces('1859'), missing: pieces('1') },
      { lot: second!.id, returned: { amount: '1230', unit: 'pair' } },
    ];
    const wrong = [{ ...lines[0], missing: pieces('2') }, lines[1]];
    expect(codes((await cancel(scenario, event, { lines: wrong })).body)).toEqual(['event.recount-sum']);
    ok(await cancel(scenario, event, { lines }));
    expect(await scenario.balances(lot!)).toEqual({ seized: '-1860', custody: '1859', shortage: '1' });
    expect(await scenario.balances(second!)).toEqual({ seized: '-1230', custody: '1230' });
  });

  it('lets the batch be certified: goods that went back are accounted for, goods never staged are not', async () => {
    const scenario = new Scenario(office, {
      sites,
      lines: [
        { ...jackets, site: 'yard' },
        { ...shoes, amount: '1230', site: 'landfill' },
      ],
    });
    await scenario.toApproved();
    ok(await scenario.tryClose(await scenario.toWitnessed('yard')));
    const preview = async () =>
      (await scenario.as('issuer')).get(`/api/v1/batches/${scenario.batch}/certificate-preview`);
    const first = await scenario.plan('landfill');
    ok(await cancel(scenario, first));
    expect((await preview()).status).toBe(409);
    const second = await scenario.plan('landfill');
    await scenario.stage(second);
    const lines = [{ lot: second.lots[0]!.id, returned: { amount: '1230', unit: 'pair' } }];
    ok(await cancel(scenario, second, { lines }));
    expect((await preview()).body.content.lines).toMatchObject([
      { lot: scenario.lots[0]!.id, destroyed: pieces('1860') },
    ]);
  });

  it('postpones with a reason', async () => {
    const { scenario, event } = await staged();
    const coordinator = await scenario.as('coordinator');
    const path = `/api/v1/events/${event.id}/postponement`;
    const startsAt = '2026-12-01T01:00:00.000Z';
    expect((await coordinator.post(path, { startsAt })).status).toBe(422);
    ok(await coordinator.post(path, { startsAt, reason: '焚烧炉检修' }));
    const { body } = await coordinator.get(`/api/v1/events/${event.id}`);
    expect(body).toMatchObject({ state: 'staged', startsAt });
  });
});
