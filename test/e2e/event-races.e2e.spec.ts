import { newId } from '#kernel';
import { LedgerVerification } from '#ledger';
import { demoPhoto } from '../../apps/cli/src/demo/demo-photo.js';
import { startOffice, type TestOffice } from '../support/office.js';
import { ok, Scenario, type PlannedEvent } from '../support/scenario.js';

let office: TestOffice;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

const lines = Array.from({ length: 4 }, () => ({ amount: '1860', unit: 'piece' }));
const pieces = (amount: string) => ({ amount, unit: 'piece' });

async function approved(): Promise<Scenario> {
  const scenario = new Scenario(office, { lines });
  await scenario.toApproved();
  return scenario;
}
async function stage(scenario: Scenario, event: PlannedEvent, lots = event.lots): Promise<number> {
  const body = { lines: lots.map(({ id: lot, amount, unit }) => ({ lot, staged: { amount, unit } })) };
  return (await (await scenario.as('custodian')).post(`/api/v1/events/${event.id}/staging`, body)).status;
}
const counts = (statuses: readonly number[], status: number) =>
  statuses.filter((one) => one === status).length;

describe('many at once', () => {
  it('stages goods once, whoever asks how often', async () => {
    const scenario = await approved();
    const event = await scenario.plan();
    const statuses = await Promise.all(Array.from({ length: 12 }, () => stage(scenario, event)));
    expect([counts(statuses, 201), counts(statuses, 409)]).toEqual([1, 11]);
    expect(await scenario.balances(event.lots[0]!)).toEqual({ seized: '-1860', staged: '1860' });
  });

  it('either stages a lot or leaves it on hold in the store, never both', async () => {
    const scenario = await approved();
    const event = await scenario.plan();
    const officer = await scenario.as('officer1');
    const hold = (lot: string) => officer.post('/api/v1/holds', { lots: [lot], reason: '另案证据' });
    const outcomes = await Promise.all(
      event.lots.map(async (lot) => {
        const [staged] = await Promise.all([stage(scenario, event, [lot]), hold(lot.id)]);
        return { lot, staged };
      }),
    );
    for (const { lot, staged } of outcomes) {
      const account = staged === 201 ? 'staged' : 'custody';
      expect(await scenario.balances(lot)).toEqual({ seized: '-1860', [account]: '1860' });
    }
  });

  it('keeps one result for each line, the one that the event shows', async () => {
    const scenario = await approved();
    const event = await scenario.plan();
    await scenario.stage(event);
    const [lot] = event.lots;
    const results = Array.from({ length: 10 }, (_, i) => ({
      destroyed: pieces(String(1860 - i)),
      returned: pieces(String(i)),
    }));
    const answers = await Promise.all(results.map((result) => scenario.tryRecord(event, lot!, result)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const last = answers.reduce((a, b) => (a.body.entry.seq > b.body.entry.seq ? a : b)).body;
    const { body } = await (await scenario.as('coordinator')).get(`/api/v1/events/${event.id}`);
    const shown = (body.lines as { lot: string; destroyed: object; returned: object }[]).find(
      (line) => line.lot === lot!.id,
    );
    expect(shown).toMatchObject({ destroyed: pieces(last.destroyed), returned: pieces(last.returned) });
  });

  it('closes only over lines as the witnesses saw them, however late a change comes', async () => {
    const scenario = await approved();
    const event = await scenario.toWitnessed();
    const [lot] = event.lots;
    const [closing, change] = await Promise.all([
      scenario.tryClose(event),
      scenario.tryRecord(event, lot!, { destroyed: pieces('1850'), returned: pieces('10') }),
    ]);
    expect([closing.status, change.status].sort()).toEqual([201, 409]);
    const destroyed = closing.status === 201 ? '1860' : undefined;
    expect((await scenario.balances(lot!))['destroyed']).toBe(destroyed);
  });

  it('records a line once for one key, and says the same again', async () => {
    const scenario = await approved();
    const event = await scenario.plan();
    await scenario.stage(event);
    const coordinator = await scenario.as('coordinator');
    const path = `/api/v1/events/${event.id}/lines/${event.lots[0]!.id}`;
    const key = { 'idempotency-key': newId() };
    const body = { destroyed: pieces('1860') };
    const answers = await Promise.all(Array.from({ length: 6 }, () => coordinator.put(path, body, key)));
    for (const { body: said } of answers) expect(said).toEqual(answers[0]!.body);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201]);
    const other = await coordinator.put(path, { destroyed: pieces('0'), returned: pieces('1860') }, key);
    expect(other).toMatchObject({ status: 409, body: { type: 'urn:problem:key-reused' } });
  });
});

describe('many lines', () => {
  it('takes 300 lines through one event', async () => {
    const many = Array.from({ length: 300 }, () => ({ amount: '3', unit: 'piece' }));
    const scenario = new Scenario(office, { lines: many });
    await scenario.register();
    await scenario.confirm();
    const { bytes, sha256 } = await demoPhoto('pile');
    const officer = await scenario.as('officer1');
    const path = `/api/v1/seizures/${scenario.seizure}/photos/${sha256}?stage=seizure`;
    ok(await officer.putBytes(path, bytes, { 'content-type': 'image/jpeg' }));
    await scenario.appraise();
    await scenario.decide();
    await scenario.offer();
    await scenario.accept();
    await scenario.draft();
    await scenario.approve(await scenario.submit());
    const event = await scenario.toWitnessed();
    expect((await scenario.tryClose(event)).status).toBe(201);
    expect(await scenario.balances(event.lots[299]!)).toEqual({ seized: '-3', destroyed: '3' });
  });
});

describe('after all of it', () => {
  it('the ledger verifies: entries, tree, postings and balances agree', async () => {
    const { problems } = await office.app.get(LedgerVerification, { strict: false }).verify([]);
    expect(problems).toEqual([]);
  });
});
