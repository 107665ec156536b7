import { newId } from '#kernel';
import { demoPassword, startOffice, type TestOffice } from '../support/office.js';
import {
  cell,
  draftState,
  fillHeader,
  fillLine,
  registrationForm,
  savedOnServer,
} from '../support/registration-form.js';
import { StaffBrowser } from '../support/staff-browser.js';
import { describeWithTools } from '../support/tools.js';

describeWithTools(['chromium'], 'drafts of registrations in a browser', () => {
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

  it('a draft is saved while one types, comes back after a reload, is its owner’s alone, and ends with the entry', async () => {
    const { page } = await browser.signIn('mr.officer1');
    await page.goto(registrationForm(office));
    await page.fill('#caseNumber', '示市监案〔2026〕623号');
    await fillLine(page, 0, '第一行');
    await savedOnServer(page);
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
    await page.goto(registrationForm(office));
    expect(await page.isVisible('[data-draft-found]')).toBe(false);
  }, 90_000);

  it('a cut connection loses nothing: kept on the device, offered when one comes back, sent when it is there again', async () => {
    const { page, context } = await browser.signIn('mr.officer1');
    await page.goto(registrationForm(office));
    await context.setOffline(true);
    await page.fill('#caseNumber', '示市监案〔2026〕624号');
    await fillLine(page, 0, '断网时填写');
    await page.waitForSelector(`${draftState}:has-text("本设备")`);
    await context.setOffline(false);
    await savedOnServer(page);
    await context.setOffline(true);
    await page.fill(cell(1, 'description'), '又断了');
    await page.waitForTimeout(500);
    await page.close({ runBeforeUnload: false });
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(registrationForm(office));
    await again.click('[data-continue]');
    expect(await again.inputValue(cell(1, 'description'))).toBe('又断了');
    await savedOnServer(again);
    await again.reload();
    expect(await again.inputValue(cell(1, 'description'))).toBe('又断了');
  }, 90_000);

  it('an ended session is said, and after signing in elsewhere the page goes on saving', async () => {
    const { page, context } = await browser.signIn('mr.officer1');
    await page.goto(registrationForm(office));
    await context.clearCookies({ name: 'session' });
    await page.fill('#caseNumber', '示市监案〔2026〕625号');
    await page.waitForSelector(`${draftState}:has-text("登录已过期")`);
    const other = await context.newPage();
    await other.goto(`${office.url}/sign-in`);
    await other.fill('#username', 'mr.officer1');
    await other.fill('#password', demoPassword);
    await other.click('main button[type=submit]');
    await other.close();
    await page.evaluate('window.dispatchEvent(new Event("focus"))');
    await savedOnServer(page);
  }, 90_000);

  it('two windows notice each other; the second save keeps what stands there', async () => {
    const { page, context } = await browser.signIn('mr.officer1');
    await page.goto(registrationForm(office));
    await page.fill('#caseNumber', '示市监案〔2026〕626号');
    await savedOnServer(page);
    const second = await context.newPage();
    await second.goto(page.url());
    await second.fill('#place', '第二个窗口');
    await savedOnServer(second);
    await page.fill('#place', '第一个窗口');
    await page.waitForSelector(`${draftState}:has-text("另一个窗口")`);
    await page.click('button[value=save]');
    expect(await page.innerText('#error-summary')).toContain('另一个窗口');
    expect(await page.inputValue('#place')).toBe('第一个窗口');
    await page.click('button[value=save]');
    await page.waitForURL(/saved=1/);
    expect(await page.inputValue('#place')).toBe('第一个窗口');
  }, 90_000);

  it('photos wait on the device until there is a number, survive a cut connection, and arrive at their line', async () => {
    const { page } = await browser.signIn('mr.officer1');
    await page.goto(registrationForm(office));
    await fillHeader(page, '示市监案〔2026〕627号');
    await fillLine(page, 0, '有照片的一行');
    await page.focus(cell(0, 'description'));
    const buffer = await page.screenshot();
    await page.setInputFiles('#new-photos', { name: 'a.png', mimeType: 'image/png', buffer });
    await page.waitForSelector('[data-kept-photos] li:has-text("第 1 行")');
    await savedOnServer(page);
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

  it('drafts of nobody and ids that are none answer 404 and 422, and nothing is saved for them', async () => {
    const { page } = await browser.signIn('mr.officer1', { lang: 'en' });
    const id = newId();
    for (const path of [`/seizures/new?draft=${id}`, `/seizures/drafts/${id}/import`]) {
      expect((await page.goto(office.url + path))?.status()).toBe(404);
    }
    expect((await page.goto(`${registrationForm(office)}?draft=nonsense`))?.status()).toBe(422);
  });
});
