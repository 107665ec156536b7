import { newId } from '#kernel';
import type { Page } from 'playwright-core';
import { demoPassword, startOffice, type TestOffice } from '../support/office.js';
import { workbookOf } from '../support/spreadsheet.js';
import { StaffBrowser } from '../support/staff-browser.js';
import { describeWithTools } from '../support/tools.js';

const cell = (row: number, column: string) => `[id="lots.${row}.${column}"]`;
const state = '[data-draft-state]';

describeWithTools(['chromium'], 'registering a seizure in a browser', () => {
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

  const form = () => `${office.url}/seizures/new`;
  async function fillHeader(page: Page, caseNumber: string): Promise<void> {
    const beijing = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
    await page.fill('#caseNumber', caseNumber);
    await page.fill('#legalBasis', '《商标法》第六十条');
    await page.fill('#happened', beijing);
    await page.fill('#place', '示范县仓库路 3 号');
    await page.selectOption('#officer2', { index: 1 });
  }
  async function fillLine(page: Page, row: number, description: string): Promise<void> {
    await page.fill(cell(row, 'category'), '服装');
    await page.fill(cell(row, 'description'), description);
    await page.fill(cell(row, 'amount'), '12');
    await page.fill(cell(row, 'unit'), '件');
  }
  async function paste(page: Page, text: string): Promise<void> {
    await page.evaluate(`{
      const data = new DataTransfer();
      data.setData('text/plain', ${JSON.stringify(text)});
      const options = { clipboardData: data, bubbles: true, cancelable: true };
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', options));
    }`);
  }
  const saved = (page: Page) => page.waitForSelector(`${state}:has-text("保存在服务器")`);
  const focused = (page: Page) => page.evaluate<string>('document.activeElement.id');

  it('20 lines are typed by keyboard alone, checked and registered, with a receipt that can be printed', async () => {
    const { page, complaints } = await browser.signIn('mr.officer1');
    await page.goto(form());
    await fillHeader(page, '示市监案〔2026〕620号');
    await page.focus(cell(0, 'category'));
    for (let row = 0; row < 20; row += 1) {
      for (const text of ['服装', `夹克 ${row}`, '甲', '1,000', '件']) {
        await page.keyboard.type(text);
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
    }
    expect(await focused(page)).toBe('lots.20.category');
    await page.waitForSelector('[data-grid-totals] dd:has-text("20,000")');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('lots.19.description');
    // While an input method composes, Enter belongs to it.
    await page.evaluate(
      `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))`,
    );
    expect(await focused(page)).toBe('lots.19.description');
    await page.keyboard.press('Control+Delete');
    expect(await page.inputValue(cell(19, 'description'))).toBe('');
    await page.click('button[value=check]');
    await page.dblclick('button[value=register]');
    await page.waitForURL(/\/seizures\/[0-9a-f-]{36}\?done=\d+/);
    const receipt = await page.innerText('main');
    expect(receipt).toMatch(/编号 CK-\d{4}-\d{4}/);
    expect(receipt).toMatch(/[0-9a-f]{64}/);
    const address = page.url().split('?')[0]!;
    // Back: what was registered leads to the seizure and is not sent again.
    await page.goBack();
    expect(page.url()).toBe(address);
    expect(await page.innerText('h1')).toContain('620号');
    expect(complaints).toEqual([]);
    const list = await (await office.as('mr.officer1')).get('/api/v1/seizures?case=示市监案〔2026〕620号');
    expect(list.body.items.map((one: { lots: number }) => one.lots)).toEqual([19]);
  }, 90_000);

  it('a pasted block of 500 goes by its headings; a wrong cell is named and every other row kept', async () => {
    const { page } = await browser.signIn('mr.officer1');
    await page.goto(form());
    await fillHeader(page, '示市监案〔2026〕621号');
    await page.focus(cell(0, 'category'));
    const lines = Array.from(
      { length: 500 },
      (_, i) => `"夹克\n${i}"\t1,000\t${i === 321 ? '光年' : '件'}\t服装\t估计`,
    );
    await paste(page, ['商品名称\t数量\t计量单位\t品类\t计数依据', ...lines].join('\r\n'));
    expect(await page.inputValue(cell(499, 'description'))).toBe('夹克 499');
    expect(await page.inputValue(cell(7, 'basis'))).toBe('estimated');
    await page.click('button[value=check]');
    await page.waitForSelector('#error-summary:focus');
    expect(await page.innerText('#error-summary')).toContain('第 322 行');
    await page.fill(cell(321, 'unit'), '件');
    await page.click('button[value=check]');
    await page.click('button[value=register]');
    await page.waitForURL(/done=\d+/);
    expect(await page.locator('#lines ~ *, [aria-labelledby=lines] tbody tr').count()).toBeGreaterThanOrEqual(
      500,
    );
  }, 90_000);

  it('a workbook is read as a trial: columns, wrong rows by number; the good ones are taken over once', async () => {
    const { page } = await browser.signIn('mr.officer1', { script: false });
    await page.goto(form());
    await page.fill('#caseNumber', '示市监案〔2026〕622号');
    await fillLine(page, 0, '已填的一行');
    await page.click('button[value=import]');
    const upload = (buffer: Buffer) =>
      page.setInputFiles('#file', { name: '清单.xlsx', mimeType: 'application/vnd.ms-excel', buffer });
    await upload(Buffer.from('\0\0'));
    await page.click('main form button');
    expect(await page.innerText('#error-summary')).toContain('另存为');
    await upload(
      workbookOf([
        ['物品名称', '品类', '数量', '单位', '价格'],
        ['=cmd()', '服装', 1860, '件', 3],
        ['童装', '没有', 5, '件', 4],
        ['<script>alert(1)</script>', '服装', 1.5, '件', 4],
        ['外套', '服装', 40, '件', 4],
      ]),
    );
    await page.click('main form button');
    expect(await page.selectOption('#map-4', [])).toEqual([]);
    const trial = await page.innerText('main');
    expect(trial).toContain('2 行可并入');
    expect(trial).toContain('<script>');
    expect(await page.innerText('section[aria-labelledby=wrong]')).toMatch(/3[\s\S]*4/);
    await page.selectOption('#map-2', 'unit');
    await page.click('button[value=columns]');
    await page.click('button[value=all]');
    expect(await page.innerText('#error-summary')).toContain('两列');
    await page.selectOption('#map-2', 'amount');
    await page.click('button[value=columns]');
    const address = page.url();
    await page.click('button[value=good]');
    await page.waitForURL(/imported=2/);
    expect(await page.inputValue(cell(0, 'description'))).toBe('已填的一行');
    expect(await page.inputValue(cell(1, 'description'))).toBe('=cmd()');
    expect(await page.inputValue(cell(2, 'amount'))).toBe('40');
    await page.goto(address);
    await page.waitForURL(/\/seizures\/new\?draft=/);
    expect(await page.inputValue(cell(3, 'description'))).toBe('');
  }, 90_000);

  it('a draft is saved while one types, comes back after a reload, is its owner’s alone, and ends with the entry', async () => {
    const { page } = await browser.signIn('mr.officer1');
    await page.goto(form());
    await page.fill('#caseNumber', '示市监案〔2026〕623号');
    await fillLine(page, 0, '第一行');
    await saved(page);
    const address = page.url();
    expect(address).toMatch(/draft=[0-9a-f-]{36}$/);
    await page.reload();
    expect(await page.inputValue(cell(0, 'description'))).toBe('第一行');
    await page.goto(`${office.url}/seizures`);
    expect(await page.innerText('main')).toContain('我的草稿');
    const other = await browser.signIn('mr.officer2');
    expect((await other.page.goto(address))?.status()).toBe(404);
    await other.page.goto(`${office.url}/seizures`);
    expect(await other.page.innerText('main')).not.toContain('623号');
    await page.click('a:has-text("623号")');
    await fillHeader(page, '示市监案〔2026〕623号');
    await page.click('button[value=check]');
    await page.click('button[value=register]');
    await page.waitForURL(/done=\d+/);
    await page.goto(`${office.url}/seizures`);
    expect(await page.locator('a[href*="draft="]:has-text("623号")').count()).toBe(0);
    await page.goto(form());
    expect(await page.isVisible('[data-draft-found]')).toBe(false);
  }, 90_000);

  it('a cut connection loses nothing: kept on the device, offered when one comes back, sent when it is there again', async () => {
    const { page, context } = await browser.signIn('mr.officer1');
    await page.goto(form());
    await context.setOffline(true);
    await page.fill('#caseNumber', '示市监案〔2026〕624号');
    await fillLine(page, 0, '断网时填写');
    await page.waitForSelector(`${state}:has-text("本设备")`);
    await context.setOffline(false);
    await saved(page);
    await context.setOffline(true);
    await page.fill(cell(1, 'description'), '又断了');
    await page.waitForTimeout(500);
    await page.close({ runBeforeUnload: false });
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(form());
    await again.click('[data-continue]');
    expect(await again.inputValue(cell(1, 'description'))).toBe('又断了');
    await saved(again);
    await again.reload();
    expect(await again.inputValue(cell(1, 'description'))).toBe('又断了');
  }, 90_000);

  it('an ended session is said, and after signing in elsewhere the page goes on saving', async () => {
    const { page, context } = await browser.signIn('mr.officer1');
    await page.goto(form());
    await context.clearCookies({ name: 'session' });
    await page.fill('#caseNumber', '示市监案〔2026〕625号');
    await page.waitForSelector(`${state}:has-text("登录已过期")`);
    const other = await context.newPage();
    await other.goto(`${office.url}/sign-in`);
    await other.fill('#username', 'mr.officer1');
    await other.fill('#password', demoPassword);
    await other.click('main button[type=submit]');
    await other.close();
    await page.evaluate('window.dispatchEvent(new Event("focus"))');
    await saved(page);
  }, 90_000);

  it('two windows notice each other; the second save keeps what stands there', async () => {
    const { page, context } = await browser.signIn('mr.officer1');
    await page.goto(form());
    await page.fill('#caseNumber', '示市监案〔2026〕626号');
    await saved(page);
    const second = await context.newPage();
    await second.goto(page.url());
    await second.fill('#place', '第二个窗口');
    await saved(second);
    await page.fill('#place', '第一个窗口');
    await page.waitForSelector(`${state}:has-text("另一个窗口")`);
    await page.click('button[value=save]');
    expect(await page.innerText('#error-summary')).toContain('另一个窗口');
    expect(await page.inputValue('#place')).toBe('第一个窗口');
    await page.click('button[value=save]');
    await page.waitForURL(/saved=1/);
    expect(await page.inputValue('#place')).toBe('第一个窗口');
  }, 90_000);

  it('photos wait on the device until there is a number, survive a cut connection, and arrive at their line', async () => {
    const { page } = await browser.signIn('mr.officer1');
    await page.goto(form());
    await fillHeader(page, '示市监案〔2026〕627号');
    await fillLine(page, 0, '有照片的一行');
    await page.focus(cell(0, 'description'));
    const buffer = await page.screenshot();
    await page.setInputFiles('#new-photos', { name: 'a.png', mimeType: 'image/png', buffer });
    await page.waitForSelector('[data-kept-photos] li:has-text("第 1 行")');
    await saved(page);
    await page.reload();
    await page.waitForSelector('[data-kept-photos] li:has-text("第 1 行")');
    await page.click('button[value=check]');
    await page.route('**/photos/**', (route) => route.abort());
    await page.click('button[value=register]');
    await page.waitForURL(/done=\d+/);
    await page.waitForSelector('[data-photo-list] button');
    await page.unroute('**/photos/**');
    await page.reload();
    await page.waitForSelector('[data-photo-list] li:has-text("哈希一致")');
    const officer = await office.as('mr.officer1');
    const seizure = new URL(page.url()).pathname.split('/').at(-1)!;
    const lot = (await officer.get(`/api/v1/seizures/${seizure}`)).body.lots[0].id as string;
    expect((await officer.get(`/api/v1/lots/${lot}`)).body.photos).toHaveLength(1);
    await page.reload();
    expect(await page.isVisible('[data-photo-list]')).toBe(false);
  }, 90_000);

  it('on a phone finished rows are one line of 44 pixels and the current row is a card', async () => {
    const { page } = await browser.signIn('mr.officer1', { width: 390 });
    await page.goto(form());
    await fillLine(page, 0, '第一行');
    await page.click('[data-next-line]');
    await page.waitForSelector('.dl-row-line');
    expect(await page.innerText('.dl-row-line')).toContain('第一行 · 12 件');
    const box = await page.locator('.dl-row-line').boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.height).toBeLessThanOrEqual(60);
    expect(await focused(page)).toBe('lots.1.category');
    await page.click('.dl-row-line');
    expect(await page.isVisible(cell(0, 'amount'))).toBe(true);
  }, 60_000);

  it('drafts of nobody and ids that are none answer 404 and 422, and nothing is saved for them', async () => {
    const { page } = await browser.signIn('mr.officer1', { lang: 'en' });
    const id = newId();
    for (const path of [`/seizures/new?draft=${id}`, `/seizures/drafts/${id}/import`]) {
      expect((await page.goto(office.url + path))?.status()).toBe(404);
    }
    expect((await page.goto(`${form()}?draft=nonsense`))?.status()).toBe(422);
  });
});
