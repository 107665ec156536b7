import { newId } from '#kernel';
import type { Page } from 'playwright-core';
import { startOffice, type TestOffice } from '../support/office.js';
import { Scenario } from '../support/scenario.js';
import { StaffBrowser, type StaffTab } from '../support/staff-browser.js';
import { describeWithTools } from '../support/tools.js';

const password = '一句容易记住的长话 2026';

describeWithTools(['chromium'], 'the pages of administrators', () => {
  let office: TestOffice;
  let browser: StaffBrowser;
  beforeAll(async () => {
    office = await startOffice();
    browser = await StaffBrowser.launch(office);
  }, 60_000);
  afterEach(() => browser.signOut());
  afterAll(async () => {
    await browser.close();
    await office.close();
  });

  const errors = (page: Page) => page.innerText('#error-summary');
  async function add({ page }: StaffTab, username: string, name: string): Promise<string> {
    await page.goto(`${office.url}/admin/people/new`);
    await page.fill('#name', name);
    await page.fill('#username', username);
    await page.fill('#password', password);
    await page.click('main form button[type=submit]');
    await page.waitForURL(/\/admin\/people\/[0-9a-f-]{36}\?done=\d+$/);
    return new URL(page.url()).pathname.split('/')[3]!;
  }

  it('make an account, request a role, and have it confirmed by a second administrator, without scripts', async () => {
    const first = await browser.signIn('mr.admin', { script: false });
    const id = await add(first, 'mr.issuer9', '签发人<b>九</b>');
    expect(await first.page.innerText('h1')).toBe('签发人<b>九</b>');
    await first.page.check('[name=role][value=issuer]');
    await first.page.click('form[action$="/roles"] button');
    await first.page.waitForURL(/done=\d+/);
    expect(await first.page.innerText('main')).toContain('尚未生效');
    await first.page.goto(`${office.url}/admin/requests`);
    expect(await first.page.innerText('main')).toContain('须由另一名管理员确认');
    expect(await first.page.locator('form[action^="/admin/requests/"]').count()).toBe(0);

    const second = await browser.signIn('tb.admin', { lang: 'en', width: 390 });
    expect(await second.page.innerText('main')).toContain('Confirm a role of mr.issuer9');
    await second.page.click('main a[href^="/admin/requests"]');
    await second.page.click('form[action^="/admin/requests/"] button');
    await second.page.waitForURL(/done=\d+$/);
    const { body } = await (await office.as('mr.admin')).get('/api/v1/people?role=issuer&limit=1000');
    expect((body.items as { id: string }[]).map((one) => one.id)).toContain(id);
  }, 60_000);

  it('say before anybody tries which roles can’t meet, and refuse them when they are sent all the same', async () => {
    const tab = await browser.signIn('mr.admin', { lang: 'en' });
    const id = await add(tab, 'mr.officer9', '执法九');
    await tab.page.check('[name=role][value=officer]');
    await tab.page.click('form[action$="/roles"] button');
    await tab.page.waitForURL(/done=\d+/);
    expect(await tab.page.innerText('main')).toContain('custodian: can’t be held together with officer');
    expect(await tab.page.locator('[name=role][value=custodian]').count()).toBe(0);
    await tab.page.evaluate(`document.querySelector('[name=role][value=witness]').value = 'custodian'`);
    await tab.page.check('[name=role][value=custodian]');
    await tab.page.click('form[action$="/roles"] button');
    expect(await errors(tab.page)).toContain('Revoke officer first');
    await tab.page.goto(`${office.url}/admin/people/${id}`);
    await tab.page.click('summary:has-text("Revoke officer")');
    await tab.page.click('form[action$="/revocation"] button');
    expect(await errors(tab.page)).toContain('Fill this in');
  }, 60_000);

  it('keep what was typed, except the password, and say how to mend it', async () => {
    const { page } = await browser.signIn('mr.admin');
    await page.goto(`${office.url}/admin/people/new`);
    await page.fill('#name', '新人');
    await page.fill('#username', '-x-');
    await page.fill('#password', '短');
    await page.click('main form button[type=submit]');
    expect(await errors(page)).toContain('用户名须为');
    expect([await page.inputValue('#name'), await page.inputValue('#username')]).toEqual(['新人', '-x-']);
    expect(await page.inputValue('#password')).toBe('');
    expect(await page.evaluate('document.activeElement.id')).toBe('error-summary');
    await page.fill('#username', 'mr.officer1');
    await page.fill('#password', password);
    await page.click('main form button[type=submit]');
    expect(await errors(page)).toContain('此用户名已被使用');
  });

  it('make one account of a form that is sent twice', async () => {
    const { page, context } = await browser.signIn('mr.admin');
    await page.goto(`${office.url}/admin/people/new`);
    const [csrf, key] = [await page.inputValue('[name=csrf]'), await page.inputValue('main [name=key]')];
    const form = { csrf, key, name: '只有一个', username: 'mr.once', password };
    const send = async () => {
      const url = `${office.url}/admin/people/new`;
      const answer = await context.request.post(url, {
        form,
        maxRedirects: 0,
        headers: { origin: office.url },
      });
      return [answer.status(), answer.headers()['location']];
    };
    const first = await send();
    expect(first).toEqual([303, expect.stringMatching(/^\/admin\/people\/[0-9a-f-]{36}\?done=\d+$/)]);
    expect(await send()).toEqual(first);
  });

  it('list what must be handed over before an account is closed', async () => {
    const goods = new Scenario(office);
    await goods.toStored();
    const { id } = (await office.as('mr.custodian')).person;
    const { page } = await browser.signIn('mr.admin');
    await page.goto(`${office.url}/admin/people/${id}/deactivation`);
    expect(await page.innerText('main table')).toContain('LOT-');
    await page.fill('#reason', '调离');
    await page.click('main form button');
    expect(await errors(page)).toContain('还有 1 项未办结的工作');
    expect(await page.inputValue('#reason')).toBe('调离');
    await page.check('#despiteOpenWork');
    await page.click('main form button');
    await page.waitForURL(/done=\d+/);
    expect(await page.innerText('h1 + .dl-tag')).toContain('已停用');
  }, 60_000);

  it('change an agency with its reason, and engage an auditor for a time', async () => {
    const { page } = await browser.signIn('mr.admin');
    await page.goto(`${office.url}/admin/agencies`);
    await page.click('a:text-is("fin")');
    await page.check('[name=functions][value=customs]');
    await page.click('main form button');
    expect(await errors(page)).toContain('请填写');
    expect(await page.isChecked('[name=functions][value=customs]')).toBe(true);
    await page.fill('#reason', '机构改革');
    await page.click('main form button');
    await page.waitForURL(/done=\d+/);
    expect(await page.innerText('.dl-entries')).toContain('机构改革');

    const auditor = (await office.as('aud.auditor')).person.id;
    await page.goto(`${office.url}/admin/people/${auditor}`);
    await page.fill('#until', '明年');
    await page.check('[name=agencies] >> nth=0');
    await page.click('form[action$="/engagements"] button');
    expect(await errors(page)).toContain('2026-11-18 08:50');
    expect(await page.isChecked('[name=agencies] >> nth=0')).toBe(true);
    await page.fill('#until', new Date(Date.now() + 86_400_000).toISOString().slice(0, 10) + ' 18:00');
    await page.click('form[action$="/engagements"] button');
    await page.waitForURL(/done=\d+/);
  });

  it('switch a row of the catalogue off and on, keep what was typed, and refuse what is no row', async () => {
    const { page } = await browser.signIn('mr.admin', { script: false });
    await page.goto(`${office.url}/admin/catalogue?kind=method`);
    expect(await page.innerText('main table')).toContain('wte-incineration');
    await page.goto(`${office.url}/admin/catalogue/category/cigarettes`);
    await page.click('button[value=disable]');
    expect(await errors(page)).toContain('请填写');
    await page.fill('#row', '<script>');
    await page.fill('#reason', '按新目录');
    await page.click('button[value=put]');
    expect(await errors(page)).toContain('不是有效的 JSON');
    expect([await page.inputValue('#row'), await page.inputValue('#reason')]).toEqual([
      '<script>',
      '按新目录',
    ]);
    for (const wish of ['disable', 'enable']) {
      await page.goto(`${office.url}/admin/catalogue/category/cigarettes`);
      await page.fill('#reason', '按新目录');
      await page.click(`button[value=${wish}]`);
      await page.waitForURL(/done=\d+/);
    }
    expect(await page.locator('.dl-entries li').count()).toBe(2);
    const none = await page.goto(`${office.url}/admin/catalogue/category/none`);
    expect(none?.status()).toBe(404);
  }, 60_000);

  it('show people of other agencies to the administrator of the installation alone, and nothing to others', async () => {
    const stranger = (await office.as('ps.witness')).person.id;
    const headers = { accept: 'text/html' };
    for (const path of [
      `/admin/people/${stranger}`,
      `/admin/people/${stranger}/deactivation`,
      `/admin/people/${newId<string>()}`,
    ]) {
      expect((await (await office.as('tb.admin')).get(path, headers)).status).toBe(404);
      expect((await (await office.as('mr.officer1')).get(path, headers)).status).toBe(403);
    }
    const list = (await (await office.as('tb.admin')).get<string>('/admin/people?format=csv', headers)).body;
    expect(list).toContain('tb.officer1');
    expect(list).not.toMatch(/mr\.|ps\./);
  });
});
