import { sha256Hex } from '#kernel';
import { parseCheckpoint, verifyInclusion } from '#merkle';
import { readFileSync } from 'node:fs';
import { jpeg, phonePhoto } from '../support/pictures.js';
import { query } from '../support/query.js';
import { ok, Scenario } from '../support/scenario.js';
import { startOffice, type TestOffice } from '../support/office.js';
import { StaffBrowser } from '../support/staff-browser.js';
import { describeWithTools } from '../support/tools.js';

interface Proofs {
  readonly size: number;
  readonly root: string;
  readonly checkpoint: string;
  readonly entries: readonly { seq: number; leafHash: string; type: string; path: string[] }[];
}

describeWithTools(['chromium'], 'the pages of a lot in a browser', () => {
  let office: TestOffice;
  let browser: StaffBrowser;
  let story: Scenario;
  let photo: Buffer;
  let sha256: string;
  let ofEvent: string;
  const html = { accept: 'text/html' };

  beforeAll(async () => {
    office = await startOffice();
    browser = await StaffBrowser.launch(office);
    story = new Scenario(office);
    await story.register();
    await story.confirm();
    photo = await phonePhoto(3);
    sha256 = sha256Hex(photo);
    const target = `/api/v1/lots/${story.lots[0]!.id}/photos/${sha256}?stage=seizure`;
    ok(await (await story.as('officer1')).putBytes(target, photo, { 'content-type': 'image/jpeg' }));
    await story.appraise();
    await story.decide();
    await story.offer();
    await story.accept();
    await story.draft();
    await story.approve(await story.submit());
    const event = await story.plan();
    await story.stage(event);
    const seen = await phonePhoto(4);
    ofEvent = sha256Hex(seen);
    const site = `/api/v1/events/${event.id}/photos/${ofEvent}?stage=before&site=${event.site}`;
    ok(await (await story.as('coordinator')).putBytes(site, seen, { 'content-type': 'image/jpeg' }));
  }, 90_000);
  afterEach(() => browser.signOut());
  afterAll(async () => {
    await browser.close();
    await office.close();
  });

  it('tell where the goods are, what comes next and how they moved; the proofs hold without this system', async () => {
    const { page, complaints } = await browser.signIn('mr.custodian', { lang: 'en' });
    await page.goto(`${office.url}/lots/${story.lots[0]!.id}`);
    expect(await page.innerText('.dl-title')).toContain('ready for destruction 1,860');
    expect(await page.innerText('[aria-current=step]')).toContain('Destroyed');
    const told = await page.innerText('.dl-history');
    expect(told).toContain('with the officers → in custody 1,860');
    expect(told).toContain('in custody → in a batch 1,860');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click(`a[href="/lots/${story.lots[0]!.id}/proofs"]`),
    ]);
    const proofs = JSON.parse(readFileSync(await download.path(), 'utf8')) as Proofs;
    const checkpoint = parseCheckpoint(proofs.checkpoint.split('\n\n')[0]! + '\n');
    expect(checkpoint).toMatchObject({ size: proofs.size, root: proofs.root });
    expect(proofs.entries.map(({ type }) => type)).toContain('batch.submitted');
    const { size, root } = proofs;
    expect(proofs.entries.map((entry) => verifyInclusion({ ...entry, size, root }))).toEqual(
      proofs.entries.map(() => true),
    );
    const [first] = proofs.entries;
    expect(verifyInclusion({ ...first!, seq: first!.seq + 1, size, root })).toBe(false);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('enlarge a photo, with its hash, and what the device claims beside the time of receipt', async () => {
    const { page, complaints } = await browser.signIn('mr.officer1', { lang: 'en' });
    await page.goto(`${office.url}/lots/${story.lots[0]!.id}`);
    await page.click(`a[href="/photos/${sha256}"]`);
    const text = await page.innerText('main');
    for (const shown of [sha256, 'Received by the server', '2026-11-20', 'ACME', '30.25']) {
      expect(text).toContain(shown);
    }
    const width = () =>
      page.locator('[data-viewer] img').evaluate((image) => image.getBoundingClientRect().width);
    const fitted = await width();
    await page.click('.dl-viewer-bar button >> nth=0');
    expect(await width()).toBeCloseTo(fitted * 1.5, 0);
    await page.focus('[data-viewer-frame]');
    await page.keyboard.press('+');
    expect(await width()).toBeCloseTo(fitted * 2, 0);
    await page.keyboard.press('0');
    expect(await width()).toBeCloseTo(fitted, 0);
    expect(complaints).toEqual([]);
  }, 60_000);

  it.each([true, false])(
    'take a photo of a broken seal from the custodian, scripts %s',
    async (script) => {
      const { page, complaints } = await browser.signIn('mr.custodian', { lang: 'en', width: 390, script });
      await page.goto(`${office.url}/lots/${story.lots[0]!.id}/photos?stage=custody`);
      expect(await page.isChecked('input[value=custody]')).toBe(true);
      const buffer = await jpeg(script ? 11 : 12);
      await page.setInputFiles('#photos', { name: 'seal.jpg', mimeType: 'image/jpeg', buffer });
      await page.click('[data-site-photos] button');
      if (script) await page.waitForSelector(`text=received, hash matches ${sha256Hex(buffer).slice(0, 6)}`);
      else await page.waitForURL(/received=1/);
      await page.goto(`${office.url}/photos/${sha256Hex(buffer)}`);
      expect(await page.innerText('h1')).toContain('Custody');
      expect(complaints).toEqual([]);
    },
    60_000,
  );

  it('give the original only for a reason', async () => {
    const { page } = await browser.signIn('mr.officer1', { script: false });
    await page.goto(`${office.url}/photos/${sha256}`);
    expect(await page.getAttribute('[data-viewer-link]', 'href')).toBe(`/api/v1/photos/${sha256}/view`);
    await page.click('form[action$="/original"] button');
    expect(await page.innerText('#error-summary')).toContain('请填写');
    await page.fill('#reason', '法院调取');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('form[action$="/original"] button'),
    ]);
    expect(sha256Hex(readFileSync(await download.path()))).toBe(sha256);
    const reads = await query(office, 'SELECT reason FROM work.original_reads');
    expect(reads).toEqual([{ reason: '法院调取' }]);
  }, 60_000);

  it('show agencies of the batch the picture and its hash, nothing of the case, and no original', async () => {
    const { page } = await browser.signIn('eco.approver', { lang: 'en' });
    const answer = await page.goto(`${office.url}/photos/${sha256}`);
    expect(answer?.status()).toBe(200);
    const text = await page.innerText('main');
    expect(text).toContain(sha256);
    for (const hidden of ['ACME', '30.25', 'LOT-', '2026-11-20']) expect(text).not.toContain(hidden);
    await page.fill('#reason', 'curious');
    const [refused] = await Promise.all([
      page.waitForResponse((one) => one.url().endsWith('/original')),
      page.click('form[action$="/original"] button'),
    ]);
    expect(refused.status()).toBe(403);
  }, 60_000);

  it('show a witness’s agency the photos of its event, with device and position to the agency of the case alone', async () => {
    const seen = async (who: string) => {
      const { page } = await browser.signIn(who, { lang: 'en' });
      await page.goto(`${office.url}/photos/${ofEvent}`);
      return page.innerText('main');
    };
    const [witness, own] = [await seen('ps.witness'), await seen('mr.coordinator')];
    for (const text of [witness, own]) expect(text).toContain('Received by the server');
    for (const claim of ['ACME', '30.25']) {
      expect(own).toContain(claim);
      expect(witness).not.toContain(claim);
    }
  }, 60_000);

  it('do not exist for other agencies', async () => {
    const foreign = await office.as('tb.officer1');
    const lot = story.lots[0]!.id;
    for (const path of [
      `/lots/${lot}`,
      `/lots/${lot}/photos`,
      `/lots/${lot}/proofs`,
      `/photos/${sha256}`,
      `/photos/${'0'.repeat(64)}`,
      `/seizures/${story.seizure}/history`,
      `/transfers/${story.transfer}`,
      `/transfers/new?lot=${lot}`,
      `/transfers/new?seizure=${story.seizure}`,
    ]) {
      expect([path, (await foreign.get(path, html)).status]).toEqual([path, 404]);
    }
  });
});
