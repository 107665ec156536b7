import { startOffice, type TestOffice } from '../support/office.js';
import { Scenario } from '../support/scenario.js';
import { StaffBrowser } from '../support/staff-browser.js';
import { describeWithTools } from '../support/tools.js';

const paste = 'form[action="/verification"] button[type=submit]';
const send = 'form[action^="/verification/file"] button[type=submit]';

describeWithTools(['chromium'], 'the pages of auditors', () => {
  let office: TestOffice;
  let browser: StaffBrowser;
  beforeAll(async () => {
    office = await startOffice();
    browser = await StaffBrowser.launch(office);
    await new Scenario(office).toDecided();
  }, 60_000);
  afterEach(() => browser.signOut());
  afterAll(async () => {
    await browser.close();
    await office.close();
  });

  it.each([true, false])(
    'prove against a kept checkpoint that the ledger only grew (scripts: %s)',
    async (script) => {
      const { page, context } = await browser.signIn('aud.auditor', { lang: 'en', script });
      await page.click('a[href="/audit"]');
      const kept = await (await context.request.get(`${office.url}/verification/checkpoint`)).text();
      await new Scenario(office).register();
      await page.goto(`${office.url}/verification`);
      await page.fill('#checkpoint', kept);
      await page.click(paste);
      await page.waitForURL(/\/verification\/[0-9a-f-]{36}$/);
      const result = await page.innerText('main');
      expect(result).toContain('Your checkpoint agrees');
      expect(result).toContain('the ledger only grew: consistency proof of');
      expect(result).toContain('everything agrees');
    },
    60_000,
  );

  it('name a contradicted checkpoint, and say how to mend one that is no checkpoint', async () => {
    const { page, context } = await browser.signIn('aud.auditor');
    const kept = await (await context.request.get(`${office.url}/verification/checkpoint`)).text();
    await page.goto(`${office.url}/verification`);
    await page.fill('#checkpoint', '<script>');
    await page.click(paste);
    expect(await page.innerText('#error-summary')).toContain('请粘贴下载文件的全部内容');
    expect(await page.inputValue('#checkpoint')).toBe('<script>');
    await page.fill('#checkpoint', kept.replace(/\n\d+\n/, '\n3\n'));
    await page.click(paste);
    await page.waitForURL(/\/verification\/[0-9a-f-]{36}$/);
    expect(await page.innerText('main')).toContain('与您保管的检查点不一致');
    expect(await page.innerText('main')).toContain('检查点签名不符');
  });

  it.each([true, false])(
    'take the checkpoint as the file that was kept (scripts: %s)',
    async (script) => {
      const { page, context } = await browser.signIn('aud.auditor', { lang: 'en', script });
      const kept = await (await context.request.get(`${office.url}/verification/checkpoint`)).body();
      await page.goto(`${office.url}/verification`);
      const choose = (buffer: Buffer) =>
        page.setInputFiles('#file', { name: 'checkpoint.txt', mimeType: 'text/plain', buffer });
      for (const [bytes, said] of [
        [undefined, 'No file is chosen'],
        [Buffer.from('<script>'), 'no whole checkpoint'],
        [Buffer.alloc(4097, 'a'), 'larger than 4 kB'],
      ] as const) {
        if (bytes) await choose(bytes);
        await page.click(send);
        expect(await page.innerText('#error-summary')).toContain(said);
      }
      await choose(Buffer.from(`\ufeff${kept.toString('utf8').replaceAll('\n', '\r\n')}`));
      await page.click(send);
      await page.waitForURL(/\/verification\/[0-9a-f-]{36}$/);
      expect(await page.innerText('main')).toContain('Your checkpoint agrees');
    },
    60_000,
  );

  it('refuse a checkpoint file from a form of somebody else', async () => {
    const { context } = await browser.signIn('aud.auditor');
    const multipart = { file: { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') } };
    const at = `${office.url}/verification/file`;
    const answer = await context.request.post(at, { multipart, headers: { origin: office.url } });
    expect(answer.status()).toBe(403);
  });

  it('show a result to the one who asked for it alone', async () => {
    const { page } = await browser.signIn('aud.auditor');
    await page.goto(`${office.url}/verification`);
    await page.click(paste);
    await page.waitForURL(/\/verification\/[0-9a-f-]{36}$/);
    const { pathname } = new URL(page.url());
    const admin = await office.as('mr.admin');
    expect((await admin.get(pathname, { accept: 'text/html' })).status).toBe(404);
    expect((await (await office.as('mr.officer1')).get(pathname, { accept: 'text/html' })).status).toBe(403);
  });
});
