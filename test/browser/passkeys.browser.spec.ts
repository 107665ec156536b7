import { verifyAssertion } from '#papers';
import type { Assertion } from '#entries';
import { LedgerVerification } from '#ledger';
import type { CDPSession, Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { demoPassword, startOffice, type TestOffice } from '../support/office.js';
import { query } from '../support/query.js';
import { Scenario, type FrozenList } from '../support/scenario.js';
import { StaffBrowser, type StaffTab } from '../support/staff-browser.js';
import { describeWithTools } from '../support/tools.js';

const authenticator = {
  protocol: 'ctap2',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const;

describeWithTools(['chromium'], 'passkeys in a browser', () => {
  let office: TestOffice;
  let staff: StaffBrowser;
  beforeAll(async () => {
    office = await startOffice();
    // Passkeys are bound to a host name: browsers refuse them on 127.0.0.1.
    const url = office.url.replace('127.0.0.1', 'localhost');
    staff = await StaffBrowser.launch({ ...office, url });
  }, 60_000);
  afterEach(() => staff.signOut());
  afterAll(async () => {
    await staff.close();
    await office.close();
  });

  async function device({ page, context }: StaffTab): Promise<{ session: CDPSession; id: string }> {
    const session = await context.newCDPSession(page);
    await session.send('WebAuthn.enable');
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: authenticator,
    });
    return { session, id: authenticatorId };
  }
  async function enrol(page: Page, name = '办公电脑'): Promise<void> {
    await page.goto(`${new URL(page.url()).origin}/account`);
    await page.fill('#name', name);
    await page.fill('#passkeyPassword', demoPassword);
    await page.click('[data-passkey-enrol] button[type=submit]');
    await page.waitForURL(/enrolled=\d+/);
  }
  /** The newest entry of a type. */
  async function entry(type: string) {
    const [row] = await query(
      office,
      `SELECT json FROM ledger.entries WHERE type = $1 ORDER BY recorded DESC, id DESC LIMIT 1`,
      [type],
    );
    return row!['json'] as { v: number; data: Record<string, unknown>; actor: { person: string } };
  }
  const approvedBy = async (scenario: Scenario, agencies: readonly string[], list: FrozenList) => {
    for (const agency of agencies) expect((await scenario.vote(agency, list)).status).toBe(201);
  };

  it('are enrolled, approve the list that is shown, issue the certificate, and are checked offline', async () => {
    const scenario = new Scenario(office);
    const list = await scenario.toSubmitted();
    const [first, ...others] = list.required as [string, ...string[]];
    const approver = await staff.signIn(`${first}.approver`);
    await device(approver);
    await enrol(approver.page);
    expect(await approver.page.textContent('#passkeys')).toContain('办公电脑');

    await approver.page.goto(`${new URL(approver.page.url()).origin}/batches/${scenario.batch}`);
    await approver.page.check('input[name=decision][value=approve]');
    await approver.page.click('[data-passkey-sign] button');
    await approver.page.waitForURL(/\/decision\?done=\d+/);
    expect(await approver.page.textContent('main')).toContain('通行密钥');
    const approved = await entry('batch.approved');
    const { assertion, factor } = approved.data as { assertion: Assertion; factor: string };
    expect([approved.v, factor]).toEqual([2, 'passkey']);
    const expected = { challenge: list.snapshot as never, rpId: 'localhost' };
    expect(verifyAssertion(assertion, expected)).toMatchObject({ ok: true });
    const { publicKey } = (await entry('passkey.enrolled')).data;
    expect(assertion.publicKey).toBe(publicKey);

    await approvedBy(scenario, others, list);
    const event = await scenario.toWitnessed();
    expect((await scenario.tryClose(event)).status).toBe(201);
    const issuer = await staff.signIn('mr.issuer', { lang: 'en', width: 390 });
    await device(issuer);
    await enrol(issuer.page, 'phone');
    await issuer.page.goto(`${new URL(issuer.page.url()).origin}/batches/${scenario.batch}/certificate`);
    expect(await issuer.page.textContent('main')).toContain('passkey');
    await issuer.page.click('[data-passkey-sign] button');
    await issuer.page.waitForURL(/\/certificates\/MR-\d{4}-\d{6}-\w\?done=\d+/);
    expect(await issuer.page.textContent('.dl-way')).toContain('passkey');
    const numbered = await entry('certificate.numbered');
    expect(numbered.data).toMatchObject({ factor: 'passkey', assertion: { alg: 'ES256' } });
    const download = issuer.page.waitForEvent('download');
    await issuer.page.click('a[href*=".pdf?revision"]');
    const bytes = readFileSync(await (await download).path());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');

    const verification = office.app.get(LedgerVerification, { strict: false });
    expect(await verification.verify()).toMatchObject({ ok: true, problems: [] });
    expect([...approver.complaints, ...issuer.complaints]).toEqual([]);
  }, 120_000);

  it('that do not recognise the person sign nothing; the password does', async () => {
    const scenario = new Scenario(office);
    const list = await scenario.toSubmitted();
    const tab = await staff.signIn(`${list.required[0]!}.approver`, { lang: 'en' });
    const { session, id } = await device(tab);
    await enrol(tab.page, 'a second device');
    await session.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: false });
    await tab.page.goto(`${new URL(tab.page.url()).origin}/batches/${scenario.batch}`);
    await tab.page.check('input[name=decision][value=approve]');
    await tab.page.click('[data-passkey-sign] button');
    await tab.page.getByText('did not confirm').waitFor();
    await tab.page.fill('#password', demoPassword);
    await tab.page.click('form[action$="/decision"] button[type=submit]');
    await tab.page.waitForURL(/\/decision\?done=\d+/);
    expect((await entry('batch.approved')).data['factor']).toBe('password');
  }, 60_000);

  it('are enrolled with the right password only, and removed by their owner', async () => {
    const { page } = await staff.signIn('aud.auditor', { lang: 'en' });
    await device({ page, context: page.context(), complaints: [] });
    await page.goto(`${new URL(page.url()).origin}/account`);
    await page.fill('#name', 'phone <script>');
    await page.fill('#passkeyPassword', 'not my password');
    await page.click('[data-passkey-enrol] button[type=submit]');
    await page.getByText('The password is wrong').waitFor();
    await enrol(page, 'phone <script>');
    expect(await page.textContent('#passkeys table')).toContain('phone <script>');
    await page.click('form[action$="/removal"] button');
    await page.waitForURL(/removed=\d+/);
    expect(await page.textContent('#passkeys')).toContain('No passkey yet');
  }, 60_000);

  it('are not offered without scripts: the page says so, and the password signs', async () => {
    const scenario = new Scenario(office);
    const list = await scenario.toSubmitted();
    const { page } = await staff.signIn(`${list.required[0]!}.approver`, { script: false });
    await page.goto(`${new URL(page.url()).origin}/account`);
    expect(await page.isVisible('[data-passkey-enrol]')).toBe(false);
    expect(await page.textContent('#passkeys')).toContain('需要浏览器脚本');
    await page.goto(`${new URL(page.url()).origin}/batches/${scenario.batch}`);
    expect(await page.isVisible('[data-passkey-sign]')).toBe(false);
    await page.check('input[name=decision][value=approve]');
    await page.fill('#password', demoPassword);
    await page.click('form[action$="/decision"] button[type=submit]');
    await page.waitForURL(/\/decision\?done=\d+/);
  }, 60_000);

  it('are refused by browsers on an address that is a number, and the page says what to do', async () => {
    const numbered = await StaffBrowser.launch(office);
    try {
      const tab = await numbered.signIn('eco.approver', { lang: 'en' });
      await device(tab);
      await tab.page.goto(`${office.url}/account`);
      await tab.page.fill('#name', 'phone');
      await tab.page.fill('#passkeyPassword', demoPassword);
      await tab.page.click('[data-passkey-enrol] button[type=submit]');
      await tab.page.getByText('by its name, not by a number').waitFor();
    } finally {
      await numbered.close();
    }
  }, 60_000);
});
