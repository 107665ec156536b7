import { AxeBuilder } from '@axe-core/playwright';
import { systemClock } from '#kernel';
import { Checkpoints, Integrator } from '#ledger';
import { formatVerifierKey, verifierOf } from '#merkle';
import { certificateNumber } from '#papers';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { DataSource } from 'typeorm';
import { PublicLedgerRepository } from '../../libs/publication/src/public-ledger.repository.js';
import { SnapshotService } from '../../libs/publication/src/snapshot.service.js';
import { startCertificates, type IssuedCertificate } from '../support/issued-certificates.js';
import { startPublicSite, type TestPublicSite } from '../support/public-site.js';
import { describeWithTools } from '../support/tools.js';

const pictures = process.env['PICTURES'];
const pages = [
  ...['/', '/events', '/events/PC-2026-0061', '/data', '/log', '/how-we-count', '/verify'],
  ...['/concern', '/concern/JB-7K3M-9Q2X'],
];

describeWithTools(['chromium'], 'the transparency pages in a browser', () => {
  let ledger: Awaited<ReturnType<typeof startCertificates>>;
  let site: TestPublicSite;
  let browser: Browser;
  let standing: IssuedCertificate;
  let revoked: IssuedCertificate;
  let replaced: IssuedCertificate;
  let inIssue: string;

  beforeAll(async () => {
    ledger = await startCertificates();
    replaced = await ledger.issue();
    await ledger.issue({}, replaced.number);
    standing = await ledger.issue();
    await ledger.release(standing);
    revoked = await ledger.issue();
    await ledger.revoke(revoked);
    const numbered = ledger.stages.content();
    await ledger.stages.number(numbered);
    inIssue = numbered.number;
    const repository = new PublicLedgerRepository(ledger.get(DataSource));
    await new SnapshotService(
      repository,
      ledger.get(Checkpoints),
      ledger.get(Integrator),
      systemClock,
    ).refresh();
    site = await startPublicSite(ledger.database.publicUrl);
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    await ledger.stop();
  });

  async function open(width: number, locale: string, javaScriptEnabled = true) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale, javaScriptEnabled });
    const page = await context.newPage();
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
    return { page, complaints, requests };
  }

  /** The widest that anything reaches, by the boxes that the browser laid out. */
  async function contentWidth(page: Page): Promise<number> {
    const session = await page.context().newCDPSession(page);
    const { cssContentSize } = await session.send('Page.getLayoutMetrics');
    return cssContentSize.width;
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${name.replaceAll('/', '_')}.png`), fullPage: true });
  }

  describe.each(['zh-CN', 'en'])('in %s', (language) => {
    it.each([1280, 390, 320])(
      'fit %i pixels with and without scripts, and nothing is blocked',
      async (width) => {
        for (const scripts of [true, false]) {
          const { page, complaints, requests } = await open(width, language, scripts);
          for (const path of pages) {
            const response = await page.goto(site.url + path);
            expect([path, response!.status()]).toEqual([path, 200]);
            expect([path, await page.locator('h1').count()]).toEqual([path, 1]);
            expect([path, await contentWidth(page)]).toEqual([path, width]);
            if (!scripts) await picture(page, `site${path}-${language}-${String(width)}`);
          }
          expect(complaints).toEqual([]);
          expect(requests.filter((request) => !request.includes(site.url))).toEqual([]);
          await page.context().close();
        }
      },
    );

    it.each([1280, 390, 320])('say every verdict at %i pixels, with and without scripts', async (width) => {
      const verdicts: [string, number, RegExp][] = [
        [`/c/${standing.number}`, 200, /确已签发|was issued/],
        [`/c/${revoked.number}`, 200, /已被撤销|was revoked/],
        [`/c/${replaced.number}`, 200, /取代|replaced/],
        [`/c/${inIssue}`, 200, /无法判断|Cannot decide/],
        [`/c/${certificateNumber('SLX', 2026, 999)}`, 404, /没有这个编号|No certificate has/],
        ['/verify?number=SLX-2026-1', 422, /核验|Verify/],
      ];
      for (const scripts of [true, false]) {
        const { page } = await open(width, language, scripts);
        for (const [path, status, title] of verdicts) {
          const response = await page.goto(site.url + path);
          expect([path, response!.status()]).toEqual([path, status]);
          expect(await page.textContent('h1')).toMatch(title);
          expect([path, await contentWidth(page)]).toEqual([path, width]);
          if (!scripts) await picture(page, `verdict${path}-${language}-${String(width)}`);
        }
        await page.context().close();
      }
    });

    it.each([1280, 390])('have no fault that axe finds at %i pixels', async (width) => {
      const { page } = await open(width, language);
      const papers = [standing, revoked, replaced].map(({ number }) => `/c/${number}`);
      for (const path of [...pages, ...papers, `/c/${inIssue}`, '/nowhere']) {
        await page.goto(site.url + path);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
        expect([path, found]).toEqual([path, []]);
      }
      await page.context().close();
    });

    it('print on white paper, the certificate beginning a sheet of its own, without forms', async () => {
      const { page } = await open(1280, language);
      for (const path of ['/', '/events/PC-2026-0061', `/c/${standing.number}`]) {
        await page.goto(site.url + path);
        const pdf = await page.pdf({
          format: 'A4',
          margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' },
        });
        if (pictures) writeFileSync(join(pictures, `print${path.replaceAll('/', '_')}-${language}.pdf`), pdf);
        const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)!.length;
        expect([path, sheets >= 1 && sheets <= 6]).toEqual([path, true]);
      }
      await page.emulateMedia({ media: 'print' });
      expect(await page.isVisible('form')).toBe(false);
      expect(await page.isVisible('.dl-paper')).toBe(true);
      await page.context().close();
    });

    it.each([true, false])('take a concern, with scripts: %s', async (scripts) => {
      const { page } = await open(390, language, scripts);
      await page.goto(`${site.url}/c/${revoked.number}`);
      await page.click('a[href*="/concern?about="]');
      expect(await page.inputValue('#about')).toBe(revoked.number);
      await page.fill('#body', 'x');
      await page.click('main form button[type=submit]');
      expect(await page.textContent('.dl-summary')).toMatch(/至少 10|at least 10/);
      expect(await page.getAttribute('#body', 'aria-invalid')).toBe('true');
      await picture(page, `concern-mend-${language}`);
      await page.fill('#body', 'Boxes of this batch are on sale at the night market.');
      await page.click('main form button[type=submit]');
      await page.waitForURL(/\/concern\/JB-/);
      expect(await page.textContent('h1')).toMatch(/已收到|has arrived/);
      await page.context().close();
    });
  });

  it.each([
    ['/', 60_000, 4],
    ['/verify', 30_000, 5],
  ])('%s takes at most %i bytes over the wire and %i requests', async (path, bytes, most) => {
    const { page, requests } = await open(1280, 'zh-CN');
    const session = await page.context().newCDPSession(page);
    let received = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (received += encodedDataLength));
    await session.send('Network.enable');
    await page.goto(site.url + path, { waitUntil: 'networkidle' });
    expect(received).toBeGreaterThan(1000);
    expect(received).toBeLessThanOrEqual(bytes);
    expect(requests.length).toBeLessThanOrEqual(most);
    await page.context().close();
  });

  describe('check a file on the reader’s device', () => {
    let said = '';
    const signed = /signature \(Ed25519\) was checked on your device/;

    async function check(buffer: Buffer, before?: (page: Page) => Promise<void>) {
      const { page, requests } = await open(390, 'en');
      await page.goto(`${site.url}/verify`);
      await before?.(page);
      await page.setInputFiles('#file', { name: 'c.pdf', mimeType: 'application/pdf', buffer });
      await page.click('form[enctype] button >> nth=0');
      const verdict = page.locator('form [role=status] h2');
      await verdict.waitFor();
      const title = await verdict.textContent();
      said = (await page.textContent('form [role=status]')) ?? '';
      await picture(page, `local-${String(title).slice(0, 12)}`);
      await page.context().close();
      expect(requests.filter((request) => request.startsWith('POST'))).toEqual([]);
      return title;
    }

    it('without an upload: exactly what was issued, under the checkpoint', async () => {
      expect(await check(standing.sealed)).toBe(`Exactly the file that was issued as ${standing.number}`);
      expect(said).toMatch(signed);
    });

    it('says so where the browser can’t check the checkpoint’s signature', async () => {
      const old = (page: Page) =>
        page.addInitScript(() => {
          crypto.subtle.importKey = () => Promise.reject(new DOMException('no', 'NotSupportedError'));
        });
      expect(
        await check(standing.sealed, async (page) => {
          await old(page);
          await page.reload();
        }),
      ).toMatch(/Exactly the file/);
      expect(said).toMatch(/can’t check Ed25519 signatures/);
    });

    it('believes no checkpoint that another key signed, nor one that the log does not give to everybody', async () => {
      const answers = (path: string, body: string) => async (page: Page) => {
        await page.route(path, (route) => route.fulfill({ body, contentType: 'text/plain' }));
      };
      const { privateKey } = generateKeyPairSync('ed25519');
      const note = await (await fetch(`${site.url}/log/checkpoint`)).text();
      const origin = note.split('\n')[0]!;
      const other = formatVerifierKey(verifierOf({ name: origin, privateKey }));
      const broken = /could not be confirmed/;
      expect(await check(standing.sealed, answers('**/log/key', `${other}\n`))).toMatch(broken);
      const forked = note.replace(/\n[A-Za-z0-9+/]{43}=/, `\n${'A'.repeat(43)}=`);
      expect(await check(standing.sealed, answers('**/log/checkpoint', forked))).toMatch(broken);
    });

    it('names a file of a revoked certificate as one that does not stand', async () => {
      expect(await check(revoked.sealed)).toMatch(/does not stand any more/);
    });

    it('knows no file with one bit changed', async () => {
      const changed = Buffer.from(standing.sealed);
      changed[1000]! ^= 1;
      expect(await check(changed)).toMatch(/No file exactly like this/);
    });

    it('believes neither another entry nor a path that leads elsewhere', async () => {
      const lie =
        (change: (answer: { seq: number; checkpoint: { path: string[] } }) => void) => async (page: Page) => {
          await page.route('**/verify/files/*', async (route) => {
            const answer = (await (await route.fetch()).json()) as Parameters<typeof change>[0];
            change(answer);
            await route.fulfill({ json: answer });
          });
        };
      const broken = /could not be confirmed/;
      expect(
        await check(
          standing.sealed,
          lie((answer) => (answer.checkpoint.path[0] = '00'.repeat(32))),
        ),
      ).toMatch(broken);
      expect(
        await check(
          standing.sealed,
          lie((answer) => answer.checkpoint.path.pop()),
        ),
      ).toMatch(broken);
      expect(
        await check(
          standing.sealed,
          lie((answer) => (answer.seq -= 1)),
        ),
      ).toMatch(broken);
    });

    it('uploads only when the reader asks for the full check', async () => {
      const { page } = await open(1280, 'en');
      await page.goto(`${site.url}/verify`);
      const file = { name: 'c.pdf', mimeType: 'application/pdf', buffer: standing.sealed };
      await page.setInputFiles('#file', file);
      await page.click('form[enctype] button >> nth=0');
      await page.click('text=Upload for the full check');
      expect(await page.textContent('h1')).toMatch(/exactly the file/i);
      await page.context().close();
    });
  });
});
