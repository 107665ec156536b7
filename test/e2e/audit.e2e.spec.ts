import { newId } from '#kernel';
import { formatVerifierKey, verifierOf } from '#merkle';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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
    expect(overview.body).not.toContain('href="/ledger/');
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

describe('an audit bundle', () => {
  let office: TestOffice;
  let certified: Scenario;
  let other: Scenario;
  let folder: string;
  beforeAll(async () => {
    office = await startOffice();
    folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    certified = new Scenario(office);
    await certified.toClosed();
    const issuer = await office.as('mr.issuer');
    const { contentHash } = ok(await issuer.get(`/api/v1/batches/${certified.batch}/certificate-preview`));
    const stepUp = await issuer.stepUp('issue', contentHash as string);
    ok(await issuer.post(`/api/v1/batches/${certified.batch}/certificates`, { stepUp }));
    other = new Scenario(office, {
      agency: 'tb',
      lines: [{ category: 'cigarettes', amount: '10', unit: 'cig-carton' }],
    });
    await other.register();
  }, 120_000);
  afterAll(async () => {
    await office.close();
    rmSync(folder, { recursive: true });
  });

  async function take(search = ''): Promise<Record<string, Uint8Array>> {
    const { status, headers, bytes } = await (
      await office.as('aud.auditor')
    ).get(`/api/v1/audit/bundle${search}`);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/zip']);
    return unzipSync(bytes);
  }
  const lines = (files: Record<string, Uint8Array>, name: string) =>
    strFromU8(files[name]!).trimEnd().split('\n');
  function unpacked(files: Record<string, Uint8Array>, name: string): string {
    const target = join(folder, name);
    for (const [file, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(target, file)), { recursive: true });
      writeFileSync(join(target, file), bytes);
    }
    return target;
  }
  const check = (target: string, ...more: string[]) =>
    spawnSync(process.execPath, [join(target, 'check.mjs'), target, ...more], { encoding: 'utf8' });

  it('holds the exact bytes of every entry, the certificate, and is found right offline', async () => {
    const files = await take();
    const { entries } = ok(await (await office.as('aud.auditor')).get('/api/v1/ledger/entries?limit=1000'));
    expect(lines(files, 'entries.jsonl')).toHaveLength((entries as unknown[]).length);
    expect(Object.keys(files).filter((name) => name.endsWith('.pdf'))).toHaveLength(1);
    const { verifierKey } = ok(await (await office.as('aud.auditor')).get('/api/v1/ledger/key'));
    const result = check(unpacked(files, 'whole'), verifierKey as string);
    expect({ status: result.status, out: result.stdout, err: result.stderr }).toMatchObject({
      status: 0,
      err: '',
    });
    expect(result.stdout).toContain(`${String((entries as unknown[]).length)} entries`);
  });

  it('is found wrong offline where a byte of an entry, a proof or a file was changed, or the key is another one', async () => {
    const files = await take();
    const changed = (name: string, from: string | RegExp, to: string) => ({
      ...files,
      [name]: strToU8(strFromU8(files[name]!).replace(from, to)),
    });
    const forged = unpacked(changed('entries.jsonl', '"v":1', '"v":2'), 'entry');
    expect(check(forged).status).toBe(1);
    expect(check(forged).stdout).toMatch(/entry 0 is not in the ledger/);
    expect(check(unpacked(changed('checkpoint.txt', /\n\d+\n/, '\n7\n'), 'checkpoint')).status).toBe(1);
    const cut = {
      ...files,
      'proofs.jsonl': strToU8(lines(files, 'proofs.jsonl').slice(1).join('\n') + '\n'),
    };
    expect(check(unpacked(cut, 'proofs')).status).toBe(1);
    const right = unpacked(files, 'right');
    const stranger = formatVerifierKey(
      verifierOf({ name: 'ledger.test/office', privateKey: generateKeyPairSync('ed25519').privateKey }),
    );
    expect(check(right, stranger).stdout).toContain('not signed by this key');
  });

  it('can be cut to a case, an agency and a period', async () => {
    const caseNumber = `CASE-${certified.seizure.slice(-6)}`;
    const mine = await take(`?case=${caseNumber}`);
    expect(lines(mine, 'entries.jsonl').join('\n')).toContain(certified.seizure);
    expect(lines(mine, 'entries.jsonl').join('\n')).not.toContain(other.seizure);
    expect(Object.keys(mine).some((name) => name.endsWith('.pdf'))).toBe(true);
    const tobacco = await take('?agency=tb');
    expect(strFromU8(tobacco['entries.jsonl']!)).toContain(other.seizure);
    expect(check(unpacked(tobacco, 'tb')).status).toBe(0);
    const nothing = await take('?to=2020-01-01T00:00:00Z');
    expect(strFromU8(nothing['entries.jsonl']!)).toBe('');
    expect(check(unpacked(nothing, 'nothing')).status).toBe(0);
  });

  it('has no personal data, and who took it is noted', async () => {
    const names = await query(office, 'SELECT name, username FROM work.person_details');
    const text = Object.values(await take())
      .map((bytes) => Buffer.from(bytes).toString('latin1'))
      .join();
    for (const { username } of names as { username: string }[]) expect(text).not.toContain(`"${username}"`);
    const taken = await query(office, 'SELECT count(*)::integer AS count FROM work.audit_bundles');
    expect((taken[0] as { count: number }).count).toBeGreaterThan(3);
    const page = await (await office.as('aud.auditor')).get<string>('/audit/bundle', html);
    expect(page.body).toContain('Who took what');
    expect(page.body).toContain((await office.as('aud.auditor')).person.name);
  });

  it('refuses what is outside of the engagement, what is no time, and everybody but auditors', async () => {
    const auditor = await office.as('aud.auditor');
    for (const search of ['?agency=nowhere', '?from=yesterday', '?to=2026', '?agency=A;DROP', '?unknown=1'])
      expect({ search, status: (await auditor.get(`/api/v1/audit/bundle${search}`)).status }).toEqual({
        search,
        status: 422,
      });
    const again = await auditor.get<string>('/audit/bundle/file?from=gestern&case=%3Cscript%3E', html);
    expect(again.status).toBe(422);
    expect(again.body).toContain('value="gestern"');
    expect(again.body).toContain('value="&lt;script&gt;"');
    for (const who of ['mr.admin', 'mr.officer1', 'mr.issuer'])
      expect((await (await office.as(who)).get('/api/v1/audit/bundle')).status).toBe(403);
    expect((await office.nobody.get('/api/v1/audit/bundle')).status).toBe(401);
  });
});

describe('the ledger for auditors', () => {
  let office: TestOffice;
  let goods: Scenario;
  beforeAll(async () => {
    office = await startOffice();
    goods = new Scenario(office);
    await goods.toDecided();
  });
  afterAll(() => office.close());

  const csv = async (search: string) => {
    const auditor = await office.as('aud.auditor');
    const { status, body } = await auditor.get<string>(`/ledger?format=csv${search}`, html);
    expect(status).toBe(200);
    return body.trim().split('\r\n').slice(1);
  };

  it('is found by kind, subject, person and time', async () => {
    expect(await csv('&type=decision.recorded')).toHaveLength(1);
    expect(await csv(`&subject=CASE-${goods.seizure.slice(-6)}`)).toHaveLength(2);
    expect(await csv(`&subject=${goods.seizure}&person=MR.OFFICER2`)).toHaveLength(1);
    expect(await csv('&to=2020-01-01')).toEqual([]);
    expect((await csv('&from=2020-01-01')).length).toBe((await csv('')).length);
    expect((await csv('&from=yesterday&type=nonsense')).length).toBe((await csv('')).length);
  });

  it('shows one entry with its content and proof, as text', async () => {
    const auditor = await office.as('aud.auditor');
    const { status, body } = await auditor.get<string>('/ledger/12', html);
    expect(status).toBe(200);
    expect(body).toContain('Inclusion proof');
    for (const path of ['/ledger/999999', '/ledger/x', '/ledger/-1'])
      expect((await auditor.get(path, html)).status).toBe(404);
    expect((await (await office.as('mr.officer1')).get('/ledger/12', html)).status).toBe(403);
  });
});
