import type { Page, Response } from 'playwright-core';
import { brotliCompressSync } from 'node:zlib';

/** What all scripts of a page may weigh together, compressed; pages that scan codes carry a decoder beside it. */
const scriptBudget = 30_000;

/** Watches what a page loads, from its making until `stop`. */
export class ScriptWeight {
  private readonly scripts: Promise<Buffer>[] = [];
  private readonly foreign: string[] = [];
  private readonly watch = (response: Response) => {
    if (!response.url().startsWith(this.origin)) this.foreign.push(response.url());
    if (response.request().resourceType() === 'script') this.scripts.push(response.body());
  };

  constructor(
    private readonly page: Page,
    private readonly origin: string,
  ) {
    page.on('response', this.watch);
  }

  /** Addresses outside the site, and whether all scripts together keep the budget. */
  async stop(): Promise<{ foreign: string[]; withinBudget: boolean }> {
    this.page.off('response', this.watch);
    const bodies = await Promise.all(this.scripts);
    const bytes = bodies.reduce((sum, body) => sum + brotliCompressSync(body).length, 0);
    return { foreign: this.foreign, withinBudget: bytes <= scriptBudget };
  }
}

/** Marks what the Tab key should reach; a group of radio buttons is one stop. Runs in the page. */
const markStops = `(() => {
  const all = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]');
  const groups = new Set();
  let marked = 0;
  for (const one of all) {
    if (one.disabled || one.tabIndex < 0 || one.type === 'hidden' || !one.checkVisibility({ visibilityProperty: true })) continue;
    if (one.type === 'radio') {
      if (groups.has(one.name)) continue;
      groups.add(one.name);
    }
    one.dataset.stop = one.type === 'radio' ? 'radio ' + one.name : String(marked);
    marked += 1;
  }
  return marked;
})()`;
/** Takes the mark off what has the focus. */
const unmark = `(() => {
  const one = document.activeElement;
  if (!one) return;
  if (one.type === 'radio') for (const peer of document.getElementsByName(one.name)) delete peer.dataset.stop;
  delete one.dataset.stop;
})()`;
const left = `[...document.querySelectorAll('[data-stop]')].map((one) => one.outerHTML.slice(0, 160))`;

/** What of a page can be used with a mouse and is not reached by Tab alone (WCAG 2.1.1, 2.1.2). */
export async function notReachedByKeyboard(page: Page): Promise<string[]> {
  const stops = await page.evaluate<number>(markStops);
  for (let i = 0; i < stops + 2; i += 1) {
    await page.keyboard.press('Tab');
    await page.evaluate(unmark);
  }
  return page.evaluate<string[]>(left);
}
