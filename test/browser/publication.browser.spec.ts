import { startOffice, type TestOffice } from '../support/office.js';
import { certify, refresh } from '../support/publishing.js';
import { startPublicSite } from '../support/public-site.js';
import { Scenario } from '../support/scenario.js';
import { StaffBrowser } from '../support/staff-browser.js';
import { describeWithTools } from '../support/tools.js';

describeWithTools(['chromium'], 'publishing in the staff site', () => {
  let office: TestOffice;
  let browser: StaffBrowser;
  let number: string;

  beforeAll(async () => {
    office = await startOffice();
    browser = await StaffBrowser.launch(office);
    const scenario = new Scenario(office);
    await scenario.toClosed();
    number = await certify(office, scenario);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await office.close();
  });

  it('goes from the queue of one person over that of a second to the public site, and back', async () => {
    const one = await browser.signIn('mr.coordinator', { script: false });
    await one.page.click(`a:has-text("${number}")`);
    await one.page.check('input[name="photo-2"]');
    await one.page.fill('#attendance', '一百');
    await one.page.click('main button:has-text("提交")');
    expect(await one.page.textContent('#error-summary')).toContain('整数');
    expect(await one.page.isChecked('input[name="photo-2"]')).toBe(true);
    await one.page.fill('#attendance', '85');
    await one.page.click('main button:has-text("提交")');
    expect(await one.page.textContent('#error-summary')).toContain('请用中文写明照片内容');
    await one.page.fill('input[name="zh-2"]', '碾压后的衣物');
    await one.page.click('main button:has-text("提交")');
    expect(await one.page.textContent('.dl-note-ok')).toMatch(/记录号 #\d+/);

    const two = await browser.signIn('mr.approver', { lang: 'en' });
    await two.page.click(`a:has-text("${number}")`);
    await two.page.click('main button:has-text("Release to the public site")');
    expect(await two.page.textContent('#error-summary')).toContain('tick the box');
    await two.page.check('input[name="looked"]');
    await two.page.click('main button:has-text("Release to the public site")');
    expect(await two.page.textContent('h1 + .dl-tag')).toContain('Released');
    await refresh(office);
    const site = await startPublicSite(office.database.publicUrl);
    const { text } = await site.get((await eventOf(site.url)) ?? '');
    expect(text).toContain('碾压后的衣物');
    await site.close();

    await two.page.click('a:has-text("Withdraw the publication")');
    await two.page.click('main button:has-text("Withdraw")');
    expect(await two.page.isVisible('#error-summary')).toBe(true);
    await two.page.check('input[value="picture"]');
    await two.page.fill('#note', 'A face in the back');
    await two.page.click('main button:has-text("Withdraw")');
    expect(await two.page.textContent('h1 + .dl-tag')).toContain('Withdrawn');
    expect(await two.page.textContent('main')).toContain('A face in the back');
    const heard = [...one.complaints, ...two.complaints];
    expect(heard.filter((line) => !line.includes('status of 422'))).toEqual([]);
  });

  async function eventOf(url: string): Promise<string | undefined> {
    const home = await (await fetch(`${url}/events`, { headers: { accept: 'text/html' } })).text();
    return /href="(\/events\/PC-[^"]+)"/.exec(home)?.[1];
  }
});
