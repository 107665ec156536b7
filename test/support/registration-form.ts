import type { Page } from 'playwright-core';
import type { TestOffice } from './office.js';

/** A cell of the registration grid, by its row from 0. */
export const cell = (row: number, column: string) => `[id="lots.${row}.${column}"]`;
/** Where the page says whether what was typed is saved. */
export const draftState = '[data-draft-state]';

export const registrationForm = (office: TestOffice) => `${office.url}/seizures/new`;

/** Everything that a registration asks for beside its lines, an hour ago by Beijing's clocks. */
export async function fillHeader(page: Page, caseNumber: string): Promise<void> {
  const beijing = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  await page.fill('#caseNumber', caseNumber);
  await page.fill('#legalBasis', '《商标法》第六十条');
  await page.fill('#happened', beijing);
  await page.fill('#place', '示范县仓库路 3 号');
  await page.selectOption('#officer2', { index: 1 });
}

export async function fillLine(page: Page, row: number, description: string): Promise<void> {
  await page.fill(cell(row, 'category'), '服装');
  await page.fill(cell(row, 'description'), description);
  await page.fill(cell(row, 'amount'), '12');
  await page.fill(cell(row, 'unit'), '件');
}

/** Pastes into what has the focus, as a spreadsheet lays it on the clipboard. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`{
    const data = new DataTransfer();
    data.setData('text/plain', ${JSON.stringify(text)});
    const options = { clipboardData: data, bubbles: true, cancelable: true };
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', options));
  }`);
}

export const savedOnServer = (page: Page) => page.waitForSelector(`${draftState}:has-text("保存在服务器")`);

/** Id of what has the focus. */
export const focused = (page: Page) => page.evaluate<string>('document.activeElement.id');
