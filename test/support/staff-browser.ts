import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { demoPassword, type TestOffice } from './office.js';

export interface StaffBrowserOptions {
  readonly lang?: 'zh-CN' | 'en';
  readonly width?: number;
  /** False for a browser with JavaScript switched off. */
  readonly script?: boolean;
}

/** A page of somebody who is signed in; `complaints` has what the browser says against the site. */
export interface StaffTab {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly complaints: string[];
}

/** Debian's Chromium, in which people sign in to the staff site by its own form. */
export class StaffBrowser {
  private readonly opened: BrowserContext[] = [];

  private constructor(
    readonly browser: Browser,
    private readonly office: TestOffice,
  ) {}

  static async launch(office: TestOffice, args: readonly string[] = []): Promise<StaffBrowser> {
    const browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', ...args],
    });
    return new StaffBrowser(browser, office);
  }

  /** A fresh browser context of one person, at the work queue. */
  async signIn(username: string, options: StaffBrowserOptions = {}): Promise<StaffTab> {
    const { lang = 'zh-CN', width = 1280, script = true } = options;
    const context = await this.browser.newContext({
      viewport: { width, height: 900 },
      locale: lang,
      timezoneId: 'Asia/Shanghai',
      javaScriptEnabled: script,
    });
    this.opened.push(context);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${this.office.url}/sign-in?lang=${lang}`);
    await page.fill('#username', username);
    await page.fill('#password', demoPassword);
    await page.click('main button[type=submit]');
    await page.waitForURL(`${this.office.url}/`);
    return { context, page, complaints };
  }

  /** Ends everybody's tabs. */
  async signOut(): Promise<void> {
    for (const context of this.opened.splice(0)) await context.close();
  }

  async close(): Promise<void> {
    await this.signOut();
    await this.browser.close();
  }
}

/** Whether a page can be read at its width without scrolling sideways. */
export async function fits(page: Page): Promise<boolean> {
  const session = await page.context().newCDPSession(page);
  const { cssContentSize, cssLayoutViewport } = await session.send('Page.getLayoutMetrics');
  await session.detach();
  return cssContentSize.width <= cssLayoutViewport.clientWidth;
}
