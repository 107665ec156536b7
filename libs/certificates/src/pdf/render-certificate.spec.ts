import { spawnSync } from 'node:child_process';
import sharp from 'sharp';
import { readAttachment, readRevisions } from '#papers';
import {
  countyContent,
  manyLines,
  photosOf,
  tobaccoContent,
} from '../../../../test/support/certificate-samples.js';
import { certificateCases } from '../../../../test/support/certificate-cases.js';
import { thumbnailsOf } from '../../../../test/support/thumbnails.js';
import type { CertificateContent } from '../domain/certificate-content.js';
import { contentBytes } from '../domain/content-hash.js';
import { assertThumbnail } from './annex-photos.js';
import { loadFonts } from './fonts.js';
import type { FontSet } from './fonts.js';
import { renderCertificate } from './render-certificate.js';
import { warmUpContent } from './warm-up.js';

const fonts = loadFonts();
const verifyUrl = 'http://localhost:3001/c/SLX-2026-000039-I';
const render = (content: CertificateContent, thumbnails = new Map()): Promise<Uint8Array> =>
  renderCertificate(content, { fonts, thumbnails, verifyUrl });
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Fonts parsed anew, as another process would. */
async function freshFonts(): Promise<FontSet> {
  let own = fonts;
  await jest.isolateModulesAsync(async () => {
    own = (await import('./fonts.js')).loadFonts();
  });
  return own;
}

describe('certificate as a PDF', () => {
  it('is the same to the byte whatever was drawn before it in the process', async () => {
    const content = certificateCases['full']!();
    const thumbnails = await thumbnailsOf(content.photos);
    const first = await render(content, thumbnails);
    await render(tobaccoContent());
    await render(warmUpContent);
    const [again, beside] = await Promise.all([render(content, thumbnails), render(content, thumbnails)]);
    expect(Buffer.compare(first, again)).toBe(0);
    expect(Buffer.compare(first, beside)).toBe(0);
  });

  it('is the same to the byte with fonts that an earlier certificate used otherwise', async () => {
    const { batch } = warmUpContent;
    const draw = (title: string, own: FontSet): Promise<Uint8Array> =>
      renderCertificate(
        { ...warmUpContent, batch: { ...batch, title } },
        { fonts: own, thumbnails: new Map(), verifyUrl },
      );
    const [unused, used] = [await freshFonts(), await freshFonts()];
    // Ģ and ę are drawn with the outlines of G and e, which the font then knows as parts of letters.
    await draw('Ģ ę', used);
    expect(Buffer.compare(await draw('ĢGe', unused), await draw('ĢGe', used))).toBe(0);
  });

  it('carries its content as certificate.json, canonical, as the source of the pages', async () => {
    const content = countyContent();
    const bytes = await render(content);
    expect(Buffer.from(readAttachment(bytes, 'certificate.json')!)).toEqual(
      Buffer.from(contentBytes(content)),
    );
    expect(latin1(bytes)).toContain('/AFRelationship /Source');
  });

  it('has one revision, no signature, and an empty field for the issuer and each approving agency', async () => {
    const bytes = await render(countyContent());
    expect(readRevisions(bytes)).toHaveLength(1);
    const text = latin1(bytes);
    const fields = [...text.matchAll(/\/FT \/Sig\n\/T \(([^)]*)\)/g)].map(([, name]) => name);
    expect(fields).toEqual(['Issuer', 'Agency_SLX', 'Agency_ps', 'Agency_eco']);
    expect(text.match(/\/F 132\n/g)).toHaveLength(4);
    expect(text.match(/\/AP <<\n\/N \d+ 0 R\n>>/g)).toHaveLength(4);
    expect(text).toContain('/SigFlags 3');
    expect(text).not.toContain('NeedAppearances');
    expect(text).not.toContain('/ByteRange');
  });

  it('gives each field’s Form element the object reference itself, not an array of one', async () => {
    const text = latin1(await render(countyContent()));
    expect(text.match(/\/S \/Form\n[^>]*\/K <<\n\/Type \/OBJR/g)).toHaveLength(4);
    expect(text).not.toMatch(/\/S \/Form\n[^>]*\/K \[/);
  });

  it('declares PDF 1.7, its extensions, PDF/A-3a, PDF/UA-1, its language, and takes its dates from the issue time', async () => {
    const text = latin1(await render(countyContent()));
    expect(text.startsWith('%PDF-1.7\n')).toBe(true);
    for (const part of [
      '/ESIC <<\n/BaseVersion /1.7\n/ExtensionLevel 2',
      '/ADBE <<\n/BaseVersion /1.7\n/ExtensionLevel 8',
      '<pdfaid:part>3</pdfaid:part>',
      '<pdfaid:conformance>A</pdfaid:conformance>',
      '<pdfuaid:part>1</pdfuaid:part>',
      '/Lang (zh-CN)',
      '/Marked true',
      '/DisplayDocTitle true',
      '(D:20261118083107Z)',
    ])
      expect(text).toContain(part);
    expect(text.match(/\(D:(?!20261118083107Z)/)).toBeNull();
  });

  it('is the same in another time zone and locale', () => {
    const script = `
      const { loadFonts } = await import('./dist/libs/certificates/src/pdf/fonts.js');
      const { renderCertificate } = await import('./dist/libs/certificates/src/pdf/render-certificate.js');
      const { warmUpContent } = await import('./dist/libs/certificates/src/pdf/warm-up.js');
      const bytes = await renderCertificate(warmUpContent, { fonts: loadFonts(), thumbnails: new Map(), verifyUrl: 'http://localhost/' });
      const { createHash } = await import('node:crypto');
      process.stdout.write(createHash('sha256').update(bytes).digest('hex'));`;
    const digestIn = (TZ: string, LANG: string): string => {
      const env = { PATH: process.env['PATH'], TZ, LANG, LC_ALL: LANG };
      const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        env,
        encoding: 'utf8',
      });
      if (done.status !== 0) throw new Error(done.stderr);
      return done.stdout;
    };
    const here = digestIn('UTC', 'C');
    expect(here).toMatch(/^[0-9a-f]{64}$/);
    expect(digestIn('America/St_Johns', 'tr_TR.UTF-8')).toBe(here);
  });

  it('refuses to draw a character without a glyph, and names it', async () => {
    const batch = { ...countyContent().batch, title: '王\u{2EBF0}案' };
    await expect(render(countyContent({ batch }))).rejects.toThrow('no glyph for U+2EBF0');
  });

  it('draws 500 lines and 60 photos', async () => {
    const content = countyContent({ ...manyLines(500), photos: photosOf(60) });
    const text = latin1(await render(content, await thumbnailsOf(content.photos)));
    expect(text.match(/\/Subtype \/Image/g)).toHaveLength(60);
    expect(text.match(/\/Type \/Page\n/g)!.length).toBeGreaterThan(20);
  });
});

describe('thumbnail', () => {
  const picture = sharp({ create: { width: 20, height: 10, channels: 3, background: '#a8231c' } });

  it('is a colour or grey JPEG', async () => {
    const colour = await picture.clone().jpeg().toBuffer();
    const grey = await picture.clone().toColourspace('b-w').jpeg().toBuffer();
    expect(() => [colour, grey].forEach(assertThumbnail)).not.toThrow();
  });

  it('is never CMYK, PNG, cut off or empty', async () => {
    const cmyk = await picture.clone().toColourspace('cmyk').jpeg().toBuffer();
    expect(() => assertThumbnail(cmyk)).toThrow('components');
    const png = await picture.clone().png().toBuffer();
    const cut = (await picture.clone().jpeg().toBuffer()).subarray(0, 40);
    for (const bytes of [png, cut, new Uint8Array()])
      expect(() => assertThumbnail(bytes)).toThrow('must be a JPEG');
  });
});
