import type { Page } from 'playwright-core';
import { startOffice, type TestOffice } from '../support/office.js';
import { StaffBrowser, type StaffTab } from '../support/staff-browser.js';
import { describeWithTools } from '../support/tools.js';
import { staffPages, staffScene, type StaffScene } from './staff-pages.js';

interface Form {
  readonly action: string;
  readonly multipart: boolean;
  readonly values: Record<string, string>;
  /** Names of what a person types into. */
  readonly typed: readonly string[];
}

const hostile = `"><script>document.title='taken over'</script><img src=x onerror=alert(1)>{{7*7}}`;

/** The forms of a page that change something, with the values that they would send. Runs in the page. */
const formsOf = `[...document.querySelectorAll('main form')].filter((form) => form.method === 'post').map((form) => {
  const typed = [...form.elements].filter((one) => one.name && (one.tagName === 'TEXTAREA' || one.type === 'text' || one.type === 'search'));
  const submit = form.querySelector('button[name]');
  const values = Object.fromEntries([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
  if (submit) values[submit.name] = submit.value;
  return { action: form.action, multipart: form.enctype.startsWith('multipart'), values, typed: typed.map((one) => one.name) };
})`;

describeWithTools(['chromium'], 'every form of the staff pages', () => {
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

  async function open({ who, path }: (typeof staffPages)[number]): Promise<{ page: Page; forms: Form[] }> {
    const tab = tabs.get(who) ?? (await browser.signIn(who));
    tabs.set(who, tab);
    const { page } = tab;
    const answer = await page.goto(office.url + path(scene));
    expect(answer?.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
    return { page, forms: await page.evaluate<Form[]>(formsOf) };
  }

  function send(page: Page, form: Form, headers: Record<string, string>) {
    const body = form.multipart ? { multipart: form.values } : { form: form.values };
    return page.request.post(form.action, {
      ...body,
      headers: { accept: 'text/html', ...headers },
      maxRedirects: 0,
    });
  }

  /** The newest entries, which nothing may be added to. */
  async function newest(): Promise<unknown> {
    return (await (await office.as('aud.auditor')).get('/api/v1/ledger/entries?limit=5')).body;
  }

  it.each(staffPages)(
    '$name takes nothing from another site, nor without the token of the session',
    async (one) => {
      const { page, forms } = await open(one);
      const before = await newest();
      for (const form of forms) {
        const { csrf, ...without } = form.values;
        const address = new URL(form.action);
        // Where the body is a file, the token stands in the address.
        expect(csrf ?? address.searchParams.get('csrf')).toBeTruthy();
        address.searchParams.delete('csrf');
        const foreign = await send(page, form, { origin: 'https://elsewhere.example' });
        expect({ action: form.action, status: foreign.status() }).toEqual({
          action: form.action,
          status: 403,
        });
        const bare = await send(
          page,
          { ...form, action: address.href, values: without },
          { origin: office.url },
        );
        expect({ action: form.action, status: bare.status() }).toEqual({ action: form.action, status: 403 });
      }
      expect(await newest()).toEqual(before);
    },
  );

  it.each(staffPages)('$name shows script that was typed as text, and keeps it', async (one) => {
    const { page, forms } = await open(one);
    for (const form of forms.filter(({ typed }) => typed.length > 0)) {
      const typed = Object.fromEntries(form.typed.map((name) => [name, hostile]));
      const answer = await send(
        page,
        { ...form, values: { ...form.values, ...typed } },
        { origin: office.url },
      );
      const html = await answer.text();
      expect({ action: form.action, failed: answer.status() >= 500 }).toEqual({
        action: form.action,
        failed: false,
      });
      expect(html).not.toContain('<script>document.title');
      expect(html).not.toContain('onerror=alert(1)>');
      if (answer.status() !== 422) continue;
      expect({ action: form.action, summary: html.includes('id="error-summary"') }).toEqual({
        action: form.action,
        summary: true,
      });
      expect({ action: form.action, kept: html.includes('&lt;script&gt;document.title') }).toEqual({
        action: form.action,
        kept: true,
      });
    }
  });
});
