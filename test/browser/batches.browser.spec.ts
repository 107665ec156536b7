import { BatchWalk } from '../support/batch-walk.js';
import { startOffice, type TestOffice } from '../support/office.js';
import { Scenario } from '../support/scenario.js';
import { StaffBrowser } from '../support/staff-browser.js';
import { describeWithTools } from '../support/tools.js';

const shoes = { category: 'other-shoes', description: '运动鞋', amount: '40', unit: 'pair' };
const jackets = { amount: '1860', unit: 'piece' };
const hash = /[0-9a-f]{64}/;

describeWithTools(['chromium'], 'a batch in the browser', () => {
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

  async function stored(): Promise<Scenario> {
    const story = new Scenario(office, { lines: [jackets, shoes] });
    await story.toStored();
    return story;
  }

  describe.each([
    ['zh-CN', true],
    ['en', false],
  ] as const)('in %s, scripts %s', (lang, script) => {
    let event = '';
    let story: Scenario;
    const walk = () => new BatchWalk(office, browser, { lang, script });

    it('is built, checked, frozen, approved by one agency and by another except a lot, and planned', async () => {
      story = await stored();
      const page = await walk().open('mr.coordinator', '/batches');
      const batch = await walk().begin(page, '<b>集中销毁</b>');
      expect(await page.innerText('h1')).toContain('<b>集中销毁</b>');
      await walk().take(page, story);
      await page.goto(`${batch}/lines`);
      await page.fill('[id="lines.0.amount"]', '1,000');
      await walk().send(page, '/lines');
      await page.waitForURL(/saved=1/);
      expect(await page.inputValue('[id="lines.0.amount"]')).toBe('1000');
      const frozen = await walk().freeze(page, batch);
      expect(frozen).toMatch(hash);

      const first = await walk().decide('mr.approver', batch, (at) => at.check('input[value=approve]'));
      expect(await first.innerText('main')).toContain(frozen);
      const second = await walk().decide('eco.approver', batch, async (at) => {
        await at.click('a[data-except] >> nth=1');
        expect(await at.isChecked('input[value=except]')).toBe(true);
        await at.fill('#reason', '<i>留样</i>');
      });
      expect(await second.innerText('main')).toContain('<i>留样</i>');

      await page.goto(batch);
      await page.click('a[href$="/events/new"]');
      await walk().send(page, '/events/new');
      expect(await page.evaluate('document.activeElement.id')).toBe(script ? 'error-summary' : '');
      event = await walk().plan(page);
    }, 120_000);

    it('is destroyed at the site: recorded on a phone, photographed, witnessed, closed', async () => {
      await walk().stage(event, ['1000']);
      const phone = await walk().open('mr.coordinator', new URL(event).pathname, { width: 390 });
      await phone.fill('#destroyed', '990');
      await phone.fill('#returned', '8');
      if (script) expect(await phone.innerText('[data-run-sum]')).toMatch(/\b2\b/);
      await walk().send(phone, '/lines/');
      expect(await phone.locator('#error-summary').count()).toBe(1);
      expect(await phone.inputValue('#destroyed')).toBe('990');
      await phone.fill('#missing', '2');
      await phone.fill('#reason', '<u>清点短少</u>');
      await walk().send(phone, '/lines/');
      await phone.waitForURL(/done=\d+/);
      expect(await phone.innerText('.dl-run')).toContain('<u>清点短少</u>');
      await walk().photograph(phone, event);
      expect(await (await walk().witness('mr.witness', event)).innerText('main')).toMatch(hash);
      await phone.goto(`${event}/closure`);
      expect(await phone.locator('form[action$="/closure"]').count()).toBe(0);
      await walk().witness('ps.witness', event);
      await phone.goto(event);
      await phone.click('a[href$="/closure"]');
      await walk().send(phone, '/closure');
      await phone.waitForURL(/\/closure\?done=\d+/);
      expect(await phone.innerText('main')).toMatch(hash);
      expect(await story.balances(story.lots[0]!)).toMatchObject({ destroyed: '990', shortage: '2' });
    }, 120_000);
  });
});
