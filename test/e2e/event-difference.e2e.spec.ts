import { newId } from '#kernel';
import { startOffice, type Answer, type AnswerBody, type TestOffice } from '../support/office.js';
import { ok, Scenario } from '../support/scenario.js';

const kg = (amount: string) => ({ amount, unit: 'kg' });
const tobacco = { category: 'cut-tobacco', description: '烟丝', amount: '1640', unit: 'kg' };

describe('a weighing difference beyond the tolerance', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await startOffice();
  });
  afterAll(() => office.close());

  async function staged(agency = 'mr') {
    const scenario = new Scenario(office, { agency, lines: [tobacco] });
    await scenario.toApproved();
    const event = await scenario.plan();
    await scenario.stage(event);
    const lot = event.lots[0]!;
    const at = `/api/v1/events/${event.id}/lines/${lot.id}/difference`;
    const record = (amount: string) =>
      scenario.tryRecord(event, lot, { destroyed: kg(amount), reason: '受潮蒸发' });
    return { scenario, event, lot, at, record };
  }
  const look = async (at: string, amount: string, who = 'mr.approver'): Promise<Answer<AnswerBody>> =>
    (await office.as(who)).get(`${at}?amount=${amount}`);
  async function confirm(at: string, amount: string, more: object = {}): Promise<Answer<AnswerBody>> {
    const approver = await office.as('mr.approver');
    const { sha256 } = ok(await look(at, amount));
    const stepUp = await approver.stepUp('approve', sha256 as string);
    const body = { measured: kg(amount), reason: '受潮蒸发，已复磅', sha256, stepUp, ...more };
    return approver.post(`${at}/confirmation`, body);
  }

  it('is recorded once an approver stood for exactly that amount', async () => {
    const { scenario, event, lot, at, record } = await staged();
    expect((await record('1600')).status).toBe(409);
    expect(ok(await look(at, '1600'))).toMatchObject({ staged: '1640', measured: '1600', difference: '-40' });
    expect((await confirm(at, '1600')).status).toBe(201);
    expect((await record('1599')).status).toBe(409);
    expect((await record('1600')).status).toBe(201);
    await scenario.photographEvent(event);
    await scenario.witness(event);
    ok(await scenario.tryClose(event));
    expect(await scenario.balances(lot)).toEqual({
      seized: '-1640',
      destroyed: '1600',
      'weighing-difference': '40',
    });
    const verified = await (await office.as('aud.auditor')).post('/api/v1/ledger/verification', {});
    expect(verified.body).toMatchObject({ ok: true });
  });

  it('is confirmed with a fresh signature over what was shown, for a reason', async () => {
    const { at } = await staged();
    expect((await confirm(at, '1600', { stepUp: 'x' })).status).toBe(403);
    expect((await confirm(at, '1600', { measured: kg('1601') })).body).toMatchObject({
      status: 409,
      type: 'urn:problem:difference-changed',
    });
    expect((await confirm(at, '1600', { reason: ' ' })).status).toBe(422);
  });

  it('is the business of approvers of the agency that runs the event', async () => {
    const { at } = await staged();
    expect((await look(at, '1600', 'mr.coordinator')).status).toBe(403);
    expect((await look(at, '1600', 'fin.approver')).status).toBe(404);
  });

  it('is nothing to confirm within the tolerance, and of counted goods', async () => {
    const { at } = await staged();
    expect((await look(at, '1639')).body).toMatchObject({ type: 'urn:problem:within-tolerance' });
    const counted = new Scenario(office);
    await counted.toApproved();
    const event = await counted.plan();
    await counted.stage(event);
    const there = `/api/v1/events/${event.id}/lines/${counted.lots[0]!.id}/difference`;
    expect((await (await office.as('mr.approver')).get(`${there}?amount=1&unit=piece`)).status).toBe(422);
    expect((await look(`/api/v1/events/${event.id}/lines/${newId()}/difference`, '1')).status).toBe(404);
  });

  it('is shown and signed on a page, with what was typed kept where it is refused', async () => {
    const { event, lot, at, record } = await staged();
    const approver = await office.as('mr.approver');
    const page = `/events/${event.id}/difference`;
    const html = { accept: 'text/html' };
    const shown = await approver.get(`${page}?lot=${lot.id}&measured=1,600`, html);
    const { sha256 } = ok(await look(at, '1600'));
    expect(shown.bytes.toString()).toContain(sha256 as string);
    expect(shown.bytes.toString()).toContain('-40');
    const form = { key: newId(), lot: lot.id, measured: '1,600', reason: '<b>受潮</b>', sha256 };
    const refused = await approver.post(page, { ...form, password: 'wrong password' }, html);
    expect(refused.status).toBe(403);
    expect(refused.bytes.toString()).toContain('&lt;b&gt;受潮');
    const signed = await approver.post(page, { ...form, password: 'demo-Only-7421' }, html);
    expect(signed.status).toBe(303);
    expect((await record('1600')).status).toBe(201);
    const within = await approver.get(`${page}?lot=${lot.id}&measured=1639`, html);
    expect(within.status).toBe(422);
    expect((await (await office.as('fin.approver')).get(page, html)).status).toBe(404);
  });
});
