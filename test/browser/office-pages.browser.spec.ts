import type { Page } from 'playwright-core';
import { demoPassword, startOffice, type TestOffice } from '../support/office.js';
import { StaffBrowser, type StaffBrowserOptions } from '../support/staff-browser.js';
import { describeWithTools } from '../support/tools.js';

describeWithTools(['chromium'], 'the staff pages in a browser', () => {
  let office: TestOffice;
  let browser: StaffBrowser;

  beforeAll(async () => {
    office = await startOffice();
    browser = await StaffBrowser.launch(office);
  }, 120_000);
  afterEach(() => browser.signOut());
  afterAll(async () => {
    await browser.close();
    await office.close();
  });

  const signIn = (username: string, options: StaffBrowserOptions = {}) => browser.signIn(username, options);

  async function register(page: Page): Promise<string> {
    await page.goto(`${office.url}/seizures/new`);
    const beijing = new Date(Date.now() + 7.5 * 3600 * 1000).toISOString().slice(0, 16).replace('T', ' ');
    await page.fill('#caseNumber', '示市监案〔2026〕417号');
    await page.fill('#legalBasis', '《商标法》第六十条');
    await page.fill('#happened', beijing);
    await page.fill('#place', '<script>document.title="taken over"</script>');
    await page.selectOption('#officer2', { index: 1 });
    await page.fill('[id="lots.0.category"]', '服装');
    await page.fill('[id="lots.0.description"]', '男式夹克');
    await page.fill('[id="lots.0.amount"]', '1,860');
    await page.click('button[value=check]');
    expect(await page.getAttribute('[id="lots.0.unit"]', 'aria-invalid')).toBe('true');
    expect(await page.inputValue('[id="lots.0.amount"]')).toBe('1,860');
    await page.fill('[id="lots.0.unit"]', '件');
    await page.click('button[value=check]');
    expect(await page.innerText('main')).toContain('<script>');
    await page.click('button[value=register]');
    await page.waitForURL(/\/seizures\/[0-9a-f-]{36}\?done=\d+/);
    return page.url().split('?')[0]!;
  }

  it('register a seizure without scripts, the missing cell named and the rest kept; the second officer confirms', async () => {
    const first = await signIn('mr.officer1', { script: false });
    const address = await register(first.page);
    await first.page.goto(`${address}/photos`);
    await first.page.setInputFiles('#photos', {
      name: 'a.png',
      mimeType: 'image/png',
      buffer: await first.page.screenshot(),
    });
    await first.page.click('main form button');
    await first.page.waitForURL(/received=1/);
    const second = await signIn('mr.officer2', { script: false });
    await second.page.goto(address);
    await second.page.click('form[action$="/confirmation"] button');
    await second.page.waitForURL(/done=\d+/);
    expect(await second.page.innerText('h1')).toMatch(/^CK-\d{4}-\d{4}/);
  }, 60_000);

  it('paste a block from a spreadsheet into the grid, totals per unit beside it', async () => {
    const { page } = await signIn('mr.officer1');
    await page.goto(`${office.url}/seizures/new`);
    await page.focus('[id="lots.0.category"]');
    const block = Array.from({ length: 500 }, (_, i) => `服装\t夹克 ${i}\t甲\t1,000\t件`).join('\r\n');
    await page.evaluate(`{
      const data = new DataTransfer();
      data.setData('text/plain', ${JSON.stringify(block)});
      const options = { clipboardData: data, bubbles: true, cancelable: true };
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', options));
    }`);
    expect(await page.inputValue('[id="lots.499.description"]')).toBe('夹克 499');
    await page.locator('[data-grid-totals]').getByText('500,000').first().waitFor();
    await page.press('[id="lots.499.category"]', 'ArrowUp');
    expect(await page.evaluate('document.activeElement.id')).toBe('lots.498.category');
  }, 60_000);

  it('keep what was typed when the session ends in the middle', async () => {
    const { page } = await signIn('mr.officer1');
    await page.goto(`${office.url}/seizures/new`);
    await page.fill('#caseNumber', '示市监案〔2026〕500号');
    await page.context().clearCookies({ name: 'session' });
    await page.click('button[value=check]');
    await page.fill('#username', 'mr.officer1');
    await page.fill('#password', demoPassword);
    await page.click('button[type=submit]');
    await page.click('main form button');
    expect(await page.inputValue('#caseNumber')).toBe('示市监案〔2026〕500号');
  }, 60_000);
});
