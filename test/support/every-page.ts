import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { staffPages, staffScene, type StaffScene } from '../browser/staff-pages.js';
import { startOffice, type TestOffice } from './office.js';
import { notReachedByKeyboard, ScriptWeight } from './page-checks.js';
import { fits, StaffBrowser, type StaffTab } from './staff-browser.js';
import { describeWithTools } from './tools.js';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const products = { 'zh-CN': '假冒侵权罚没物品处置账本', en: 'Destruction Ledger' };
const codes = /\b(?:page|nav|list|lots|events|batches|form|grid|role|queue|account)\.[a-z-]{3,}\b/g;
/** Where the pictures go; none are taken without it. */
const gallery = process.env['GALLERY'];

/** Walks all staff pages in one language: as wide as a desk, as a phone, and as narrow as WCAG 1.4.10 asks for. */
export function describeEveryPage(lang: 'zh-CN' | 'en'): void {
  describeWithTools(['chromium'], `every staff page in ${lang}`, () => {
    let office: TestOffice;
    let browser: StaffBrowser;
    let scene: StaffScene;
    const tabs = new Map<string, StaffTab>();

    beforeAll(async () => {
      office = await startOffice();
      browser = await StaffBrowser.launch(office);
      scene = await staffScene(office);
    }, 180_000);
    afterAll(async () => {
      await browser.close();
      await office.close();
    });

    async function tabOf(who: string): Promise<StaffTab> {
      const tab = tabs.get(who) ?? (await browser.signIn(who, { lang }));
      tabs.set(who, tab);
      return tab;
    }

    it.each(staffPages)('$name reads well at every width', async ({ name, who, path }) => {
      const { page, complaints } = await tabOf(who);
      await page.setViewportSize({ width: 1280, height: 900 });
      const scripts = new ScriptWeight(page, office.url);
      const answer = await page.goto(office.url + path(scene));
      expect(answer?.status()).toBe(200);
      expect(await scripts.stop()).toEqual({ foreign: [], withinBudget: true });
      expect(await page.title()).toContain(products[lang]);
      expect(await page.getAttribute('html', 'lang')).toBe(lang);
      expect((await page.innerText('body')).match(codes)).toBeNull();
      await readsWell(page, 1280, name);
      await readsWell(page, 390, name);
      await page.setViewportSize({ width: 320, height: 900 });
      expect(await fits(page)).toBe(true);
      expect(await notReachedByKeyboard(page)).toEqual([]);
      expect(complaints.splice(0)).toEqual([]);
    });
  });

  async function readsWell(page: Page, width: number, name: string): Promise<void> {
    await page.setViewportSize({ width, height: 900 });
    if (gallery !== undefined) {
      mkdirSync(gallery, { recursive: true });
      await page.screenshot({ path: join(gallery, `${name}-${lang}-${width}.png`), fullPage: true });
    }
    expect({ width, fits: await fits(page) }).toEqual({ width, fits: true });
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    expect({ width, violations: found }).toEqual({ width, violations: [] });
  }
}
