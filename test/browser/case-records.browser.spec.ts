import { newId } from '#kernel';
import type { Page } from 'playwright-core';
import { startOffice, type TestOffice } from '../support/office.js';
import { Scenario } from '../support/scenario.js';
import { StaffBrowser } from '../support/staff-browser.js';
import { describeWithTools } from '../support/tools.js';

const lines = [
  { description: '男式夹克', amount: '1860', unit: 'piece' },
  { description: '童装', amount: '40', unit: 'piece' },
];
const pdf = { name: 'report.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') };

describeWithTools(['chromium'], 'appraisals, decisions and holds in a browser', () => {
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

  async function confirmed(): Promise<Scenario> {
    const story = new Scenario(office, { lines });
    await story.register();
    await story.confirm();
    await story.photograph();
    return story;
  }
  const beijing = (hoursAgo: number) =>
    new Date(Date.now() + (8 - hoursAgo) * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  const tick = (page: Page, lot: string) => page.check(`[id="lot-${lot}"]`);

  it('an officer records an appraisal from the case, checks it, attaches the report', async () => {
    const story = await confirmed();
    const { page, complaints } = await browser.signIn('mr.officer1');
    await page.goto(`${office.url}/seizures/${story.seizure}`);
    await page.click('a[href$="/appraisals/new"]');
    await page.click('button[value=check]');
    expect(await page.evaluate('document.activeElement.id')).toBe('error-summary');
    expect(await page.innerText('#error-summary')).toContain('请至少勾选一批');
    await tick(page, story.lots[0]!.id);
    await tick(page, story.lots[1]!.id);
    await page.check('[name=result][value=counterfeit]');
    await page.fill('#body', '<script>document.title="taken over"</script>');
    await page.fill('#reportNumber', 'JD-2026-17');
    await page.fill('#happened', beijing(1));
    await page.click('button[value=check]');
    expect(await page.innerText('main')).toContain('<script>');
    await page.click('button[value=edit]');
    expect(await page.inputValue('#reportNumber')).toBe('JD-2026-17');
    expect(await page.isChecked(`[id="lot-${story.lots[1]!.id}"]`)).toBe(true);
    await page.click('button[value=check]');
    await page.click('button[value=record]');
    await page.waitForURL(/\/appraisals\/[0-9a-f-]{36}\?done=\d+/);
    await page.setInputFiles('#paper', pdf);
    await page.click('form[action*="/papers"] button');
    await page.waitForURL(/done=\d+/);
    expect(await page.innerText('main')).toContain('鉴定报告');
    await page.goto(`${office.url}/seizures/${story.seizure}`);
    expect(await page.innerText('main')).toContain('JD-2026-17');
    // The browser names each refused form in its console.
    expect(complaints.filter((text) => !text.includes('422'))).toEqual([]);
  }, 60_000);

  it('a decision over a part, sent twice, is one; its replacement begins with its lots, in English without scripts', async () => {
    const story = await confirmed();
    await story.appraise();
    const { page } = await browser.signIn('mr.officer1', { lang: 'en', script: false, width: 390 });
    await page.goto(`${office.url}/seizures/${story.seizure}/decisions/new?lot=${story.lots[0]!.id}`);
    await page.fill('#number', 'CF-1');
    await page.check('[name=kind][value=confiscation]');
    await page.fill('#happened', beijing(2));
    await page.fill('#finalAt', beijing(3));
    await page.fill(`[id="quantity.${story.lots[0]!.id}"]`, '1,000.5');
    await page.click('button[value=check]');
    await page.click('button[value=record]');
    expect(await page.innerText('#error-summary')).toContain('whole');
    expect(await page.inputValue('#number')).toBe('CF-1');
    await page.fill(`[id="quantity.${story.lots[0]!.id}"]`, '1,000');
    await page.click('button[value=check]');
    await page.click('button[value=record]');
    expect(await page.innerText('#error-summary')).toContain('cannot be final before it was made');
    await page.fill('#finalAt', beijing(1));
    await page.click('button[value=check]');
    const checkPage = await page.content();
    await page.click('button[value=record]');
    await page.waitForURL(/\/decisions\/[0-9a-f-]{36}\?done=\d+/);
    const address = page.url();
    const again = await page.request.post(`${office.url}/seizures/${story.seizure}/decisions/new`, {
      form: { ...hidden(checkPage), do: 'record' },
      headers: { origin: office.url },
      maxRedirects: 0,
    });
    expect(again.headers()['location']).toBe(address.slice(office.url.length));
    await page.click('a[href*="replaces="]');
    expect(await page.isChecked(`[id="lot-${story.lots[0]!.id}"]`)).toBe(true);
    await page.fill('#number', 'CF-2');
    await page.check('[name=kind][value=return]');
    await page.fill('#happened', beijing(1));
    await page.fill('#finalAt', beijing(1));
    await page.click('button[value=check]');
    await page.click('button[value=record]');
    await page.waitForURL(/\/decisions\/[0-9a-f-]{36}\?done=\d+/);
    await page.goto(address.split('?')[0]!);
    expect(await page.innerText('.dl-title')).toContain('Replaced');
  }, 60_000);

  it('a hold is placed from the page of a lot and released with a reason', async () => {
    const story = await confirmed();
    const { page } = await browser.signIn('mr.officer1', { lang: 'en' });
    await page.goto(`${office.url}/seizures/${story.seizure}/holds/new?lot=${story.lots[1]!.id}`);
    await page.click('button[value=check]');
    expect(await page.getAttribute('#reason', 'aria-describedby')).toContain('reason-error');
    await page.fill('#reason', 'Needed in court');
    await page.click('button[value=check]');
    await page.click('button[value=record]');
    await page.waitForURL(/\/holds\/[0-9a-f-]{36}\?done=\d+/);
    await page.click('form[action$="/release"] button');
    expect(await page.innerText('#error-summary')).not.toBe('');
    await page.fill('#reason', 'The court gave it back');
    await page.click('form[action$="/release"] button');
    await page.waitForURL(/done=\d+/);
    expect(await page.innerText('.dl-title')).toContain('Released');
    expect(await page.locator('form[action$="/release"]').count()).toBe(0);
  }, 60_000);

  it('records and forms of another agency answer 404, and its lots can’t be slipped in', async () => {
    const story = await confirmed();
    const other = new Scenario(office, { agency: 'tb', lines });
    await other.register();
    await other.confirm();
    await other.decide();
    const { page } = await browser.signIn('mr.officer1', { lang: 'en' });
    for (const path of [
      `/seizures/${other.seizure}/appraisals/new`,
      `/seizures/${other.seizure}/decisions/new`,
      `/seizures/${other.seizure}/holds/new`,
      `/decisions/${other.decision}`,
      `/appraisals/${newId()}`,
      `/holds/${newId()}`,
    ]) {
      expect({ path, status: (await page.goto(office.url + path))?.status() }).toEqual({ path, status: 404 });
    }
    await page.goto(`${office.url}/seizures/${story.seizure}/holds/new`);
    const sent = await page.request.post(page.url(), {
      form: { ...hidden(await page.content()), lots: other.lots[0]!.id, reason: 'x', do: 'record' },
      headers: { origin: office.url, accept: 'text/html' },
      maxRedirects: 0,
    });
    expect(sent.status()).toBe(422);
    const mine = await (await office.as('tb.officer1')).get(`/api/v1/lots/${other.lots[0]!.id}`);
    expect(mine.body.holds).toEqual([]);
  }, 60_000);
});

/** The hidden fields of a page's form. */
function hidden(html: string): Record<string, string> {
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
  return Object.fromEntries(fields.map(([, name, value]) => [name!, value!]));
}
