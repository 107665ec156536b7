import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCanonical } from '#merkle';
import { contentBytes, contentJson } from '../../libs/certificates/src/domain/content-hash.js';
import type { CertificateContent } from '../../libs/certificates/src/domain/certificate-content.js';
import { loadFonts } from '../../libs/certificates/src/pdf/fonts.js';
import { renderCertificate } from '../../libs/certificates/src/pdf/render-certificate.js';
import { certificateCases } from '../support/certificate-cases.js';
import { countyContent, manyLines, photosOf } from '../support/certificate-samples.js';
import { thumbnailsOf } from '../support/thumbnails.js';
import { describeWithTools, runTool } from '../support/tools.js';

const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const addressOf = (content: CertificateContent): string => `http://localhost:3001/c/${content.number}`;

async function written(name: string, content: CertificateContent): Promise<string> {
  const thumbnails = await thumbnailsOf(content.photos);
  const bytes = await renderCertificate(content, {
    fonts: loadFonts(),
    thumbnails,
    verifyUrl: addressOf(content),
  });
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, bytes);
  return file;
}

/** Compares with the golden file; UPDATE_GOLDENS=1 writes it instead, for `git diff` to show. */
function expectGolden(name: string, text: string): void {
  const file = join(__dirname, 'certificate', name);
  if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(file, text);
  expect(existsSync(file)).toBe(true);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

describeWithTools(
  ['pdftotext', 'qpdf', 'pdffonts', 'pdfdetach', 'pdftoppm', 'zbarimg'],
  'certificate read by other programs',
  () => {
    describe.each(Object.entries(certificateCases))('%s', (name, contentOf) => {
      const content = contentOf();
      let file = '';
      beforeAll(async () => {
        file = await written(name, content);
      });

      it('says in its text what the golden file says', () => {
        // In content order: the guesses about layout differ between versions of poppler.
        expectGolden(`${name}.txt`, runTool('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-']).output);
      });

      it('is sound for qpdf', () => {
        const { code, output } = runTool('qpdf', ['--check', file]);
        expect(output).toContain('No syntax or stream encoding errors found');
        expect(code).toBe(0);
      });

      it('embeds every font as a subset with a map to Unicode', () => {
        const [, , ...fonts] = runTool('pdffonts', [file]).output.trim().split('\n');
        expect(fonts.length).toBeGreaterThanOrEqual(2);
        for (const font of fonts) expect(font).toMatch(/CID TrueType +Identity-H +yes yes yes/);
      });

      it('gives the attached JSON back byte for byte, canonical', () => {
        const saved = join(folder, `${name}.json`);
        runTool('pdfdetach', ['-savefile', 'certificate.json', '-o', saved, file]);
        const bytes = new Uint8Array(readFileSync(saved));
        expect(Buffer.from(bytes)).toEqual(Buffer.from(contentBytes(content)));
        expect(parseCanonical(bytes)).toEqual(contentJson(content));
      });

      it('shows a code that a scanner reads as the address of its verification', () => {
        const picture = join(folder, name);
        runTool('pdftoppm', ['-r', '150', '-f', '1', '-l', '1', '-singlefile', '-png', file, picture]);
        // zbarimg adds a line about a missing desktop bus on servers.
        const [read] = runTool('zbarimg', ['--quiet', '--raw', `${picture}.png`]).output.split('\n');
        expect(read).toBe(addressOf(content));
      });
    });

    it('repeats the table head on every page of 500 lines and keeps all of them', async () => {
      const content = countyContent({ ...manyLines(500), photos: photosOf(60) });
      const file = await written('many', content);
      const { output } = runTool('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-']);
      for (const { code } of content.lines) expect(output).toContain(code);
      const inTable = output.split('\f').filter((page) => (page.match(/LOT-2026-\d{5}/g) ?? []).length > 10);
      expect(inTable.length).toBeGreaterThan(15);
      for (const page of inTable) expect(page).toContain('Category, description');
      expect(runTool('qpdf', ['--check', file]).code).toBe(0);
    });

    it('prints each line once where two events were held at one site, and a name of one language once', async () => {
      const county = countyContent();
      const [site] = county.sites;
      const here = { ...site!, name: { zh: '县局后院', en: '县局后院' } };
      const sites = [here, { ...here, event: 'HD-2026-0099' }];
      const lines = county.lines.filter((line) => line.site === here.code);
      const file = await written('one-site', countyContent({ sites, lines, photos: [] }));
      const { output } = runTool('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-']);
      for (const { code } of lines) expect([code, output.split(code).length - 1]).toEqual([code, 1]);
      expect(output).toContain('县局后院 HD-2026-0044、HD-2026-0099');
      expect(output).not.toContain('县局后院 县局后院');
    });

    it('lets a statement longer than a page run on, and clips none of it', async () => {
      const numbers = Array.from({ length: 900 }, (_, index) => `〔${index + 1}〕销毁经过记录；`);
      const [first, ...others] = countyContent().witnesses;
      const witnesses = [{ ...first!, statement: numbers.join('') }, ...others];
      const file = await written('statement', countyContent({ witnesses, exceptions: [numbers.join('')] }));
      const bounded = ['-x', '0', '-y', '0', '-W', '595', '-H', '792'];
      const { output } = runTool('pdftotext', ['-raw', '-enc', 'UTF-8', ...bounded, file, '-']);
      const text = output.replace(/\s/g, '');
      for (const number of numbers.map((_, index) => `〔${index + 1}〕`)) {
        expect([number, text.split(number).length - 1]).toEqual([number, 2]);
      }
    });

    it('keeps a seal block of many agencies whole', async () => {
      const base = countyContent();
      const agencies = Array.from({ length: 9 }, (_, index) => `a${index}`);
      const approvals = agencies.map((agency) => ({ ...base.approvals[0]!, agency }));
      const file = await written('agencies', countyContent({ approvals }));
      const pages = runTool('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-']).output.split('\f');
      const holding = pages.filter((page) => page.includes('审批机关签章'));
      expect(holding).toHaveLength(1);
      expect(holding[0]!.match(/审批机关签章/g)).toHaveLength(9);
    });
  },
);
