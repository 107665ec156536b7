import type { Page } from 'playwright-core';
import { Scenario } from '../support/scenario.js';
import { demoPassword, startOffice, type TestOffice } from '../support/office.js';
import { StaffBrowser } from '../support/staff-browser.js';
import { describeWithTools } from '../support/tools.js';

const lines = [
  { amount: '1860', unit: 'piece' },
  { category: 'sport-shoes', description: '男女跑鞋', amount: '1230', unit: 'pair' },
];

describeWithTools(['chromium'], 'handing goods over in a browser', () => {
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

  async function seized(): Promise<Scenario> {
    const story = new Scenario(office, { lines });
    await story.register();
    await story.confirm();
    return story;
  }
  const main = (page: Page) => page.innerText('main');

  /** Offers a seizure's goods through the pages; gives the address of the hand-over. */
  async function offer(page: Page, story: Scenario): Promise<string> {
    await page.goto(`${office.url}/transfers/new?seizure=${story.seizure}`);
    expect(await page.locator('input[name=lot]:checked').count()).toBe(2);
    await page.selectOption('#to', await story.person('custodian'));
    await page.fill('#location', '甲 3-1');
    await page.click('button[value=check]');
    expect(await main(page)).toContain('1,860');
    await page.click('button[value=offer]');
    await page.waitForURL(/\/transfers\/[0-9a-f-]{36}\?done=\d+/);
    return page.url().split('?')[0]!;
  }

  it('an officer offers without scripts, the custodian finds it by its short code, counts less, and both confirm', async () => {
    const story = await seized();
    const giver = await browser.signIn('mr.officer1', { script: false });
    const address = await offer(giver.page, story);
    const code = await giver.page.innerText('.dl-code');
    expect(code).toMatch(/^YJ-[0-9A-F]{8}$/);

    const { page } = await browser.signIn('mr.custodian', { script: false, width: 390 });
    await page.goto(`${office.url}/scan`);
    await page.fill('#code', code.toLowerCase());
    await page.click('main button[type=submit]');
    await page.waitForURL(address);
    const custodian = await story.as('custodian');
    const api = address.replace(`${office.url}/transfers`, '/api/v1/custody-transfers');
    const [, lot] = (await custodian.get(api)).body.lines;
    await page.fill('#scan', lot.code as string);
    await page.click('button[value=scan]');
    expect(await page.inputValue('[name="lines.1.scanned"]')).toBe('yes');
    expect(await main(page)).toContain('已扫码 1 / 2');

    await page.fill('[id="lines.0.received"]', '1,860');
    await page.selectOption('[id="lines.0.seals"]', 'yes');
    await page.fill('[id="lines.1.received"]', '1226');
    await page.selectOption('[id="lines.1.seals"]', 'no');
    await page.click('button[value=check]');
    expect(await page.getAttribute('[id="lines.1.note"]', 'aria-invalid')).toBe('true');
    expect(await page.inputValue('[id="lines.0.received"]')).toBe('1,860');
    await page.fill('[id="lines.1.note"]', '第 3 箱封条撕裂 <script>alert(1)</script>');
    await page.click('button[value=check]');
    expect(await main(page)).toContain('−4');
    expect(await main(page)).toContain('<script>alert(1)</script>');
    await page.click('button[value=edit]');
    expect(await page.inputValue('[id="lines.1.received"]')).toBe('1226');
    await page.click('button[value=check]');
    await page.click('button[value=accept]');
    await page.waitForURL(/done=\d+/);
    expect(await story.balances(story.lots[1]!)).toMatchObject({ 'with-officers': '1230' });

    await giver.page.goto(address);
    await giver.page.click('form[action$="/confirmation"] button');
    await giver.page.waitForURL(/done=\d+/);
    expect(await story.balances(story.lots[1]!)).toMatchObject({ custody: '1226', shortage: '4' });
  }, 90_000);

  it('a scanner that types ticks the line at once and leads to its count', async () => {
    const story = await seized();
    await story.offer();
    const { page, complaints } = await browser.signIn('mr.custodian', { lang: 'en' });
    const address = `${office.url}/transfers/${story.transfer}`;
    await page.goto(address);
    await page.focus('#scan');
    await page.keyboard.type(`${office.url}/lots/${story.lots[0]!.id}\n`);
    expect(page.url()).toBe(address);
    expect(await page.innerText('[data-scanned]')).toBe('1 of 2 scanned');
    const row = (await page.getAttribute(`tr[data-lot="${story.lots[0]!.id}"] input[inputmode]`, 'id'))!;
    expect(await page.evaluate('document.activeElement.id')).toBe(row);
    await page.focus('#scan');
    await page.keyboard.type('LOT-2020-99999\n');
    expect(await page.innerText('#scan-error')).toContain('no label of goods in this hand-over');
    expect(complaints).toEqual([]);
  }, 60_000);

  it('a code that names nothing, or nothing that one may see, gets a sentence and stays in the field', async () => {
    const foreign = new Scenario(office, { agency: 'tb' });
    await foreign.register();
    const { page } = await browser.signIn('mr.custodian', { lang: 'en' });
    for (const [code, sentence] of [
      ['6901028000000', 'no code of ours'],
      ['LOT-2020-99999', 'Nothing that you may see'],
      [`${office.url}/lots/${foreign.lots[0]!.id}`, 'Nothing that you may see'],
    ] as const) {
      const answer = await page.goto(`${office.url}/scan?code=${encodeURIComponent(code)}`);
      expect(answer?.status()).toBe(422);
      expect(await page.inputValue('#code')).toBe(code);
      expect(await page.innerText('#error-summary')).toContain(sentence);
    }
  }, 60_000);

  it('takes an offer back, and an offer sent twice is one', async () => {
    const story = await seized();
    const { page } = await browser.signIn('mr.officer1', { lang: 'en' });
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.postData()?.includes('do=offer')) sent.push(request.postData()!);
    });
    await offer(page, story);
    const again = await page.request.post(`${office.url}/transfers/new`, {
      data: sent[0]!,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: office.url },
      maxRedirects: 0,
    });
    expect(office.url + again.headers()['location']!).toBe(page.url());
    await page.click('form[action$="/refusal"] button');
    expect(await page.evaluate('document.activeElement.id')).toBe('error-summary');
    await page.fill('#reason', 'wrong custodian');
    await page.click('form[action$="/refusal"] button');
    await page.waitForURL(/done=\d+/);
    expect(await main(page)).toContain('Taken back by the giver');
  }, 60_000);

  it('keeps what was counted when the session ends, and says so when the giver took the goods back meanwhile', async () => {
    const story = await seized();
    await story.offer();
    const { page } = await browser.signIn('mr.custodian', { lang: 'en' });
    const address = `${office.url}/transfers/${story.transfer}`;
    await page.goto(address);
    for (const [row, amount] of [
      [0, '1860'],
      [1, '1230'],
    ] as const) {
      await page.fill(`[id="lines.${row}.received"]`, amount);
      await page.selectOption(`[id="lines.${row}.seals"]`, 'yes');
    }
    await page.context().clearCookies({ name: 'session' });
    await page.click('button[value=check]');
    await page.fill('#username', 'mr.custodian');
    await page.fill('#password', demoPassword);
    await page.click('main button[type=submit]');
    await page.click('main form button');
    expect(await main(page)).toContain('All 2 lines agree');

    const giver = await story.as('officer1');
    const refusal = `/api/v1/custody-transfers/${story.transfer}/refusal`;
    expect((await giver.post(refusal, { reason: 'wrong store' })).status).toBe(201);
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.url().endsWith('/acceptance')),
      page.click('button[value=accept]'),
    ]);
    expect(answer.status()).toBe(409);
    expect(await page.innerText('#error-summary')).toContain('has ended');
    expect(await main(page)).toContain('wrong store');
  }, 60_000);

  it('names every line that can’t go, and keeps the rest of the offer', async () => {
    const story = await seized();
    const { page } = await browser.signIn('mr.officer1', { lang: 'en', script: false });
    await page.goto(`${office.url}/transfers/new?seizure=${story.seizure}`);
    await page.click('button[value=check]');
    expect(await page.innerText('#error-summary')).toContain('Choose one from the list');
    expect(await page.locator('input[name=lot]:checked').count()).toBe(2);
    await page.selectOption('#to', await story.person('custodian'));
    const amount = page.locator('input[name^="quantity."]').first();
    await amount.fill('99999');
    await page.click('button[value=check]');
    await page.click('button[value=offer]');
    expect(await page.innerText('#error-summary')).toContain('more than you hold');
    expect(await amount.inputValue()).toBe('99999');
    await page.fill('#q', 'no such goods');
    await page.click('button[value=search]');
    expect(await page.locator('input[name=lot]:checked').count()).toBe(2);
  }, 60_000);
});
