import { MainWalk } from '../support/main-walk.js';
import { startOffice, type TestOffice } from '../support/office.js';
import { startPublicSite, type TestPublicSite } from '../support/public-site.js';
import { StaffBrowser } from '../support/staff-browser.js';
import { describeWithTools } from '../support/tools.js';

describeWithTools(['chromium'], 'the main job through the pages, everybody signing in', () => {
  let office: TestOffice;
  let site: TestPublicSite;
  let browser: StaffBrowser;
  beforeAll(async () => {
    office = await startOffice();
    site = await startPublicSite(office.database.publicUrl);
    browser = await StaffBrowser.launch(office);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await site.close();
    await office.close();
  });

  it.each([
    { lang: 'zh-CN', width: 1280, script: true },
    { lang: 'zh-CN', width: 390, script: true },
    { lang: 'en', width: 1280, script: true },
    { lang: 'en', width: 390, script: true },
    { lang: 'en', width: 390, script: false },
    { lang: 'zh-CN', width: 1280, script: false },
  ] as const)(
    'from the seizure to a certificate that verifies, in $lang at $width pixels, scripts $script',
    async (options) => {
      const file = await new MainWalk(office, browser, options).walk();
      const { body } = await site.verify(file);
      expect({ verdict: body.verdict, reasons: body.reasons }).toEqual({ verdict: 'valid', reasons: [] });
    },
    180_000,
  );
});
