import type { Page } from 'playwright-core';
import { demoPassword, startOffice, type TestOffice } from '../support/office.js';
import { Scenario } from '../support/scenario.js';
import { StaffBrowser } from '../support/staff-browser.js';
import { describeWithTools } from '../support/tools.js';

describeWithTools(['chromium'], 'the language link and an ended session', () => {
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

  const lang = (page: Page) => page.getAttribute('html', 'lang');
  const otherLanguage = async (page: Page) => {
    await Promise.all([page.waitForEvent('load'), page.click('a.dl-language')]);
  };
  const endSession = (page: Page) => page.context().clearCookies({ name: 'session' });

  async function signInAgain(page: Page, username: string): Promise<void> {
    await page.fill('#username', username);
    await page.fill('main #password', demoPassword);
    await Promise.all([page.waitForEvent('load'), page.click('main form button')]);
  }

  describe('the language link', () => {
    it('keeps what was typed, but no password, and keeps it once', async () => {
      const { page, complaints } = await browser.signIn('mr.admin');
      await page.goto(`${office.url}/admin/people/new`);
      await page.fill('#name', '<b>沈玉</b>');
      await page.fill('#username', 'mr.shen');
      await page.fill('main #password', 'first-Secret-1');
      await otherLanguage(page);
      expect(await lang(page)).toBe('en');
      expect(await page.inputValue('#name')).toBe('<b>沈玉</b>');
      expect(await page.inputValue('main #username')).toBe('mr.shen');
      expect(await page.inputValue('main #password')).toBe('');
      expect(await page.evaluate('sessionStorage.length')).toBe(0);
      await page.goto(`${office.url}/admin/people/new`);
      expect(await page.inputValue('#name')).toBe('');
      expect(complaints).toEqual([]);
    }, 60_000);

    it('leaves refused forms for the page that they stand on, with what was chosen', async () => {
      const { page } = await browser.signIn('mr.admin', { lang: 'en' });
      const auditor = (await office.as('aud.auditor')).person.id;
      const person = `/admin/people/${auditor}`;
      await page.goto(office.url + person);
      const form = `form[action="${person}/engagements"]`;
      await page.check(`${form} [name=agencies] >> nth=1`);
      await page.fill(`${form} [name=until]`, 'tomorrow');
      for (let sent = 0; sent < 2; sent += 1) {
        const [answer] = await Promise.all([page.waitForNavigation(), page.click(`${form} button`)]);
        expect(answer?.status()).toBe(422);
      }
      await otherLanguage(page);
      expect(new URL(page.url()).pathname).toBe(person);
      expect(await lang(page)).toBe('zh-CN');
      expect(await page.inputValue(`${form} [name=until]`)).toBe('tomorrow');
      expect(await page.isChecked(`${form} [name=agencies] >> nth=1`)).toBe(true);
      expect(await page.isChecked(`${form} [name=agencies] >> nth=0`)).toBe(false);
    }, 60_000);

    it('without scripts keeps path and query, and leads from a refused form to a page', async () => {
      const { page } = await browser.signIn('mr.officer1', { script: false });
      await page.goto(`${office.url}/lots?q=jacket`);
      await otherLanguage(page);
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/lots?q=jacket&lang=en');
      await page.goto(`${office.url}/account`);
      for (let sent = 0; sent < 2; sent += 1) {
        await page.fill('#newPassword', 'short');
        const [answer] = await Promise.all([
          page.waitForNavigation(),
          page.click('form[action="/account/password"] button'),
        ]);
        expect(answer?.status()).toBe(422);
      }
      await otherLanguage(page);
      expect(new URL(page.url()).pathname).toBe('/account');
      expect(await lang(page)).toBe('zh-CN');
    }, 60_000);
  });

  describe('a form that meets an ended session', () => {
    it('with files leads back to its page, and says that nothing was changed', async () => {
      const goods = new Scenario(office);
      await goods.register();
      const { page } = await browser.signIn('mr.officer1', { script: false });
      const photos = `${office.url}/seizures/${goods.seizure}/photos`;
      await page.goto(photos);
      const picture = { name: 'a.png', mimeType: 'image/png', buffer: await page.screenshot() };
      await page.setInputFiles('#photos', picture);
      await endSession(page);
      await Promise.all([page.waitForEvent('load'), page.click('main form button')]);
      expect(await page.innerText('main')).toContain('没有任何更改');
      await otherLanguage(page);
      expect(await lang(page)).toBe('en');
      await signInAgain(page, 'mr.officer1');
      expect(page.url()).toBe(photos);
      expect(await lang(page)).toBe('en');
    }, 60_000);

    it('without anything to keep leads back to its page', async () => {
      const { page } = await browser.signIn('mr.officer1', { script: false, lang: 'en' });
      await page.goto(`${office.url}/account`);
      await endSession(page);
      await Promise.all([page.waitForEvent('load'), page.click('form[action="/sign-out"] button')]);
      expect(await page.innerText('main')).toContain('nothing was changed');
      await signInAgain(page, 'mr.officer1');
      expect(page.url()).toBe(`${office.url}/account`);
    }, 60_000);

    it('is still kept when the language changes at the door', async () => {
      const { page } = await browser.signIn('mr.admin', { lang: 'en' });
      await page.goto(`${office.url}/admin/people/new`);
      await page.fill('#name', '沈玉');
      await endSession(page);
      await Promise.all([page.waitForEvent('load'), page.click('main form button')]);
      await otherLanguage(page);
      expect(await lang(page)).toBe('zh-CN');
      await signInAgain(page, 'mr.admin');
      await Promise.all([page.waitForEvent('load'), page.click('main form button')]);
      expect(await page.inputValue('#name')).toBe('沈玉');
    }, 60_000);
  });
});
