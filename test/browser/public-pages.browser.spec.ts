import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { certificateNumber } from '#papers';
import { startCertificates, type IssuedCertificate } from '../support/issued-certificates.js';
import { startPublicSite, type TestPublicSite } from '../support/public-site.js';
import { describeWithTools } from '../support/tools.js';

/** Where pictures of the pages go; none are taken without it. */
const pictures = process.env['PICTURES'];
const languages = ['zh-CN', 'en'] as const;
const widths = [1280, 390, 320];

describeWithTools(['chromium'], 'the public pages in a browser', () => {
  let ledger: Awaited<ReturnType<typeof startCertificates>>;
  let site: TestPublicSite;
  let browser: Browser;
  const shown: Record<string, IssuedCertificate> = {};

  beforeAll(async () => {
    ledger = await startCertificates();
    site = await startPublicSite(ledger.database.publicUrl);
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    shown['released'] = await ledger.issue();
    await ledger.release(shown['released']);
    shown['issued'] = await ledger.issue();
    shown['revoked'] = await ledger.issue();
    await ledger.revoke(shown['revoked']);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    await ledger.stop();
  });

  /** A page without scripts, as the site has to work; `complaints` collects what the browser says against it. */
  async function open(width: number, language: string): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      locale: language,
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    // Going on to the next page ends the loading of the last one's icon: that is no complaint.
    page.on('requestfailed', (request) => {
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(request.url());
    });
    return { page, complaints };
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  }

  /** The widest that anything reaches, by the boxes that the browser laid out. */
  async function contentWidth(page: Page): Promise<number> {
    const session = await page.context().newCDPSession(page);
    const { cssContentSize } = await session.send('Page.getLayoutMetrics');
    return cssContentSize.width;
  }

  const addresses: [string, () => string, number][] = [
    ['home', () => '/', 200],
    ['verify', () => '/verify', 200],
    ['refused', () => '/verify?number=SLX-2026-1', 422],
    ['released', () => `/c/${shown['released']!.number}`, 200],
    ['issued', () => `/c/${shown['issued']!.number}`, 200],
    ['revoked', () => `/c/${shown['revoked']!.number}`, 200],
    ['unknown', () => `/c/${certificateNumber('SLX', 2026, 77)}`, 404],
    ['nowhere', () => '/nowhere', 404],
  ];

  describe.each(languages)('in %s', (language) => {
    it.each(widths)(
      'fit %i pixels, in the reader’s language, with one heading and nothing blocked',
      async (width) => {
        const { page, complaints } = await open(width, language);
        for (const [name, address, status] of addresses) {
          const response = await page.goto(site.url + address());
          expect([name, response!.status()]).toEqual([name, status]);
          expect([name, await page.getAttribute('html', 'lang')]).toEqual([name, language]);
          expect([name, await page.locator('h1').count()]).toEqual([name, 1]);
          expect([name, await contentWidth(page)]).toEqual([name, width]);
          await picture(page, `${name}-${language}-${String(width)}`);
        }
        // The browser logs answers of 4xx itself; nothing else may be said, by the content security policy above all.
        expect(
          complaints.filter((line) => !line.includes('the server responded with a status of 4')),
        ).toEqual([]);
        await page.context().close();
      },
    );

    it('check a file from the form, without scripts', async () => {
      const sealed = shown['released']!.sealed;
      const files: [string, Buffer, RegExp][] = [
        ['file-valid', sealed, /完全一致|exactly the file/],
        ['file-cut', sealed.subarray(0, -500), /没有收到完整|did not arrive complete/],
        ['file-appended', Buffer.concat([sealed, Buffer.from('\n%%EOF\n')]), /请勿采信|do not rely/],
        ['file-revoked', shown['revoked']!.sealed, /已被撤销|was revoked/],
      ];
      for (const width of [1280, 390]) {
        const { page } = await open(width, language);
        for (const [name, buffer, title] of files) {
          await page.goto(`${site.url}/verify`);
          await page.setInputFiles('#file', { name: 'c.pdf', mimeType: 'application/pdf', buffer });
          await page.click('form[enctype] button');
          expect(await page.textContent('h1')).toMatch(title);
          expect([name, await contentWidth(page)]).toEqual([name, width]);
          for (const summary of await page.locator('summary').all()) await summary.click();
          await picture(page, `${name}-${language}-${String(width)}`);
        }
        await page.context().close();
      }
    });
  });

  it('change the language and stay where they are', async () => {
    const { page } = await open(390, 'zh-CN');
    await page.goto(`${site.url}/c/${shown['issued']!.number}`);
    await page.click('.dl-language');
    expect(page.url()).toBe(`${site.url}/c/${shown['issued']!.number}?lang=en`);
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.click('.dl-brand');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.fill('#number', shown['released']!.number);
    await page.click('form[method=get] button');
    expect(page.url()).toBe(`${site.url}/c/${shown['released']!.number}?lang=en`);
  });
});
