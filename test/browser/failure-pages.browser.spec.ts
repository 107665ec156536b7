import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startOffice, type TestOffice } from '../support/office.js';
import { query } from '../support/query.js';
import { fits, StaffBrowser } from '../support/staff-browser.js';
import { describeWithTools } from '../support/tools.js';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Where the pictures go; none are taken without it. */
const gallery = process.env['GALLERY'];

describeWithTools(['chromium'], 'pages of failure', () => {
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

  describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
    const failures: [number, (page: Page) => Promise<number | undefined>][] = [
      [403, (page) => open(page, '/admin/people')],
      [404, (page) => open(page, '/lots/0198c0de-0000-7000-8000-000000000000')],
      [413, sendTooMuch],
      [429, guess],
      [500, withoutTable],
    ];

    it.each(failures)(
      '%i says what happened, by what number, and leads on',
      async (status, fail) => {
        const { page } = await browser.signIn('mr.officer1', { lang: language });
        expect(await fail(page)).toBe(status);
        expect(await page.getAttribute('html', 'lang')).toBe(language);
        const main = await page.innerText('main');
        expect(main).not.toMatch(/\b(?:problem|page|session|request|access)\.[a-z-]{3,}\b/);
        if (status !== 429) {
          expect(main).toMatch(/[0-9a-f]{8}-[0-9a-f-]{27}/);
          expect(await page.locator('main a[href="/"]').count()).toBe(1);
        }
        if (status === 413) expect(await page.locator('main a[href="/account"]').count()).toBe(1);
        for (const width of [1280, 390]) await readsWell(page, width, `${status}-${language}`);
      },
      90_000,
    );
  });

  async function open(page: Page, path: string): Promise<number | undefined> {
    return (await page.goto(office.url + path))?.status();
  }

  async function sendTooMuch(page: Page): Promise<number | undefined> {
    await page.goto(`${office.url}/account`);
    await page.evaluate(`document.querySelector('#newPassword').value = 'x'.repeat(11_000_000)`);
    const button = page.locator('form[action="/account/password"] button');
    const [answer] = await Promise.all([page.waitForNavigation(), button.click()]);
    return answer?.status();
  }

  /** Guesses a password until the door makes one wait. */
  async function guess(page: Page): Promise<number | undefined> {
    let status: number | undefined;
    await page.goto(`${office.url}/sign-in`);
    for (let tries = 0; tries < 12 && status !== 429; tries += 1) {
      await page.fill('#username', 'mr.witness');
      await page.fill('main #password', 'guessed');
      const [answer] = await Promise.all([page.waitForNavigation(), page.click('main form button')]);
      status = answer?.status();
    }
    return status;
  }

  /** Takes a table away for the time of one request: a fault that nobody foresaw. */
  async function withoutTable(page: Page): Promise<number | undefined> {
    await query(office, 'ALTER TABLE state.seizures RENAME TO away');
    try {
      return await open(page, '/seizures');
    } finally {
      await query(office, 'ALTER TABLE state.away RENAME TO seizures');
    }
  }

  async function readsWell(page: Page, width: number, name: string): Promise<void> {
    await page.setViewportSize({ width, height: 900 });
    if (gallery !== undefined) {
      mkdirSync(gallery, { recursive: true });
      await page.screenshot({ path: join(gallery, `${name}-${width}.png`), fullPage: true });
    }
    expect({ width, fits: await fits(page) }).toEqual({ width, fits: true });
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  }
});
