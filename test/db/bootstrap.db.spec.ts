import { Bootstrap } from '#identity';
import { sha256Hex } from '#kernel';
import { LedgerVerification, LogKey } from '#ledger';
import { demoPassword, startOffice, type TestOffice } from '../support/office.js';
import { query } from '../support/query.js';

const cheap = { memoryCost: 8, timeCost: 1 };

describe('the first start of an installation', () => {
  let office: TestOffice;
  let bootstrap: Bootstrap;
  beforeAll(async () => {
    office = await startOffice();
    bootstrap = office.app.get(Bootstrap, { strict: false });
  });
  afterAll(() => office.close());
  const entries = () =>
    query(
      office,
      'SELECT e.json FROM ledger.entries e JOIN ledger.sequence s ON s.entry = e.id ORDER BY s.seq',
    );
  const typed = (rows: Record<string, unknown>[]) => rows.map(({ json }) => (json as { type: string }).type);
  const facts = (code: string) => {
    const { origin, verifierKey } = office.app.get(LogKey, { strict: false });
    return {
      origin,
      logKey: verifierKey,
      rulePack: { code, sha256: sha256Hex(code) },
      catalogue: sha256Hex('c'),
    };
  };

  it('is recorded as entry 0, by the installation itself', async () => {
    const [first] = await entries();
    expect(first!['json']).toMatchObject({ type: 'log.started', data: { origin: 'ledger.test/office' } });
  });

  it('adds six agencies and twenty-three people with one role each', async () => {
    const { body } = await (await office.as('mr.officer1')).get('/api/v1/people?limit=1000');
    const accounts = (agency: string, ...names: string[]) => names.map((name) => `${agency}.${name}`);
    const eight = [
      'officer1',
      'officer2',
      'custodian',
      'coordinator',
      'approver',
      'issuer',
      'witness',
      'admin',
    ];
    const expected = [
      ...accounts('mr', ...eight),
      ...accounts('tb', ...eight),
      ...['ps', 'fin', 'eco'].flatMap((agency) => accounts(agency, 'approver', 'witness')),
      'aud.auditor',
    ];
    expect(body.items.map((one: { username: string }) => one.username)).toEqual(expected.sort());
    for (const { username, roles, name } of body.items) {
      expect(roles).toEqual([username.split('.')[1].replace(/\d/, '')]);
      expect(name).toContain('演示');
    }
  });

  it('may be repeated, also at the same moment and with another catalogue, and nothing is added', async () => {
    const before = typed(await entries());
    await Promise.all([1, 2, 3].map(() => bootstrap.ensureInstallation(facts('other'))));
    await Promise.all([1, 2, 3].map(() => bootstrap.seedDemoPeople(demoPassword, cheap)));
    expect(typed(await entries())).toEqual(before);
  });

  it('gives the demonstration another password where another one is configured', async () => {
    await bootstrap.seedDemoPeople('another-demo-7421', cheap);
    await expect(office.signIn('eco.witness', 'another-demo-7421')).resolves.toBeDefined();
    await expect(office.signIn('eco.witness', demoPassword)).rejects.toThrow('401');
    await bootstrap.seedDemoPeople(demoPassword, cheap);
    await expect(office.signIn('eco.witness', demoPassword)).resolves.toBeDefined();
  });

  it('gives an empty installation one agency with one administrator, once', async () => {
    const first = {
      agency: { code: 'first', names: { zh: '第一机关', en: 'First agency' } },
      username: 'First.Admin',
      name: '管理员',
      password: 'a sentence to remember',
    };
    await bootstrap.seedEmpty(first);
    await bootstrap.seedEmpty(first);
    const admin = await office.signIn('first.admin', first.password);
    expect(admin.person.roles).toEqual(['admin']);
    expect((await admin.get('/api/v1/me')).body.functions).toEqual(['installation']);
  });

  it('refuses a first password that is too short', async () => {
    await expect(bootstrap.seedDemoPeople('short', cheap)).rejects.toThrow('password.too-short');
  });

  it('leaves a ledger that verifies', async () => {
    const { ok, problems } = await office.app.get(LedgerVerification, { strict: false }).verify([]);
    expect([ok, problems]).toEqual([true, []]);
  });
});
