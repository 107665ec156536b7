import { newId } from '#kernel';
import { LedgerVerification } from '#ledger';
import { startOffice, type TestOffice } from '../support/office.js';
import { ok, Scenario } from '../support/scenario.js';

let office: TestOffice;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

const lines = [
  { amount: '1860', unit: 'piece' },
  { category: 'sport-shoes', description: '男女跑鞋', amount: '1230', unit: 'pair' },
];

async function decided(agency = 'mr'): Promise<Scenario> {
  const scenario = new Scenario(office, { agency, lines });
  await scenario.register();
  await scenario.confirm();
  return scenario;
}
async function offered(): Promise<Scenario> {
  const scenario = await decided();
  await scenario.offer();
  return scenario;
}
const path = (scenario: Scenario, act: string) => `/api/v1/custody-transfers/${scenario.transfer}/${act}`;
const count = (scenario: Scenario, second: string, more: object = {}) => ({
  lines: scenario.lots.map(({ id: lot, amount, unit }, i) => ({
    lot,
    received: { amount: i === 1 ? second : amount, unit },
    sealsIntact: i === 0,
    ...more,
  })),
});
async function accept(scenario: Scenario, body: object, who = 'custodian') {
  return (await scenario.as(who)).post(path(scenario, 'acceptance'), body);
}

describe('handing goods over to a custodian', () => {
  it('leaves the goods with the officers until they are counted, then moves them into custody at once', async () => {
    const scenario = await offered();
    expect(await scenario.balances(scenario.lots[0]!)).toMatchObject({ 'with-officers': '1860' });
    const answer = await accept(scenario, count(scenario, '1230'));
    expect(answer).toMatchObject({ status: 201, body: { state: 'accepted', differences: [] } });
    expect(answer.body.entry).toMatchObject({ seq: expect.any(Number), leafHash: expect.any(String) });
    expect(await scenario.balances(scenario.lots[1]!)).toEqual({ seized: '-1230', custody: '1230' });
  });

  it('shows both sides who gave what to whom and how it was counted', async () => {
    const scenario = await offered();
    await scenario.accept();
    const { body } = await (
      await scenario.as('custodian')
    ).get(`/api/v1/custody-transfers/${scenario.transfer}`);
    expect(body).toMatchObject({
      state: 'accepted',
      from: { id: await scenario.person('officer1'), agency: 'mr' },
      to: { id: await scenario.person('custodian') },
      location: '甲 3-1',
    });
    expect(body.lines[0]).toMatchObject({
      offered: { amount: '1860', unit: 'piece' },
      received: { amount: '1860', unit: 'piece' },
      sealsIntact: 'yes',
    });
  });

  it('lists what waits for a custodian, and nothing of it to other agencies', async () => {
    const scenario = await offered();
    const custodian = await scenario.as('custodian');
    const to = custodian.person.id;
    const { body } = await custodian.get(`/api/v1/custody-transfers?state=offered&to=${to}&limit=1`);
    expect(body.items).toMatchObject([{ id: scenario.transfer, state: 'offered', lots: 2 }]);
    const other = await office.as('tb.custodian');
    expect((await other.get('/api/v1/custody-transfers')).body.items).toEqual([]);
    expect((await other.get(`/api/v1/custody-transfers/${scenario.transfer}`)).status).toBe(404);
    expect((await accept(scenario, count(scenario, '1230'), 'tb.custodian')).status).toBe(404);
  });

  it('pages through the list, newest first, without losing or repeating one', async () => {
    const custodian = await office.as('mr.custodian');
    const all = (await custodian.get('/api/v1/custody-transfers')).body.items as { id: string }[];
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const cursor: string = next === '' ? '' : `&cursor=${next}`;
      const { body } = await custodian.get(`/api/v1/custody-transfers?limit=2${cursor}`);
      seen.push(...(body.items as { id: string }[]).map(({ id }) => id));
      next = body.next as string | null;
    }
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  it('hands a part over, and the rest later only to the same custodian', async () => {
    const scenario = await decided();
    const [lot] = scenario.lots;
    const officer = await scenario.as('officer1');
    const to = await scenario.person('custodian');
    const part = async (amount: string, id: string, receiver: string) =>
      officer.post('/api/v1/custody-transfers', {
        id,
        to: receiver,
        lots: [{ lot: lot!.id, quantity: { amount, unit: 'piece' } }],
      });
    ok(await part('1000', scenario.transfer, to));
    ok(
      await accept(scenario, {
        lines: [{ lot: lot!.id, received: { amount: '1000', unit: 'piece' }, sealsIntact: 'none' }],
      }),
    );
    expect(await scenario.balances(lot!)).toMatchObject({ custody: '1000', 'with-officers': '860' });
    const elsewhere = await part('860', newId(), await scenario.person('tb.custodian'));
    expect(elsewhere).toMatchObject({ status: 409, body: { errors: [{ code: 'transfer.other-keeper' }] } });
    expect((await part('860', newId(), to)).status).toBe(201);
  });

  it('lets a custodian of another agency receive goods, who then sees the lot', async () => {
    const scenario = await decided();
    const [lot] = scenario.lots;
    const keeper = await office.as('tb.custodian');
    expect((await keeper.get(`/api/v1/lots/${lot!.id}`)).status).toBe(404);
    const officer = await scenario.as('officer1');
    const lots = [{ lot: lot!.id }];
    ok(
      await officer.post('/api/v1/custody-transfers', { id: scenario.transfer, to: keeper.person.id, lots }),
    );
    const body = {
      lines: [{ lot: lot!.id, received: { amount: '1860', unit: 'piece' }, sealsIntact: true }],
      location: '乙 1',
    };
    ok(await accept(scenario, body, 'tb.custodian'));
    expect((await keeper.get(`/api/v1/lots/${lot!.id}`)).status).toBe(200);
    const onward = await keeper.post('/api/v1/custody-transfers', {
      to: await scenario.person('custodian'),
      lots,
    });
    expect(onward.status).toBe(201);
  });
});

describe('a count that differs', () => {
  it('moves nothing until the giver confirms, then books what is missing as shortage', async () => {
    const scenario = await offered();
    const [, shoes] = scenario.lots;
    const answer = await accept(scenario, count(scenario, '1226', { note: '第 3 箱封条撕裂' }));
    expect(answer.body).toMatchObject({
      state: 'awaiting-giver',
      differences: [{ lot: shoes!.id, offered: '1230', received: '1226', unit: 'pair' }],
    });
    expect(await scenario.balances(shoes!)).toMatchObject({ 'with-officers': '1230' });
    const confirmed = await (await scenario.as('officer1')).post(path(scenario, 'confirmation'));
    expect(confirmed).toMatchObject({ status: 201, body: { state: 'accepted', found: [] } });
    expect(await scenario.balances(shoes!)).toEqual({ seized: '-1230', custody: '1226', shortage: '4' });
  });

  it('makes what is more a new lot of the same case, counted and without a decision', async () => {
    const scenario = await offered();
    const [, shoes] = scenario.lots;
    ok(await accept(scenario, count(scenario, '1240')));
    const { body } = await (await scenario.as('officer1')).post(path(scenario, 'confirmation'));
    expect(body.found).toMatchObject([{ foundWith: shoes!.id, code: expect.stringMatching(/^LOT-/) }]);
    expect(await scenario.balances(shoes!)).toEqual({ seized: '-1230', custody: '1230' });
    const found = { id: body.found[0].id as string };
    expect(await scenario.balances(found)).toEqual({ seized: '-10', custody: '10' });
    const lot = (await (await scenario.as('officer1')).get(`/api/v1/lots/${found.id}`)).body;
    expect(lot.base).toEqual({ amount: '10', unit: 'pair' });
    const codes = (lot.blockers as { code: string }[]).map(({ code }) => code);
    expect(codes).toContain('lot.decision-missing');
  });

  it('may be counted again before the giver confirms', async () => {
    const scenario = await offered();
    ok(await accept(scenario, count(scenario, '1226')));
    const again = await accept(scenario, count(scenario, '1230'));
    expect(again.body.state).toBe('accepted');
    expect(await scenario.balances(scenario.lots[1]!)).toEqual({ seized: '-1230', custody: '1230' });
  });

  it.each([
    ['the receiver', 'mr.custodian', 403],
    ['another officer', 'mr.officer2', 403],
    ['an approver', 'mr.approver', 403],
    ['another agency', 'tb.officer1', 404],
  ])('is not confirmed by %s', async (_, who, status) => {
    const scenario = await offered();
    ok(await accept(scenario, count(scenario, '1226')));
    expect((await (await office.as(who)).post(path(scenario, 'confirmation'))).status).toBe(status);
    expect(await scenario.balances(scenario.lots[1]!)).toMatchObject({ 'with-officers': '1230' });
  });

  it('is nothing to confirm before there is one', async () => {
    const scenario = await offered();
    const answer = await (await scenario.as('officer1')).post(path(scenario, 'confirmation'));
    expect(answer).toMatchObject({ status: 409, body: { type: 'urn:problem:nothing-to-confirm' } });
  });

  it('books a lot that did not arrive at all as shortage, and nobody keeps it', async () => {
    const scenario = await offered();
    ok(await accept(scenario, count(scenario, '0')));
    ok(await (await scenario.as('officer1')).post(path(scenario, 'confirmation')));
    expect(await scenario.balances(scenario.lots[1]!)).toEqual({ seized: '-1230', shortage: '1230' });
  });
});

describe('refusing the whole', () => {
  it.each([
    ['the receiver', 'mr.custodian'],
    ['the giver', 'mr.officer1'],
  ])('leaves the goods with the giver and frees them for another transfer (%s)', async (_, who) => {
    const scenario = await offered();
    const answer = await (await office.as(who)).post(path(scenario, 'refusal'), { reason: '库位已满' });
    expect(answer.body).toMatchObject({ state: 'refused' });
    expect(await scenario.balances(scenario.lots[0]!)).toMatchObject({ 'with-officers': '1860' });
    expect((await accept(scenario, count(scenario, '1230'))).status).toBe(409);
    const again = { to: await scenario.person('custodian'), lots: [{ lot: scenario.lots[0]!.id }] };
    expect((await (await scenario.as('officer1')).post('/api/v1/custody-transfers', again)).status).toBe(201);
  });

  it('needs a reason and a party to the transfer', async () => {
    const scenario = await offered();
    expect((await (await scenario.as('custodian')).post(path(scenario, 'refusal'), {})).status).toBe(422);
    const stranger = await (await scenario.as('officer2')).post(path(scenario, 'refusal'), { reason: '不' });
    expect(stranger).toMatchObject({ status: 403, body: { type: 'urn:problem:not-a-party' } });
  });
});

describe('offers that are refused', () => {
  const offer = async (scenario: Scenario, who: string, more: object) =>
    (await scenario.as(who)).post('/api/v1/custody-transfers', {
      to: await scenario.person('custodian'),
      lots: [{ lot: scenario.lots[0]!.id }],
      ...more,
    });

  it('to somebody who is no custodian, to oneself, to nobody', async () => {
    const scenario = await decided();
    const officer2 = await scenario.person('officer2');
    expect((await offer(scenario, 'officer1', { to: officer2 })).body.errors).toMatchObject([
      { pointer: '/to', code: 'transfer.receiver-not-custodian' },
    ]);
    const self = await scenario.person('officer1');
    expect((await offer(scenario, 'officer1', { to: self })).body.errors[0].code).toBe('transfer.to-oneself');
    expect((await offer(scenario, 'officer1', { to: newId() })).body.errors[0].code).toBe('person.unknown');
  });

  it('of lots that the agency does not see, that are named twice, or that are on their way already', async () => {
    const scenario = await offered();
    const foreign = await offer(scenario, 'tb.officer1', {});
    expect(foreign).toMatchObject({ status: 404, body: { type: 'urn:problem:unknown' } });
    const lot = { lot: scenario.lots[0]!.id };
    expect((await offer(scenario, 'officer1', { lots: [lot, lot] })).body.errors[0].code).toBe(
      'transfer.lot-twice',
    );
    const again = await offer(scenario, 'officer1', {});
    expect(again).toMatchObject({ status: 409, body: { errors: [{ code: 'transfer.lot-in-transfer' }] } });
  });

  it('of more than there is, of nothing, of another family, of a fraction', async () => {
    const scenario = await decided();
    const of = (quantity: object) =>
      offer(scenario, 'officer1', { lots: [{ lot: scenario.lots[0]!.id, quantity }] });
    expect((await of({ amount: '1861', unit: 'piece' })).body.errors[0].code).toBe(
      'transfer.more-than-there-is',
    );
    expect((await of({ amount: '0', unit: 'piece' })).body.errors[0].code).toBe('quantity.zero');
    expect((await of({ amount: '1', unit: 'kg' })).body.errors[0].code).toBe('quantity.other-family');
    expect((await of({ amount: '0.5', unit: 'piece' })).body.errors[0].code).toBe('quantity.not-whole');
  });

  it('of goods that are in the store, by anybody but their custodian', async () => {
    const scenario = await offered();
    await scenario.accept();
    const answer = await offer(scenario, 'officer1', { to: await scenario.person('tb.custodian') });
    expect(answer).toMatchObject({ status: 409, body: { errors: [{ code: 'transfer.nothing-left' }] } });
  });

  it('to a custodian of the goods of whom part is asked: stored goods go as a whole', async () => {
    const scenario = await offered();
    await scenario.accept();
    const part = { lot: scenario.lots[0]!.id, quantity: { amount: '60', unit: 'piece' } };
    const answer = await offer(scenario, 'custodian', {
      to: await scenario.person('tb.custodian'),
      lots: [part],
    });
    expect(answer.body.errors[0].code).toBe('transfer.whole-only');
  });

  it('by people without the role, and with unknown fields', async () => {
    const scenario = await decided();
    expect((await offer(scenario, 'coordinator', {})).status).toBe(403);
    expect((await offer(scenario, 'officer1', { colour: 'red' })).status).toBe(422);
  });
});

describe('counts that are refused', () => {
  it.each([
    ['a missing line', 'transfer.line-missing', (s: Scenario) => [count(s, '1').lines[0]]],
    ['a line twice', 'transfer.lot-twice', (s: Scenario) => [...count(s, '1').lines, count(s, '1').lines[0]]],
    [
      'a line that was not offered',
      'transfer.line-not-offered',
      (s: Scenario) => [...count(s, '1').lines, { ...count(s, '1').lines[0], lot: newId() }],
    ],
  ])('with %s', async (_, code, lineOf) => {
    const scenario = await offered();
    const answer = await accept(scenario, { lines: lineOf(scenario) });
    expect(answer.status).toBe(422);
    expect((answer.body.errors as { code: string }[]).map((one) => one.code)).toContain(code);
    expect(await scenario.balances(scenario.lots[0]!)).toMatchObject({ 'with-officers': '1860' });
  });

  it('with a quantity that is none, or seals that are neither', async () => {
    const scenario = await offered();
    expect((await accept(scenario, count(scenario, '-1'))).body.errors[0].code).toBe('quantity.negative');
    expect((await accept(scenario, count(scenario, '1230', { sealsIntact: 'maybe' }))).status).toBe(422);
  });

  it('by anybody but the named receiver', async () => {
    const scenario = await offered();
    expect((await accept(scenario, count(scenario, '1230'), 'officer1')).status).toBe(403);
  });
});

describe('repeats and races', () => {
  it('answers the same offer and the same count again with the first receipts', async () => {
    const scenario = await offered();
    const body = {
      id: scenario.transfer,
      to: await scenario.person('custodian'),
      lots: scenario.lots.map(({ id: lot }) => ({ lot })),
      location: '甲 3-1',
    };
    expect((await (await scenario.as('officer1')).post('/api/v1/custody-transfers', body)).status).toBe(200);
    const key = { 'idempotency-key': newId() };
    const custodian = await scenario.as('custodian');
    const first = await custodian.post(path(scenario, 'acceptance'), count(scenario, '1230'), key);
    const second = await custodian.post(path(scenario, 'acceptance'), count(scenario, '1230'), key);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
    expect((await accept(scenario, count(scenario, '1230'))).status).toBe(409);
  });

  it('lets only one of many offers of the same goods through', async () => {
    const scenario = await decided();
    const officer = await scenario.as('officer1');
    const body = { to: await scenario.person('custodian'), lots: [{ lot: scenario.lots[0]!.id }] };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => officer.post('/api/v1/custody-transfers', body)),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  });
});

describe('the custodian is not the case officer', () => {
  it('even where the officer became a custodian later: the refusal names rule and entry', async () => {
    const scenario = await decided('tb');
    const officer = await scenario.person('officer2');
    const admin = await scenario.as('admin');
    ok(await admin.post(`/api/v1/people/${officer}/roles/officer/revocation`, { reason: '调岗' }));
    ok(await admin.post(`/api/v1/people/${officer}/roles`, { role: 'custodian' }));
    const body = { to: officer, lots: [{ lot: scenario.lots[0]!.id }] };
    const answer = await (await scenario.as('officer1')).post('/api/v1/custody-transfers', body);
    expect(answer).toMatchObject({
      status: 403,
      body: {
        type: 'urn:problem:same-goods',
        facts: { rule: 'custodian-apart', act: 'seized', lot: scenario.lots[0]!.id },
      },
    });
  });

  it('and after all of it the ledger verifies: entries, tree, postings and balances agree', async () => {
    const { problems } = await office.app.get(LedgerVerification, { strict: false }).verify([]);
    expect(problems).toEqual([]);
  });
});
