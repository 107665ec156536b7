import { newId } from '#kernel';
import { FakeClock, startOffice, type TestOffice } from '../support/office.js';
import { query } from '../support/query.js';
import { ok, Scenario } from '../support/scenario.js';

const dayMs = 24 * 3600_000;
const html = { accept: 'text/html', 'accept-language': 'en' };

describe('what an auditor sees first', () => {
  const clock = new FakeClock();
  let office: TestOffice;
  let short: Scenario;
  beforeAll(async () => {
    office = await startOffice({ clock });
    short = new Scenario(office, { clock });
    await short.toDecided();
    await short.offer();
    const [lot] = short.lots;
    const custodian = await office.as('mr.custodian');
    const lines = [
      { lot: lot!.id, received: { amount: '1850', unit: 'piece' }, sealsIntact: false, note: '封条断' },
    ];
    ok(await custodian.post(`/api/v1/custody-transfers/${short.transfer}/acceptance`, { lines }));
    ok(
      await (await office.as('mr.officer1')).post(`/api/v1/custody-transfers/${short.transfer}/confirmation`),
    );
  });
  afterAll(() => office.close());

  const page = async (who: string, path: string) => (await office.as(who)).get<string>(path, html);
  const csv = async (who: string, more = '') => {
    const { status, body } = await page(who, `/audit/exceptions?format=csv${more}`);
    expect(status).toBe(200);
    return body;
  };

  it('names differences, broken seals and shortages with the entry that recorded them', async () => {
    const listed = await csv('aud.auditor');
    for (const kind of ['Shortage under investigation', 'Difference at a hand-over', 'Broken seals'])
      expect(listed).toContain(kind);
    expect(listed).toMatch(/high,Shortage[^\r\n]*,LOT-[\d-]+,10 piece,[^,]+,#\d+/);
    const { status, body } = await page('aud.auditor', '/audit');
    expect(status).toBe(200);
    expect(body).toContain('Shortage under investigation');
  });

  it('can be narrowed by risk and by kind', async () => {
    const high = await csv('aud.auditor', '&risk=high');
    expect(high).toContain('Shortage');
    expect(high).not.toContain('Broken seals');
    expect(await csv('aud.auditor', '&kind=seals-broken')).not.toContain('Shortage');
    expect((await page('aud.auditor', '/audit/exceptions?kind=nonsense&risk=1')).status).toBe(200);
  });

  it.each([
    'evidence-damaged',
    'shortage',
    'certificate-stuck',
    'registration-overdue',
    'seizure-overdue',
    'hand-over-overdue',
    'destruction-overdue',
    'count-difference',
    'seals-broken',
    'weighing',
    'late',
    'revoked',
    'count-refused',
    'lone-admin',
    'hold',
    'excluded',
    'original-read',
  ])('can be asked for %s alone', async (kind) => {
    expect((await page('aud.auditor', `/audit/exceptions?kind=${kind}`)).status).toBe(200);
  });

  it('counts legal time limits from the law’s rules', async () => {
    const waiting = new Scenario(office, { clock });
    await waiting.register();
    await waiting.confirm();
    expect(await csv('aud.auditor', '&kind=hand-over-overdue')).not.toContain('CK-');
    clock.forward(2 * dayMs);
    expect(await csv('aud.auditor', '&kind=hand-over-overdue')).toContain('CK-');
    clock.forward(31 * dayMs);
    expect(await csv('aud.auditor', '&kind=seizure-overdue')).toContain(`CASE-${waiting.seizure.slice(-6)}`);
  });

  it('is limited to the agencies of the engagement', async () => {
    const admin = await office.as('mr.admin');
    const person = {
      id: newId<string>(),
      username: 'aud.second',
      name: '第二审计',
      password: 'a sentence to remember',
    };
    const aud = (await office.as('aud.auditor')).person.agencyId;
    ok(await admin.post('/api/v1/people', { ...person, agency: aud }));
    ok(await admin.post(`/api/v1/people/${person.id}/roles`, { role: 'auditor' }));
    const tb = (await office.as('tb.officer1')).person.agencyId;
    const until = new Date(clock.now() + dayMs).toISOString();
    ok(await admin.post(`/api/v1/people/${person.id}/engagements`, { agencies: [tb], until }));
    const second = await office.signIn('aud.second', person.password);
    const { body } = await second.get<string>('/audit/exceptions?format=csv', html);
    expect(body).not.toContain('LOT-');
    const overview = await second.get<string>('/audit', html);
    expect(overview.status).toBe(200);
    expect(overview.body).not.toContain('/ledger?after');
    expect((await second.get('/ledger', html)).status).toBe(403);
  });

  it('is for auditors alone', async () => {
    for (const who of ['mr.officer1', 'mr.approver', 'mr.admin'])
      expect((await page(who, '/audit')).status).toBe(403);
    expect((await office.nobody.get('/audit', html)).status).toBe(303);
  });

  it('balances to zero in every unit', async () => {
    const { body } = await page('aud.auditor', '/audit');
    expect(body).toContain('Whether the books balance');
    expect(body).not.toContain('not zero');
    const rows = await query(office, 'SELECT sum(amount)::text AS sum FROM state.balances');
    expect(rows).toEqual([{ sum: '0' }]);
  });
});
