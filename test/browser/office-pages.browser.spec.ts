import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { Scenario } from '../support/scenario.js';
import { demoPassword, startOffice, type TestOffice } from '../support/office.js';
import { describeWithTools } from '../support/tools.js';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const words = {
  'zh-CN': { clothing: '服装', piece: '件', product: '假冒侵权罚没物品处置账本' },
  en: { clothing: '', piece: '', product: 'Destruction Ledger' },
};

describeWithTools(['chromium'], 'the staff pages in a browser', () => {
  let office: TestOffice;
  let browser: Browser;
  let closed: Scenario;
  const opened: BrowserContext[] = [];

  beforeAll(async () => {
    office = await startOffice();
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    closed = new Scenario(office);
    await closed.toClosed();
  }, 120_000);
  afterEach(async () => {
    for (const context of opened.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser.close();
    await office.close();
  });

  /** A page on which somebody is signed in; `complaints` has what the browser says against it. */
  async function signIn(username: string, options: { lang?: string; width?: number; script?: boolean } = {}) {
    const { lang = 'zh-CN', width = 1280, script = true } = options;
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      locale: lang,
      javaScriptEnabled: script,
    });
    opened.push(context);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${office.url}/sign-in?lang=${lang}`);
    await page.fill('#username', username);
    await page.fill('#password', demoPassword);
    await page.click('button[type=submit]');
    await page.waitForURL(`${office.url}/`);
    return { page, complaints };
  }

  async function fits(page: Page): Promise<boolean> {
    const session = await page.context().newCDPSession(page);
    const { cssContentSize, cssLayoutViewport } = await session.send('Page.getLayoutMetrics');
    return cssContentSize.width <= cssLayoutViewport.clientWidth;
  }

  const addresses = (): [string, string[]][] => [
    [
      'mr.officer1',
      ['/', '/account', '/seizures', '/seizures/new', '/lots', '/transfers', `/lots/${closed.lots[0]!.id}`],
    ],
    [
      'mr.officer1',
      [`/seizures/${closed.seizure}`, `/seizures/${closed.seizure}/photos`, `/transfers/${closed.transfer}`],
    ],
    ['mr.issuer', ['/batches', '/events', '/certificates', `/batches/${closed.batch}`]],
    ['aud.auditor', ['/', '/ledger']],
  ];

  describe.each(['zh-CN', 'en'] as const)('in %s', (lang) => {
    it.each([1280, 390, 320])(
      'fit %i pixels, are in the reader’s language, and nothing is blocked or hard to reach',
      async (width) => {
        for (const [who, paths] of addresses()) {
          const { page, complaints } = await signIn(who, { lang, width });
          for (const path of paths) {
            const answer = await page.goto(office.url + path);
            expect({ path, status: answer?.status() }).toEqual({ path, status: 200 });
            expect(await page.title()).toContain(words[lang].product);
            expect(await page.getAttribute('html', 'lang')).toBe(lang);
            expect({
              path,
              untranslated: (await page.innerText('body')).match(
                /\b(?:page|nav|list|lots|events|batches|form|grid)\.[a-z-]{3,}\b/g,
              ),
            }).toEqual({ path, untranslated: null });
            expect({ path, fits: await fits(page) }).toEqual({ path, fits: true });
            const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
            expect({ path, violations: violations.map(({ id }) => id) }).toEqual({ path, violations: [] });
          }
          expect(complaints).toEqual([]);
        }
      },
      120_000,
    );
  });

  async function register(page: Page): Promise<string> {
    await page.goto(`${office.url}/seizures/new`);
    const beijing = new Date(Date.now() + 7.5 * 3600 * 1000).toISOString().slice(0, 16).replace('T', ' ');
    await page.fill('#caseNumber', '示市监案〔2026〕417号');
    await page.fill('#legalBasis', '《商标法》第六十条');
    await page.fill('#happened', beijing);
    await page.fill('#place', '<script>document.title="taken over"</script>');
    await page.selectOption('#officer2', { index: 1 });
    await page.fill('[id="lots.0.category"]', '服装');
    await page.fill('[id="lots.0.description"]', '男式夹克');
    await page.fill('[id="lots.0.amount"]', '1,860');
    await page.click('button[value=check]');
    expect(await page.getAttribute('[id="lots.0.unit"]', 'aria-invalid')).toBe('true');
    expect(await page.inputValue('[id="lots.0.amount"]')).toBe('1,860');
    await page.fill('[id="lots.0.unit"]', '件');
    await page.click('button[value=check]');
    expect(await page.innerText('main')).toContain('<script>');
    await page.click('button[value=register]');
    await page.waitForURL(/\/seizures\/[0-9a-f-]{36}\?done=\d+/);
    return page.url().split('?')[0]!;
  }

  it('register a seizure without scripts, the missing cell named and the rest kept; the second officer confirms', async () => {
    const first = await signIn('mr.officer1', { script: false });
    const address = await register(first.page);
    await first.page.goto(`${address}/photos`);
    await first.page.setInputFiles('#photos', {
      name: 'a.png',
      mimeType: 'image/png',
      buffer: await first.page.screenshot(),
    });
    await first.page.click('main form button');
    await first.page.waitForURL(/received=1/);
    const second = await signIn('mr.officer2', { script: false });
    await second.page.goto(address);
    await second.page.click('form[action$="/confirmation"] button');
    await second.page.waitForURL(/done=\d+/);
    expect(await second.page.innerText('h1')).toMatch(/^CK-\d{4}-\d{4}/);
  }, 60_000);

  it('paste a block from a spreadsheet into the grid, totals per unit beside it', async () => {
    const { page } = await signIn('mr.officer1');
    await page.goto(`${office.url}/seizures/new`);
    await page.focus('[id="lots.0.category"]');
    const block = Array.from({ length: 500 }, (_, i) => `服装\t夹克 ${i}\t甲\t1,000\t件`).join('\r\n');
    await page.evaluate(`{
      const data = new DataTransfer();
      data.setData('text/plain', ${JSON.stringify(block)});
      const options = { clipboardData: data, bubbles: true, cancelable: true };
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', options));
    }`);
    expect(await page.inputValue('[id="lots.499.description"]')).toBe('夹克 499');
    expect(await page.innerText('[data-grid-totals]')).toContain('500,000');
    await page.press('[id="lots.499.category"]', 'ArrowUp');
    expect(await page.evaluate('document.activeElement.id')).toBe('lots.498.category');
  }, 60_000);

  it('carry goods from hand-over to an issued certificate', async () => {
    const story = new Scenario(office);
    await story.toDecided();
    await story.offer();
    const custodian = await signIn('mr.custodian');
    await custodian.page.click(`a[href="/transfers/${story.transfer}"]`);
    await custodian.page.fill('[id="lines.0.received"]', '1860');
    await custodian.page.selectOption('[id="lines.0.seals"]', 'yes');
    await custodian.page.click('button[value=check]');
    await custodian.page.click('button[value=accept]');
    await custodian.page.waitForURL(/done=\d+/);
    await story.draft();
    const { required } = await story.submit();
    for (const agency of required) await approve(`${agency}.approver`, story.batch);
    const event = await story.plan();
    const at = `${office.url}/events/${event.id}`;
    await custodian.page.goto(at);
    await custodian.page.fill('[id="lines.0.staged"]', '1860');
    await custodian.page.click('form[action$="/staging"] button[type=submit]');
    await custodian.page.waitForURL(/done=\d+/);
    await story.photographEvent(event);
    const lead = await signIn('mr.coordinator');
    await lead.page.goto(at);
    await lead.page.fill('input[name=destroyed]', '1860');
    await lead.page.click('form[action*="/lines/"] button');
    await lead.page.waitForURL(/done=\d+/);
    for (const who of ['mr.witness', 'ps.witness']) await state(who, at);
    await lead.page.goto(`${at}/closure`);
    await lead.page.click('form[action$="/closure"] button');
    await lead.page.waitForURL(/done=\d+/);
    const issuer = await signIn('mr.issuer');
    await issuer.page.goto(`${office.url}/batches/${story.batch}/certificate`);
    await issuer.page.fill('#password', 'wrong password');
    await issuer.page.click('form[action$="/certificate"] button[type=submit]');
    expect(await issuer.page.evaluate('document.activeElement.id')).toBe('error-summary');
    await issuer.page.fill('#password', demoPassword);
    await issuer.page.click('form[action$="/certificate"] button[type=submit]');
    await issuer.page.waitForURL(/\/certificates\/MR-\d{4}-\d{6}-\w\?done=\d+/);
    expect(await issuer.page.innerText('h1')).toMatch(/^MR-/);
  }, 120_000);

  async function approve(who: string, batch: string): Promise<void> {
    const { page } = await signIn(who);
    await page.goto(`${office.url}/batches/${batch}`);
    await page.check('input[value=approve]');
    await page.fill('#password', demoPassword);
    await page.click('form[action$="/decision"] button[type=submit]');
    await page.waitForURL(/done=\d+/);
  }

  async function state(who: string, at: string): Promise<void> {
    const { page } = await signIn(who);
    await page.goto(at);
    await page.fill('#statement', '全过程均已见证，数量与清单一致。');
    await page.fill('#from', '2026-11-24 09:00');
    await page.fill('#to', '2026-11-24 10:00');
    await page.click('form[action$="/statement"] button');
    await page.click('button[value=state]');
    await page.waitForURL(/done=\d+/);
  }

  it('keep what was typed when the session ends in the middle', async () => {
    const { page } = await signIn('mr.officer1');
    await page.goto(`${office.url}/seizures/new`);
    await page.fill('#caseNumber', '示市监案〔2026〕500号');
    await page.context().clearCookies({ name: 'session' });
    await page.click('button[value=check]');
    await page.fill('#username', 'mr.officer1');
    await page.fill('#password', demoPassword);
    await page.click('button[type=submit]');
    await page.click('main form button');
    expect(await page.inputValue('#caseNumber')).toBe('示市监案〔2026〕500号');
  }, 60_000);
});
