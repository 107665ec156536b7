import { AxeBuilder } from '@axe-core/playwright';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { qrOf } from '../../apps/office/src/pages/shell/qr.js';
import { Scenario } from '../support/scenario.js';
import { startOffice, type TestOffice } from '../support/office.js';
import { fits, StaffBrowser } from '../support/staff-browser.js';
import { describeWithTools, runTool } from '../support/tools.js';

/** A video of 640 x 480 that shows one QR code: JPEG pictures one after the other, as cameras send them. */
async function videoOf(text: string): Promise<Buffer> {
  const { size, path } = qrOf(text);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#bbb"/>
    <svg x="120" y="40" width="400" height="400" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/>
    <path d="${path}"/></svg></svg>`;
  const picture = await sharp(Buffer.from(svg)).jpeg({ quality: 90, chromaSubsampling: '4:2:0' }).toBuffer();
  return Buffer.concat(Array.from({ length: 10 }, () => picture));
}

/** What zbarimg reads in a picture, one line a code; it also complains of a desktop that servers lack. */
const codesIn = (picture: string) =>
  (runTool('zbarimg', ['--quiet', '--raw', picture]).output.match(/^http:.*$/gm) ?? []).sort();

describeWithTools(['chromium', 'zbarimg', 'pdftoppm'], 'QR codes of the staff pages', () => {
  let office: TestOffice;
  let folder: string;
  let story: Scenario;
  const browsers: StaffBrowser[] = [];
  const addressOf = (lot: { id: string }) => `${office.url}/lots/${lot.id}`;

  beforeAll(async () => {
    office = await startOffice();
    folder = mkdtempSync(join(tmpdir(), 'ledger-codes-'));
    const line = { amount: '1860', unit: 'piece' };
    story = new Scenario(office, { lines: [line, { ...line, description: '女式大衣' }, line] });
    await story.register();
    await story.confirm();
    await story.offer();
  }, 60_000);
  afterAll(async () => {
    for (const browser of browsers) await browser.close();
    await office.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function launch(args: readonly string[] = []): Promise<StaffBrowser> {
    const browser = await StaffBrowser.launch(office, args);
    browsers.push(browser);
    return browser;
  }

  /** Prints the page in a browser and gives what can be read on each sheet. */
  async function printed(browser: StaffBrowser, path: string, name: string) {
    const { page } = await browser.signIn('mr.custodian', { script: false });
    await page.goto(office.url + path);
    await page.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true, printBackground: true });
    runTool('pdftoppm', ['-r', '200', '-png', join(folder, `${name}.pdf`), join(folder, name)]);
    const sheets = readdirSync(folder)
      .filter((file) => file.startsWith(`${name}-`))
      .sort();
    const sizes = await Promise.all(
      sheets.map(async (file) => {
        const { width, height } = await sharp(join(folder, file)).metadata();
        return [width, height].map((dots) => Math.round((dots * 25.4) / 200));
      }),
    );
    return { codes: sheets.map((file) => codesIn(join(folder, file))), sizes };
  }

  it('on a printed A4 sheet of labels open the lots, and used places stay empty', async () => {
    const all = story.lots.map((lot) => `lot=${lot.id}`).join('&');
    const { codes, sizes } = await printed(await launch(), `/labels/print?${all}&skip=5`, 'sheet');
    expect(sizes).toEqual([[210, 297]]);
    expect(codes).toEqual([story.lots.map(addressOf).sort()]);
  }, 60_000);

  it('come one a page from a label printer, for all goods of a hand-over', async () => {
    const path = `/labels/print?transfer=${story.transfer}&size=single`;
    const { codes, sizes } = await printed(await launch(), path, 'single');
    expect(sizes).toEqual([
      [70, 40],
      [70, 40],
      [70, 40],
    ]);
    expect(codes.flat().sort()).toEqual(story.lots.map(addressOf).sort());
  }, 60_000);

  it('of a hand-over is shown by the giver', async () => {
    const { page } = await (await launch()).signIn('mr.officer1', { width: 390 });
    await page.goto(`${office.url}/transfers/${story.transfer}`);
    const picture = join(folder, 'shown.png');
    writeFileSync(picture, await page.locator('.dl-qr').screenshot());
    expect(codesIn(picture)).toEqual([`${office.url}/transfers/${story.transfer}`]);
  }, 60_000);

  async function launchBefore(text: string): Promise<StaffBrowser> {
    const video = join(folder, `${String(browsers.length)}.mjpeg`);
    writeFileSync(video, await videoOf(text));
    return launch([
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${video}`,
    ]);
  }

  it('before the camera lead to the lot, by a reader of our own and nothing from elsewhere', async () => {
    const browser = await launchBefore(addressOf(story.lots[1]!));
    const { page, complaints } = await browser.signIn('mr.custodian', { width: 390, lang: 'en' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).host));
    const answer = await page.goto(`${office.url}/scan`);
    expect(answer?.headers()['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval'");
    await page.click('[data-camera-start]');
    await page.waitForURL(addressOf(story.lots[1]!));
    expect(new Set(asked)).toEqual(new Set([new URL(office.url).host]));
    expect(complaints).toEqual([]);
    const elsewhere = await page.goto(`${office.url}/lots`);
    expect(elsewhere?.headers()['content-security-policy']).not.toContain('wasm');
  }, 60_000);

  it('before the camera tick the line of a hand-over', async () => {
    const browser = await launchBefore(addressOf(story.lots[2]!));
    const { page, complaints } = await browser.signIn('mr.custodian', { lang: 'en' });
    await page.goto(`${office.url}/transfers/${story.transfer}`);
    await page.click('[data-camera-start]');
    await page.waitForSelector(`tr[data-lot="${story.lots[2]!.id}"] [data-tick]:not([hidden])`);
    expect(await page.innerText('[data-scanned]')).toBe('1 of 3 scanned');
    expect(complaints).toEqual([]);
  }, 60_000);

  it('tick the goods that a custodian brings to an event', async () => {
    const batch = new Scenario(office, {
      lines: [
        { amount: '5', unit: 'piece' },
        { amount: '7', unit: 'piece' },
      ],
    });
    await batch.toApproved();
    const event = await batch.plan();
    const browser = await launchBefore(addressOf(batch.lots[1]!));
    const { page, complaints } = await browser.signIn('mr.custodian', { lang: 'en', width: 390 });
    await page.goto(`${office.url}/events/${event.id}`);
    await page.click('[data-camera-start]');
    const row = `tr[data-lot="${batch.lots[1]!.id}"]`;
    await page.waitForSelector(`${row} [data-tick]:not([hidden])`);
    expect(await page.innerText('[data-scanned]')).toBe('1 of 2 scanned');
    const staged = await page.getAttribute(`${row} input`, 'id');
    expect(await page.evaluate('document.activeElement.id')).toBe(staged);
    await page.fill('#scan', 'LOT-2020-99999');
    await page.click('[data-scan-submit]');
    expect(await page.innerText('#scan-error')).toContain('no label of goods of this event');
    expect(await fits(page)).toBe(true);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('of another agency’s goods are printed for nobody else', async () => {
    const foreign = await office.as('tb.custodian');
    for (const path of [
      `/labels/print?lot=${story.lots[0]!.id}`,
      `/labels/print?transfer=${story.transfer}`,
      `/labels/print?seizure=${story.seizure}`,
      '/labels/print?seizure=nonsense',
    ]) {
      expect((await foreign.get(path, { accept: 'text/html' })).status).toBe(404);
    }
    expect(String((await foreign.get('/labels', { accept: 'text/html' })).body)).not.toContain('LOT-');
  });
});
