import type { Page } from 'playwright-core';
import { demoPassword, startOffice, type TestOffice } from '../support/office.js';
import { Scenario } from '../support/scenario.js';
import { StaffBrowser, type StaffBrowserOptions } from '../support/staff-browser.js';
import { describeWithTools } from '../support/tools.js';

const shoes = { category: 'other-shoes', description: '运动鞋', amount: '40', unit: 'pair' };
const jackets = { amount: '1860', unit: 'piece' };

describeWithTools(['chromium'], 'a batch from the first tick to the agencies’ decisions', () => {
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

  const open = async (who: string, path: string, options?: StaffBrowserOptions): Promise<Page> => {
    const { page } = await browser.signIn(who, options);
    await page.goto(office.url + path);
    return page;
  };
  const button = (page: Page, action: string) => page.click(`form[action$="${action}"] button`);

  async function stored(): Promise<Scenario> {
    const story = new Scenario(office, { lines: [jackets, shoes] });
    await story.toStored();
    return story;
  }

  /** Types the head of a list and goes on to its goods; gives the address of the batch. */
  async function begin(page: Page): Promise<string> {
    await page.goto(`${office.url}/batches/new`);
    await page.fill('#title', '<b>集中销毁</b>');
    await page.fill('[id="sites.0.name"]', '县局后院');
    await page.fill('[id="sites.0.address"]', '示范路 1 号');
    await page.click('main form button >> nth=0');
    await page.waitForURL(/\/batches\/[0-9a-f-]{36}\/lots$/);
    return page.url().replace(/\/lots$/, '');
  }

  async function take(page: Page, { lots }: Scenario): Promise<void> {
    for (const { id } of lots) await page.check(`#add-${id}`);
    await page.click('button[value=ticked]');
    await page.waitForURL(/added=\d+/);
  }

  async function freeze(page: Page, batch: string): Promise<string> {
    await page.goto(`${batch}/check`);
    await button(page, '/submission');
    await page.waitForURL(/\/receipt\?done=\d+/);
    return (await page.innerText('.dl-hash >> nth=0')).trim();
  }

  async function decide(who: string, batch: string, how: (page: Page) => Promise<void>): Promise<Page> {
    const page = await open(who, new URL(batch).pathname);
    await how(page);
    await page.fill('#password', demoPassword);
    await button(page, '/decision');
    await page.waitForURL(/\/decision\?done=\d+/);
    return page;
  }

  it.each([
    ['zh-CN', true],
    ['en', false],
  ] as const)(
    'is built, frozen, approved by one and by another except a lot, in %s, scripts %s',
    async (lang, script) => {
      const story = await stored();
      const page = await open('mr.coordinator', '/batches', { lang, script });
      const batch = await begin(page);
      expect(await page.innerText('h1')).toContain('<b>集中销毁</b>');
      await take(page, story);
      await page.goto(`${batch}/lines`);
      await page.fill('[id="lines.0.amount"]', '1,000');
      await page.click('form[method=post][action*="/lines"] button');
      await page.waitForURL(/saved=1/);
      expect(await page.inputValue('[id="lines.0.amount"]')).toBe('1000');
      const hash = await freeze(page, batch);
      expect(hash).toMatch(/^[0-9a-f]{64}$/);

      const first = await decide('mr.approver', batch, (at) => at.check('input[value=approve]'));
      expect(await first.innerText('main')).toContain(hash);
      const second = await decide('eco.approver', batch, async (at) => {
        await at.click('a[data-except] >> nth=1');
        expect(await at.isChecked('input[value=except]')).toBe(true);
        await at.fill('#reason', '<i>留样</i>');
      });
      expect(await second.innerText('main')).toContain('<i>留样</i>');
      await page.goto(batch);
      expect(await page.locator('a[href$="/events/new"]').count()).toBe(1);
    },
    120_000,
  );
});
