import { newId } from '#kernel';
import { startOffice, type TestOffice } from '../support/office.js';
import { ok, Scenario, type PlannedEvent, type ScenarioOptions } from '../support/scenario.js';

let office: TestOffice;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

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

describe('results line by line', () => {
  it('returns goods into custody and books missing ones as shortage, with a reason', async () => {
    const { scenario, event } = await staged();
    const [lot, second] = event.lots;
    const result = { destroyed: pieces('1800'), returned: pieces('50'), missing: pieces('10') };
    expect(codes((await scenario.tryRecord(event, lot!, result)).body)).toEqual(['event.reason-missing']);
    ok(await scenario.tryRecord(event, lot!, { ...result, reason: '现场清点' }));
    ok(await scenario.tryRecord(event, second!, { destroyed: { amount: '1230', unit: 'pair' } }));
    await scenario.photographEvent(event);
    await scenario.witness(event);
    expect(await scenario.balances(lot!)).toEqual({ seized: '-1860', staged: '1860' });
    ok(await scenario.tryClose(event));
    expect(await scenario.balances(lot!)).toEqual({
      seized: '-1860',
      destroyed: '1800',
      custody: '50',
      shortage: '10',
    });
  });

  it.each([
    ['more than was staged', pieces('1861'), 'event.line-sum'],
    ['less than was staged', pieces('1859'), 'event.line-sum'],
    ['a fraction', pieces('0.5'), 'quantity.not-whole'],
    ['an exponent', pieces('1e3'), 'quantity.exponent'],
    ['another family', { amount: '1', unit: 'kg' }, 'quantity.other-family'],
  ])('refuses %s', async (_, destroyed, code) => {
    const { scenario, event } = await staged();
    const answer = await scenario.tryRecord(event, event.lots[0]!, { destroyed });
    expect(answer.status).toBe(422);
    expect(codes(answer.body)).toEqual([code]);
  });

  it('waits for the staging, and knows only lines of the event', async () => {
    const scenario = await approved();
    const event = await scenario.plan();
    const destroyed = pieces('1860');
    expect(await scenario.tryRecord(event, event.lots[0]!, { destroyed })).toMatchObject({
      status: 409,
      body: { type: 'urn:problem:line-not-staged' },
    });
    const foreign = { ...event.lots[0]!, id: newId<string>() };
    expect((await scenario.tryRecord(event, foreign, { destroyed })).status).toBe(404);
  });

  it('lets goods on hold be returned, but not destroyed', async () => {
    const { scenario, event } = await staged();
    const [lot, second] = event.lots;
    const early = await scenario.tryRecord(event, second!, { destroyed: { amount: '1230', unit: 'pair' } });
    expect(early.status).toBe(201);
    const hold = { lots: event.lots.map(({ id }) => id), reason: '检察院来函' };
    ok(await (await scenario.as('officer1')).post('/api/v1/holds', hold));
    expect(await scenario.tryRecord(event, lot!, { destroyed: pieces('1860') })).toMatchObject({
      status: 409,
      body: { type: 'urn:problem:lot-on-hold' },
    });
    ok(await scenario.tryRecord(event, lot!, { destroyed: pieces('0'), returned: pieces('1860') }));
    await scenario.photographEvent(event);
    await scenario.witness(event);
    const closing = await scenario.tryClose(event);
    expect(closing.status).toBe(409);
    expect(closing.body.errors).toMatchObject([
      { pointer: `/lines/${second!.id}`, code: 'event.lot-on-hold' },
    ]);
    const back = { destroyed: { amount: '0', unit: 'pair' }, returned: { amount: '1230', unit: 'pair' } };
    ok(await scenario.tryRecord(event, second!, back));
    await scenario.witness(event);
    ok(await scenario.tryClose(event));
    expect(await scenario.balances(lot!)).toEqual({ seized: '-1860', custody: '1860' });
  });
});

describe('goods by mass', () => {
  const tobacco: ScenarioOptions = {
    agency: 'tb',
    lines: [{ category: 'cut-tobacco', description: '烟丝', amount: '1640', unit: 'kg' }],
  };
  const kg = (amount: string) => ({ amount, unit: 'kg' });

  it('books what scales gained or lost within the tolerance, with a reason', async () => {
    const { scenario, event } = await staged(tobacco);
    const [lot] = event.lots;
    expect(
      codes((await scenario.tryRecord(event, lot!, { destroyed: kg('1640'), netKg: kg('1635') })).body),
    ).toEqual(['event.reason-missing']);
    const result = { destroyed: kg('1640'), netKg: '1635', reason: '水分蒸发' };
    expect((await scenario.tryRecord(event, lot!, result)).body).toMatchObject({
      destroyed: '1635',
      netKg: '1635',
    });
    await scenario.photographEvent(event);
    await scenario.witness(event);
    ok(await scenario.tryClose(event));
    const balances = { seized: '-1640', destroyed: '1635', 'weighing-difference': '5' };
    expect(await scenario.balances(lot!)).toEqual(balances);
  });

  it('books a gain likewise', async () => {
    const { scenario, event } = await staged(tobacco);
    const [lot] = event.lots;
    ok(await scenario.tryRecord(event, lot!, { destroyed: kg('1641.25'), reason: '吸潮' }));
    await scenario.photographEvent(event);
    await scenario.witness(event);
    ok(await scenario.tryClose(event));
    const balances = { seized: '-1640', destroyed: '1641.25', 'weighing-difference': '-1.25' };
    expect(await scenario.balances(lot!)).toEqual(balances);
  });

  it('refuses a difference beyond the tolerance: 8.2 kg of 1,640 are the most', async () => {
    const { scenario, event } = await staged(tobacco);
    const [lot] = event.lots;
    const record = (destroyed: string) =>
      scenario.tryRecord(event, lot!, { destroyed: kg(destroyed), reason: '过磅' });
    expect(await record('1631.799')).toMatchObject({
      status: 409,
      body: { type: 'urn:problem:beyond-tolerance', facts: { difference: '-8.201' } },
    });
    expect((await record('1631.8')).status).toBe(201);
    expect((await record('1648.2')).status).toBe(201);
    expect((await record('1648.201')).status).toBe(409);
  });

  it('refuses a net weight that fits neither what was destroyed nor what was staged', async () => {
    const { scenario, event } = await staged(tobacco);
    const result = { destroyed: kg('1630'), netKg: kg('1635'), reason: '过磅' };
    expect(codes((await scenario.tryRecord(event, event.lots[0]!, result)).body)).toEqual([
      'event.net-differs',
    ]);
  });

  it('books cartons in sticks, and a net weight beside them', async () => {
    const { scenario, event } = await staged({
      agency: 'tb',
      lines: [{ category: 'cigarettes', description: '卷烟', amount: '148.2', unit: 'cig-carton' }],
    });
    const result = {
      destroyed: { amount: '148.2', unit: 'cig-carton' },
      netKg: { amount: '41500', unit: 'g' },
    };
    expect((await scenario.tryRecord(event, event.lots[0]!, result)).body).toMatchObject({
      destroyed: '29640',
      unit: 'cig-stick',
      netKg: '41.5',
    });
  });
});

describe('witnesses', () => {
  const recorded = async () => {
    const both = await staged();
    await both.scenario.record(both.event);
    return both;
  };

  it('bind the lines as they saw them: other figures are refused', async () => {
    const { scenario, event } = await recorded();
    const answer = await scenario.tryWitness(event, 'ps.witness', { sha256: 'a'.repeat(64) });
    expect(answer).toMatchObject({ status: 409, body: { type: 'urn:problem:lines-changed' } });
  });

  it('may state about some lines, with the hash of those', async () => {
    const { scenario, event } = await recorded();
    const lot = event.lots[0]!.id;
    const witness = await scenario.as('ps.witness');
    const { body } = await witness.get(`/api/v1/events/${event.id}?lines=${lot}`);
    const whole = await scenario.tryWitness(event, 'ps.witness', { lines: [lot] });
    expect(whole.status).toBe(409);
    const some = await scenario.tryWitness(event, 'ps.witness', { lines: [lot], sha256: body.linesHash });
    expect(some).toMatchObject({ status: 201, body: { lines: [lot], sha256: body.linesHash } });
  });

  it('see a later change marked on their statement, and state again', async () => {
    const { scenario, event } = await recorded();
    await scenario.photographEvent(event);
    await scenario.witness(event);
    const [lot] = event.lots;
    ok(await scenario.tryRecord(event, lot!, { destroyed: pieces('1860') }));
    const stale = async () => {
      const { body } = await (await scenario.as('coordinator')).get(`/api/v1/events/${event.id}`);
      return (body.statements as { stale: boolean }[]).map((one) => one.stale);
    };
    expect(await stale()).toEqual([false, false]);
    ok(await scenario.tryRecord(event, lot!, { destroyed: pieces('1850'), returned: pieces('10') }));
    expect(await stale()).toEqual([true, true]);
    const closing = await scenario.tryClose(event);
    expect(closing.status).toBe(409);
    expect(new Set(codes(closing.body))).toEqual(
      new Set(['event.too-few-statements', 'event.no-outside-statement']),
    );
    await scenario.witness(event);
    expect(await stale()).toEqual([true, true, false, false]);
    expect((await scenario.tryClose(event)).status).toBe(201);
  });

  it('wait for results, and state only what lies in order', async () => {
    const { scenario, event } = await staged();
    const open = await scenario.tryWitness(event, 'ps.witness');
    expect(open).toMatchObject({ status: 409, body: { type: 'urn:problem:lines-open' } });
    await scenario.record(event);
    const backwards = { from: '2026-11-24T03:00:00Z', to: '2026-11-24T02:00:00Z' };
    expect(codes((await scenario.tryWitness(event, 'ps.witness', backwards)).body)).toEqual([
      'event.times-order',
    ]);
    const unknown = { lines: [newId()] };
    expect(codes((await scenario.tryWitness(event, 'ps.witness', unknown)).body)).toEqual([
      'event.line-unknown',
    ]);
  });

  it('are those whom the plan names, and nobody who ran or approved', async () => {
    const { scenario, event } = await recorded();
    const lines = event.lots.map(({ id }) => id);
    const state = async (who: string) =>
      (await scenario.tryWitness(event, who, { lines, sha256: 'a'.repeat(64) })).status;
    expect(await state('coordinator')).toBe(403);
    expect(await state('approver')).toBe(403);
    expect(await state('tb.witness')).toBe(404);
    expect(await state('eco.witness')).toBe(403);
  });
});

describe('closing', () => {
  it('names everything that is open at once', async () => {
    const { scenario, event } = await staged();
    ok(await scenario.tryRecord(event, event.lots[0]!, { destroyed: pieces('1860') }));
    const answer = await scenario.tryClose(event);
    expect(answer).toMatchObject({ status: 409, body: { type: 'urn:problem:still-open' } });
    expect(codes(answer.body).sort()).toEqual([
      'event.line-without-result',
      'event.no-outside-statement',
      'event.photo-missing',
      'event.photo-missing',
      'event.photo-missing',
      'event.too-few-statements',
    ]);
  });

  it('needs two witnesses on each line, one of them from outside the keeping agency', async () => {
    const scenario = await approved({ witnesses: ['mr.witness', 'ps.witness', 'eco.witness'] });
    const event = await scenario.plan();
    await scenario.stage(event);
    await scenario.photographEvent(event);
    await scenario.record(event);
    ok(await scenario.tryWitness(event, 'mr.witness'));
    ok(await scenario.tryWitness(event, 'mr.witness'));
    expect(new Set(codes((await scenario.tryClose(event)).body))).toEqual(
      new Set(['event.too-few-statements', 'event.no-outside-statement']),
    );
    ok(await scenario.tryWitness(event, 'ps.witness'));
    expect((await scenario.tryClose(event)).status).toBe(201);
  });

  it('happens once, ends everything, and moves goods once even when asked many times at once', async () => {
    const scenario = await approved();
    const event = await scenario.toWitnessed();
    const answers = await Promise.all(Array.from({ length: 8 }, () => scenario.tryClose(event)));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      201,
      ...Array.from({ length: 7 }, () => 409),
    ]);
    expect(await scenario.balances(scenario.lots[0]!)).toEqual({ seized: '-1860', destroyed: '1860' });
    const [lot] = event.lots;
    const coordinator = await scenario.as('coordinator');
    for (const again of [
      await scenario.tryRecord(event, lot!, { destroyed: pieces('1860') }),
      await scenario.tryWitness(event, 'ps.witness'),
      await coordinator.post(`/api/v1/events/${event.id}/cancellation`, { reason: '晚了' }),
      await coordinator.post(`/api/v1/events/${event.id}/postponement`, {
        startsAt: '2026-12-01T01:00:00Z',
        reason: '晚了',
      }),
    ]) {
      expect(again).toMatchObject({ status: 409, body: { type: 'urn:problem:over' } });
    }
  });
});
