import { startOffice, type TestOffice } from '../support/office.js';
import {
  cell,
  fillHeader,
  fillLine,
  focused,
  paste,
  registrationForm,
} from '../support/registration-form.js';
import { workbookOf } from '../support/spreadsheet.js';
import { StaffBrowser } from '../support/staff-browser.js';
import { describeWithTools } from '../support/tools.js';

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

  it('20 lines are typed by keyboard alone, checked and registered, with a receipt that can be printed', async () => {
    const { page, complaints } = await browser.signIn('mr.officer1');
    await page.goto(registrationForm(office));
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
    await page.goto(registrationForm(office));
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
    await page.goto(registrationForm(office));
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

  it('on a phone finished rows are one line of 44 pixels and the current row is a card', async () => {
    const { page } = await browser.signIn('mr.officer1', { width: 390 });
    await page.goto(registrationForm(office));
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
});
