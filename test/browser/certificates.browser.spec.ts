import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPassword, startOffice, type TestOffice } from '../support/office.js';
import { query } from '../support/query.js';
import { Scenario } from '../support/scenario.js';
import { StaffBrowser } from '../support/staff-browser.js';
import { describeWithTools, runTool } from '../support/tools.js';

const reason = '数量登记有误 <script>alert(1)</script>';

describeWithTools(['chromium'], 'certificates in a browser', () => {
  let office: TestOffice;
  let staff: StaffBrowser;
  let scenario: Scenario;
  let number: string;
  beforeAll(async () => {
    office = await startOffice();
    staff = await StaffBrowser.launch(office);
    scenario = new Scenario(office);
    await scenario.toClosed();
  }, 90_000);
  afterEach(() => staff.signOut());
  afterAll(async () => {
    await staff.close();
    await office.close();
  });

  it('are looked at before they are issued, and issued once however often the form is sent', async () => {
    const { page, complaints } = await staff.signIn('mr.issuer', { lang: 'en' });
    await page.goto(`${office.url}/batches/${scenario.batch}`);
    await page.click(`a[href="/batches/${scenario.batch}/certificate"]`);
    expect(await page.textContent('.dl-paper')).toContain('no number yet');
    expect(await page.textContent('.dl-paper')).toContain('1,860');
    await page.fill('#password', 'not my password');
    await page.click('form[action$="/certificate"] button[type=submit]');
    expect(await page.evaluate('document.activeElement.id')).toBe('error-summary');
    expect(await page.textContent('#error-summary')).toContain('password');
    await page.fill('#password', demoPassword);
    const fields = await page.evaluate<Record<string, string>>(
      `Object.fromEntries(new FormData(document.querySelector('form[action$="/certificate"]')))`,
    );
    await page.click('form[action$="/certificate"] button[type=submit]');
    await page.waitForURL(/\/certificates\/MR-\d{4}-\d{6}-\w\?done=\d+/);
    number = /certificates\/([^?]+)/.exec(page.url())![1]!;
    expect(await page.textContent('.dl-paper')).toContain(number);
    const again = await page.request.post(`${office.url}/batches/${scenario.batch}/certificate`, {
      form: fields,
      headers: { origin: office.url },
      maxRedirects: 0,
    });
    expect(again.headers()['location']).toContain(`/certificates/${number}`);
    expect(await query(office, 'SELECT count(*)::integer AS count FROM state.certificates')).toEqual([
      { count: 1 },
    ]);
    // The browser writes the refused answers of our own negative step to its console; nothing else.
    expect(complaints.filter((line) => !line.includes('403'))).toEqual([]);
  }, 60_000);

  it('are revoked by two persons: the reason is public only once the second confirms', async () => {
    const asker = await staff.signIn('mr.issuer', { width: 390 });
    const at = `${office.url}/certificates/${number}/revocation`;
    await asker.page.goto(at);
    await asker.page.fill('#password', demoPassword);
    await asker.page.click('form[action$="/revocation"] button[type=submit]');
    expect(await asker.page.evaluate('document.activeElement.id')).toBe('error-summary');
    await asker.page.fill('#reason', reason);
    await asker.page.fill('#password', demoPassword);
    await asker.page.click('form[action$="/revocation"] button[type=submit]');
    await asker.page.waitForURL(/revocation\?done=\d+/);
    expect(await asker.page.textContent('main')).toContain(reason);
    expect(await asker.page.isVisible('form[action$="/confirmation"]')).toBe(false);
    const [asked] = await query(
      office,
      `SELECT body FROM ledger.entries WHERE type = 'certificate.revocation-requested'`,
    );
    expect(String(asked!['body'])).not.toContain('数量登记有误');
    await asker.page.goto(office.url);
    expect(await asker.page.textContent('main')).not.toContain('确认撤销证明书');

    const second = await staff.signIn('mr.approver', { lang: 'en' });
    await second.page.goto(office.url);
    await second.page.click(`text=Confirm the revocation of certificate ${number}`);
    await second.page.waitForURL(at);
    expect(await second.page.textContent('main')).toContain(reason);
    await second.page.fill('#password', demoPassword);
    await second.page.click('form[action$="/confirmation"] button[type=submit]');
    await second.page.waitForURL(/revocation\?done=\d+/);
    expect(await second.page.textContent('h1 + .dl-tag, .dl-title')).toContain('Revoked');
    const [revoked] = await query(
      office,
      `SELECT json -> 'data' ->> 'reason' AS reason FROM ledger.entries WHERE type = 'certificate.revoked'`,
    );
    expect(revoked).toEqual({ reason });
    await second.page.goto(office.url);
    expect(await second.page.textContent('main')).not.toContain('Confirm the revocation');
  }, 60_000);

  it('of another agency are not there: neither their pages nor those of their revocation', async () => {
    const { page } = await staff.signIn('tb.issuer', { lang: 'en' });
    for (const path of [
      `/certificates/${number}`,
      `/certificates/${number}/revocation`,
      `/batches/${scenario.batch}/certificate`,
      `/batches/${scenario.batch}/certificate/preview.pdf`,
    ]) {
      expect([path, (await page.request.get(office.url + path)).status()]).toEqual([path, 404]);
    }
  }, 60_000);

  it('are issued by an issuer of the agency in charge alone', async () => {
    const later = new Scenario(office);
    await later.toClosed();
    const { page } = await staff.signIn('mr.coordinator', { lang: 'en' });
    await page.goto(`${office.url}/batches/${later.batch}/certificate`);
    expect(await page.isVisible('form[action$="/certificate"]')).toBe(false);
    expect(await page.textContent('main')).toContain('An issuer of the agency in charge issues');
  }, 60_000);

  it('say before the signature that somebody who took an earlier step on the goods may not issue', async () => {
    const later = new Scenario(office);
    await later.toClosed();
    const { person } = await office.as('mr.issuer');
    const [{ entry }] = (await query(office, 'SELECT entry FROM state.acts WHERE lot = $1 LIMIT 1', [
      later.lots[0]!.id,
    ])) as [{ entry: string }];
    await query(office, `INSERT INTO state.acts (lot, person, act, entry) VALUES ($1, $2, 'kept', $3)`, [
      later.lots[0]!.id,
      person.id,
      entry,
    ]);
    const { page } = await staff.signIn('mr.issuer', { lang: 'en' });
    await page.goto(`${office.url}/batches/${later.batch}/certificate`);
    expect(await page.isVisible('form[action$="/certificate"]')).toBe(false);
    expect(await page.textContent('main')).toContain(entry);
  }, 60_000);
});

describeWithTools(['chromium', 'pdftotext'], 'the preview of a certificate', () => {
  it('is a PDF that says on every page that it is not valid, and takes no number', async () => {
    const office = await startOffice();
    const directory = mkdtempSync(join(tmpdir(), 'preview-'));
    try {
      const scenario = new Scenario(office);
      await scenario.toClosed();
      const issuer = await office.as('mr.issuer');
      const { bytes, status, headers } = await issuer.get(
        `/batches/${scenario.batch}/certificate/preview.pdf`,
      );
      expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
      writeFileSync(join(directory, 'preview.pdf'), bytes);
      const { output } = runTool('pdftotext', ['-raw', join(directory, 'preview.pdf'), '-']);
      const pages = output.split('\f').slice(0, -1);
      expect(pages.length).toBeGreaterThan(1);
      // At the foot, and across the page.
      for (const page of pages) expect(page.match(/PREVIEW/g)?.length).toBeGreaterThan(1);
      expect(bytes.includes('certificate.json')).toBe(false);
      const [row] = await query(office, 'SELECT count(*)::integer AS count FROM state.certificates');
      expect(row).toEqual({ count: 0 });
    } finally {
      rmSync(directory, { recursive: true });
      await office.close();
    }
  }, 90_000);
});
