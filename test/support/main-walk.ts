import type { Page } from 'playwright-core';
import { demoPhoto } from '../../apps/cli/src/demo/demo-photo.js';
import { BatchWalk } from './batch-walk.js';
import { demoPassword, type TestOffice } from './office.js';
import type { StaffBrowser, StaffBrowserOptions } from './staff-browser.js';

const words = {
  'zh-CN': { clothing: '服装', piece: '件', shoes: '运动鞋', pair: '双' },
  en: { clothing: 'clothing', piece: 'piece', shoes: 'sport shoes', pair: 'pair' },
};
const [pieces, pairs] = ['1860', '40'];
const amounts = [pieces, pairs];

/** The main job as its people do it: each signs in with a browser of their own and uses nothing but the pages. */
export class MainWalk {
  private seizure = '';
  private transfer = '';
  private batch = '';
  private readonly batches: BatchWalk;

  constructor(
    private readonly office: TestOffice,
    private readonly browser: StaffBrowser,
    private readonly options: Required<StaffBrowserOptions>,
  ) {
    this.batches = new BatchWalk(office, browser, options);
  }

  /** From the seizure to a certificate; gives the bytes of the file that the issuer downloads. */
  async walk(): Promise<Buffer> {
    await this.register();
    await this.confirm();
    await this.photograph();
    await this.appraise();
    await this.decide();
    await this.offer();
    await this.receive();
    await this.build();
    for (const agency of await this.submit()) {
      await this.batches.decide(`${agency}.approver`, this.batch, (page) =>
        page.check('input[value=approve]'),
      );
    }
    await this.destroy();
    return this.issue();
  }

  private async as(who: string, path: string): Promise<Page> {
    await this.browser.signOut();
    const { page } = await this.browser.signIn(who, this.options);
    page.setDefaultTimeout(10_000);
    await page.goto(this.office.url + path);
    return page;
  }

  private async register(): Promise<void> {
    const page = await this.as('mr.officer1', '/seizures/new');
    const { clothing, piece, shoes, pair } = words[this.options.lang];
    await page.fill('#caseNumber', '示市监案〔2026〕417号');
    await page.fill('#legalBasis', '《中华人民共和国商标法》第六十条');
    await page.fill('#happened', beijing(-30));
    await page.fill('#place', '示范县仓库路 3 号');
    await page.selectOption('#officer2', { index: 1 });
    const rows = [
      [clothing, '男式夹克', pieces, piece],
      [shoes, '跑鞋', pairs, pair],
    ];
    for (const [i, row] of rows.entries()) {
      // On a phone only the row that is being filled in is open.
      if (!(await page.isVisible(`[id="lots.${i}.category"]`))) await page.click('[data-next-line]');
      for (const [j, cell] of ['category', 'description', 'amount', 'unit'].entries()) {
        await page.fill(`[id="lots.${i}.${cell}"]`, row[j]!);
      }
    }
    await page.click('button[value=check]');
    await page.click('button[value=register]');
    await page.waitForURL(done(/\/seizures\/[0-9a-f-]{36}/));
    this.seizure = pathOf(page);
  }

  private async confirm(): Promise<void> {
    const page = await this.as('mr.officer2', this.seizure);
    await press(page, '/confirmation');
  }

  private async photograph(): Promise<void> {
    const page = await this.as('mr.officer1', `${this.seizure}/photos`);
    await this.sendPhoto(page, `seizure ${this.seizure}`, /received=1/);
  }

  /** Without scripts the form is sent; with them the page sends each file and says that its hash was received. */
  private async sendPhoto(page: Page, what: string, sent: RegExp): Promise<void> {
    const { bytes } = await demoPhoto(what);
    await page.setInputFiles('#photos', {
      name: 'photo.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from(bytes),
    });
    await page.click('form[action*="/photos"] button[type=submit]');
    if (this.options.script) await page.getByText(/哈希一致|hash matches/).waitFor();
    else await page.waitForURL(sent);
  }

  private async tickAll(page: Page): Promise<void> {
    for (const box of await page.locator('input[name=lots]').all()) await box.check();
  }

  private async recordCase(page: Page): Promise<void> {
    await page.click('button[value=check]');
    await page.click('button[value=record]');
    await page.waitForURL(done());
  }

  private async appraise(): Promise<void> {
    const page = await this.as('mr.officer1', `${this.seizure}/appraisals/new`);
    await this.tickAll(page);
    await page.check('[name=result][value=counterfeit]');
    await page.fill('#body', '质量监督检验站');
    await page.fill('#reportNumber', 'JD-2026-17');
    await page.fill('#happened', beijing(-20));
    await this.recordCase(page);
  }

  private async decide(): Promise<void> {
    const page = await this.as('mr.officer1', `${this.seizure}/decisions/new`);
    await this.tickAll(page);
    await page.fill('#number', '示市监罚〔2026〕178号');
    await page.check('[name=kind][value=confiscation]');
    await page.fill('#happened', beijing(-15));
    await page.fill('#finalAt', beijing(-10));
    await this.recordCase(page);
  }

  private async offer(): Promise<void> {
    const page = await this.as('mr.officer1', `/transfers/new?seizure=${this.seizure.split('/').at(-1)!}`);
    await page.selectOption('#to', (await this.office.as('mr.custodian')).person.id);
    await page.fill('#location', '甲 3-1');
    await page.click('button[value=check]');
    await page.click('button[value=offer]');
    await page.waitForURL(done());
    this.transfer = pathOf(page);
  }

  private async receive(): Promise<void> {
    const page = await this.as('mr.custodian', this.transfer);
    for (const [i, amount] of amounts.entries()) {
      await page.fill(`[id="lines.${i}.received"]`, amount);
      await page.selectOption(`[id="lines.${i}.seals"]`, 'yes');
    }
    await page.click('button[value=check]');
    await page.click('button[value=accept]');
    await page.waitForURL(done());
  }

  private async build(): Promise<void> {
    const page = await this.as('mr.coordinator', '/batches');
    this.batch = await this.batches.begin(page, '假冒侵权罚没物品集中销毁');
    for (const box of await page.locator('input[id^="add-"]').all()) await box.check();
    await page.click('button[value=ticked]');
    await page.waitForURL(/added=2/);
  }

  /** Freezes the list; gives the codes of the agencies that must decide. */
  private async submit(): Promise<string[]> {
    await this.batches.freeze(await this.as('mr.coordinator', '/batches'), this.batch);
    const coordinator = await this.office.as('mr.coordinator');
    const { body } = await coordinator.get(`/api/v1${new URL(this.batch).pathname}`);
    return body.required as string[];
  }

  private async destroy(): Promise<void> {
    const batch = new URL(this.batch).pathname;
    const event = await this.batches.plan(await this.as('mr.coordinator', `${batch}/events/new`));
    await this.batches.stage(event, amounts);
    const page = await this.as('mr.coordinator', new URL(event).pathname);
    await this.batches.photograph(page, event);
    for (const amount of amounts) {
      await page.goto(event);
      await page.fill('#destroyed', amount);
      await this.batches.send(page, '/lines/');
      await page.waitForURL(done());
    }
    for (const who of ['mr.witness', 'ps.witness']) await this.batches.witness(who, event);
    await page.goto(`${event}/closure`);
    await this.batches.send(page, '/closure');
    await page.waitForURL(done());
  }

  private async issue(): Promise<Buffer> {
    const page = await this.as('mr.issuer', `${new URL(this.batch).pathname}/certificate`);
    await page.fill('#password', demoPassword);
    await this.batches.send(page, '/certificate');
    await page.waitForURL(done(/\/certificates\/MR-\d{4}-\d{6}-\w/));
    const href = await page.getAttribute('main a[href*=".pdf"]', 'href');
    const file = await page.request.get(new URL(href!, this.office.url).href);
    return file.body();
  }
}

/** Minutes from now, as people type them: the clock of Beijing. */
function beijing(minutes: number): string {
  const at = new Date(Date.now() + (8 * 60 + minutes) * 60_000);
  return at.toISOString().slice(0, 16).replace('T', ' ');
}
const pathOf = (page: Page): string => new URL(page.url()).pathname;
/** The address after an act that the ledger has recorded. */
const done = (before = /.*/) => new RegExp(`${before.source}[^?]*\\?done=\\d+`);
/** Sends the form of an act and waits for its receipt. */
async function press(page: Page, action: string): Promise<void> {
  await page.click(`form[action$="${action}"] button`);
  await page.waitForURL(done());
}
