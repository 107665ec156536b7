import type { Page } from 'playwright-core';
import { demoPassword, type TestOffice } from './office.js';
import type { Scenario } from './scenario.js';
import type { StaffBrowser, StaffBrowserOptions } from './staff-browser.js';

/** Carries a batch through the staff pages, each person signing in: what a test does between its expectations. */
export class BatchWalk {
  constructor(
    private readonly office: TestOffice,
    private readonly browser: StaffBrowser,
    readonly how: StaffBrowserOptions = {},
  ) {}

  async open(who: string, path: string, more: StaffBrowserOptions = {}): Promise<Page> {
    const { page } = await this.browser.signIn(who, { ...this.how, ...more });
    await page.goto(this.office.url + path);
    return page;
  }

  /** Sends the form of an address. */
  send(page: Page, action: string): Promise<void> {
    return page.click(`form[method=post][action*="${action}"] button[type=submit]`);
  }

  /** Types the head of a list and goes on to its goods; gives the address of the batch. */
  async begin(page: Page, title: string): Promise<string> {
    await page.goto(`${this.office.url}/batches/new`);
    await page.fill('#title', title);
    await page.fill('[id="sites.0.name"]', '县局后院');
    await page.fill('[id="sites.0.address"]', '示范路 1 号');
    await this.send(page, '/batches/new');
    await page.waitForURL(/\/batches\/[0-9a-f-]{36}\/lots$/);
    return page.url().replace(/\/lots$/, '');
  }

  /** Ticks the goods of a scenario on the page of goods that may enter. */
  async take(page: Page, { lots }: Scenario): Promise<void> {
    for (const { id } of lots) await page.check(`#add-${id}`);
    await page.click('button[value=ticked]');
    await page.waitForURL(/added=\d+/);
  }

  /** Submits the list; gives the hash on the receipt. */
  async freeze(page: Page, batch: string): Promise<string> {
    await page.goto(`${batch}/check`);
    await this.send(page, '/submission');
    await page.waitForURL(/\/receipt\?done=\d+/);
    return (await page.innerText('dd.dl-hash >> nth=0')).trim();
  }

  /** An approver's signed decision; gives the page with its record. */
  async decide(who: string, batch: string, choose: (page: Page) => Promise<void>): Promise<Page> {
    const page = await this.open(who, new URL(batch).pathname);
    await choose(page);
    await page.fill('#password', demoPassword);
    await this.send(page, '/decision');
    await page.waitForURL(/\/decision\?done=\d+/);
    return page;
  }

  /** Names a time and the witnesses of both agencies; gives the address of the event. */
  async plan(page: Page): Promise<string> {
    await page.fill('#startsAt', '2026-11-24 09:00');
    for (const who of ['mr.witness', 'ps.witness']) {
      const { person } = await this.office.as(who);
      await page.check(`input[name=witnesses][value="${person.id}"]`);
    }
    await this.send(page, '/events/new');
    await page.waitForURL(/\/events\/[0-9a-f-]{36}\?done=\d+/);
    return page.url().split('?')[0]!;
  }

  /** The custodian counts these amounts out of the store, line by line. */
  async stage(event: string, amounts: readonly string[]): Promise<void> {
    const page = await this.open('mr.custodian', new URL(event).pathname);
    for (const [i, amount] of amounts.entries()) await page.fill(`[id="lines.${i}.staged"]`, amount);
    await this.send(page, '/staging');
    await page.waitForURL(/done=\d+/);
  }

  /** One photo before, during and after; with scripts each is sent by itself, without them by the form. */
  async photograph(page: Page, event: string): Promise<void> {
    for (const stage of ['before', 'during', 'after']) {
      await page.goto(`${event}/photos?stage=${stage}`);
      const buffer = await page.screenshot();
      await page.setInputFiles('#photos', { name: `${stage}.png`, mimeType: 'image/png', buffer });
      const received =
        this.how.script === false
          ? page.waitForURL(/received=1/)
          : page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
      await page.click('form[data-site-photos] button[type=submit]');
      await received;
      await page.goto(event);
    }
  }

  /** A witness states what was seen, looks at it once more, and signs; gives the page with the record. */
  async witness(who: string, event: string): Promise<Page> {
    const page = await this.open(who, new URL(event).pathname, { width: 390 });
    await page.fill('#statement', '全过程均已见证，数量一致。');
    await page.fill('#from', '2026-11-24 09:00');
    await page.fill('#to', '2026-11-24 10:00');
    await this.send(page, '/statement');
    await page.click('button[value=state]');
    await page.waitForURL(/\/statement\?done=\d+/);
    return page;
  }
}
