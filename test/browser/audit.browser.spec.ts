import { startOffice, type TestOffice } from '../support/office.js';
import { Scenario } from '../support/scenario.js';
import { StaffBrowser } from '../support/staff-browser.js';
import { describeWithTools } from '../support/tools.js';

describeWithTools(['chromium'], 'the pages of auditors', () => {
  let office: TestOffice;
  let browser: StaffBrowser;
  beforeAll(async () => {
    office = await startOffice();
    browser = await StaffBrowser.launch(office);
    await new Scenario(office).toDecided();
  }, 60_000);
  afterEach(() => browser.signOut());
  afterAll(async () => {
    await browser.close();
    await office.close();
  });

  it.each([true, false])(
    'prove against a kept checkpoint that the ledger only grew (scripts: %s)',
    async (script) => {
      const { page, context } = await browser.signIn('aud.auditor', { lang: 'en', script });
      await page.click('a[href="/audit"]');
      const kept = await (await context.request.get(`${office.url}/verification/checkpoint`)).text();
      await new Scenario(office).register();
      await page.goto(`${office.url}/verification`);
      await page.fill('#checkpoint', kept);
      await page.click('main form button[type=submit]');
      await page.waitForURL(/\/verification\/[0-9a-f-]{36}$/);
      const result = await page.innerText('main');
      expect(result).toContain('Your checkpoint agrees');
      expect(result).toContain('the ledger only grew: consistency proof of');
      expect(result).toContain('everything agrees');
    },
    60_000,
  );

  it('name a contradicted checkpoint, and say how to mend one that is no checkpoint', async () => {
    const { page, context } = await browser.signIn('aud.auditor');
    const kept = await (await context.request.get(`${office.url}/verification/checkpoint`)).text();
    await page.goto(`${office.url}/verification`);
    await page.fill('#checkpoint', '<script>');
    await page.click('main form button[type=submit]');
    expect(await page.innerText('#error-summary')).toContain('请粘贴下载文件的全部内容');
    expect(await page.inputValue('#checkpoint')).toBe('<script>');
    await page.fill('#checkpoint', kept.replace(/\n\d+\n/, '\n3\n'));
    await page.click('main form button[type=submit]');
    await page.waitForURL(/\/verification\/[0-9a-f-]{36}$/);
    expect(await page.innerText('main')).toContain('与您保管的检查点不一致');
    expect(await page.innerText('main')).toContain('检查点签名不符');
  });

  it('show a result to the one who asked for it alone', async () => {
    const { page } = await browser.signIn('aud.auditor');
    await page.goto(`${office.url}/verification`);
    await page.click('main form button[type=submit]');
    await page.waitForURL(/\/verification\/[0-9a-f-]{36}$/);
    const { pathname } = new URL(page.url());
    const admin = await office.as('mr.admin');
    expect((await admin.get(pathname, { accept: 'text/html' })).status).toBe(404);
    expect((await (await office.as('mr.officer1')).get(pathname, { accept: 'text/html' })).status).toBe(403);
  });
});
