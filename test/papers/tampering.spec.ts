import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { sha256Hex } from '#kernel';
import { checkPaper, type KnownPaper, type PaperCheck } from '#papers';
import { countersign, sealCertificate } from '../../libs/certificates/src/signing/seal-certificate.js';
import { attachmentName, samplePaper, sampleSigner, signedAt, signedAtMs } from './sample-paper.js';
import { appendIncrement, objectNumber, objectSource } from './tampering.js';

const proof = Buffer.from('c2sp.org/tlog-proof@v1\nindex 7\n');

describe('a file that pretends to be an issued certificate', () => {
  let base: Buffer;
  let sealed: Buffer;
  let approved: Buffer;
  let uncertified: Buffer;
  let known: KnownPaper;
  let trust: { certificates: ReturnType<typeof sha256Hex>[] };

  const check = (bytes: Uint8Array, ledger: KnownPaper = known): PaperCheck =>
    checkPaper(bytes, { at: signedAtMs, trust, attachment: attachmentName, known: ledger });
  const unknownLedger: KnownPaper = { issued: [] };

  beforeAll(async () => {
    const { signer, close } = await sampleSigner();
    trust = { certificates: [sha256Hex(signer.certificateChain[0]!)] };
    base = await samplePaper();
    sealed = await sealCertificate(base, { signer, field: 'Issuer', signedAt, proof });
    approved = await countersign(sealed, { signer, field: 'Agency_SHTB', signedAt });
    uncertified = await countersign(base, { signer, field: 'Agency_SHTB', signedAt });
    known = {
      base: sha256Hex(base),
      issued: [sealed, approved].map((file, index) => ({
        revision: index + 1,
        length: file.length,
        sha256: sha256Hex(file),
      })),
    };
    await close();
  });

  it('is recognised as issued when it is one of the revisions, also an older one', () => {
    expect(check(sealed)).toMatchObject({ issued: { revision: 1 }, reasons: [] });
    expect(check(approved)).toMatchObject({ issued: { revision: 2 }, reasons: [] });
    expect(check(approved).signatures.map((each) => each.check.ok)).toEqual([true, true]);
  });

  it('is "bytes changed" for one flipped bit anywhere: text, hole, padding, table, trailer', () => {
    for (let at = 0; at < sealed.length; at += 41) {
      const flipped = Buffer.from(sealed);
      flipped[at]! ^= 1;
      const { issued, reasons } = check(flipped);
      expect([at, issued, reasons[0]]).toEqual([at, undefined, 'bytes-changed']);
    }
  });

  it('is never sound without the ledger either, when a bit of what is signed was flipped', () => {
    const [, hole, after] = check(sealed).signatures[0]!.byteRange!;
    for (let at = 0; at < sealed.length; at += 37) {
      if (at > hole && at < after - 1) continue;
      const flipped = Buffer.from(sealed);
      flipped[at]! ^= 1;
      const { reasons, signatures } = check(flipped, unknownLedger);
      expect([at, signatures.some((each) => each.check.ok)]).toEqual([at, false]);
      expect(reasons[0]).toMatch(
        /^(bytes-changed|file-rewritten|not-a-pdf|truncated|signature-stripped|bytes-appended|certification-missing)$/,
      );
    }
  });

  it('is "bytes appended" for garbage, an empty increment, or another end-of-file mark', () => {
    const garbage = Buffer.concat([approved, Buffer.alloc(10 << 20, 0x41)]);
    expect(check(garbage).reasons).toEqual(['bytes-appended']);
    expect(check(Buffer.concat([approved, Buffer.from('\n')])).reasons[0]).toBe('bytes-appended');
    expect(check(Buffer.concat([approved, Buffer.from('%%EOF\n')])).reasons).toEqual(['bytes-appended']);
    const comment = appendIncrement(approved, [[9000, '<</Type /Comment>>']]);
    expect(check(comment).reasons).toEqual(['bytes-appended']);
    expect(check(comment, unknownLedger).reasons).toEqual(['bytes-appended']);
  });

  it('names replaced pages', () => {
    const page = objectNumber(approved, '/Type /Page\n');
    const replaced = appendIncrement(approved, [
      [page, '<</Type /Page /Parent 1 0 R /MediaBox [0 0 612 792]>>'],
    ]);
    expect(check(replaced).reasons).toEqual(['bytes-appended', 'pages-replaced']);
    expect(check(replaced, unknownLedger).reasons).toEqual(['bytes-appended', 'pages-replaced']);
  });

  it('names pages replaced as a whole, through another page tree', () => {
    const catalog = objectNumber(base, '/Type /Catalog');
    const source = objectSource(approved, catalog).replace(/\/Pages \d+ 0 R/, '/Pages 9000 0 R');
    const tree: [number, string] = [9000, '<</Type /Pages /Kids [] /Count 0>>'];
    expect(check(appendIncrement(approved, [[catalog, source], tree])).reasons).toEqual([
      'bytes-appended',
      'pages-replaced',
    ]);
  });

  it('lacks the certification when an agency signed a file that was never sealed', () => {
    expect(check(uncertified, unknownLedger).reasons).toEqual(['certification-missing']);
  });

  it('names replaced data', () => {
    const file = objectNumber(approved, '/Type /EmbeddedFile');
    const data = deflateSync(Buffer.from('{"number":"SHXH-2026-0001-7","v":1,"quantity":"0"}'));
    const stream = `<</Type /EmbeddedFile /Filter /FlateDecode /Length ${data.length}>>\nstream\n${data.toString('latin1')}\nendstream`;
    const replaced = appendIncrement(approved, [[file, stream]]);
    expect(check(replaced).reasons).toEqual(['bytes-appended', 'attachment-replaced']);
  });

  it('is "signature stripped" for the base file, known to the ledger or not', () => {
    expect(check(base).reasons).toEqual(['signature-stripped']);
    expect(check(base, unknownLedger).reasons).toEqual(['signature-stripped']);
  });

  it('is "signature stripped" when an increment empties the signed field', () => {
    const field = objectNumber(sealed, '/T (Issuer)');
    const stripped = appendIncrement(sealed, [
      [field, '<</Type /Annot /Subtype /Widget /FT /Sig /T (Issuer)>>'],
    ]);
    expect(check(stripped).reasons).toEqual(['signature-stripped', 'bytes-appended']);
  });

  it('is "bytes changed" when the hole was wiped', () => {
    const [, hole, after] = check(sealed).signatures[0]!.byteRange!;
    const wiped = Buffer.from(sealed);
    wiped.fill('0', hole + 1, after - 1);
    expect(check(wiped).reasons).toEqual(['bytes-changed', 'signature-invalid']);
  });

  it('is "truncated" when its end is missing', () => {
    for (const length of [sealed.length - 1, sealed.length - 20, sealed.length - 800, base.length - 3])
      expect([length, check(sealed.subarray(0, length)).reasons[0]]).toEqual([length, 'truncated']);
    for (const length of [approved.length - 1, approved.length - 20, approved.length - 800])
      expect([length, check(approved.subarray(0, length)).reasons[0]]).toEqual([length, 'truncated']);
  });

  it('is unknown when a trusted seal signed it but the ledger has no entry', () => {
    expect(check(sealed, unknownLedger).reasons).toEqual(['unknown-file']);
    expect(check(sealed, unknownLedger).signatures[0]!.check.ok).toBe(true);
  });

  it('is not a PDF for garbage of ten megabytes, an empty file and text', () => {
    for (const bytes of [Buffer.alloc(10 << 20, 0x41), Buffer.alloc(10 << 20, '%%EOF'), Buffer.alloc(0)])
      expect(check(bytes).reasons).toEqual(['not-a-pdf']);
  });

  it('is too large over fifty megabytes', () => {
    const huge = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(50 << 20)]);
    expect(check(huge).reasons).toEqual(['too-large']);
  });

  it('never makes the check fail, whatever is overwritten, cut out or put in', () => {
    const edit = fc.record({
      at: fc.nat(),
      // Mostly overwritten in place, so that the tables still lead somewhere.
      cut: fc.option(fc.nat({ max: 40 }), { freq: 5 }),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 40 }),
        fc
          .constantFrom(
            '%%EOF\n',
            'startxref\n0\n',
            '/Prev 9',
            '[[[[',
            '<<',
            '>>',
            'obj',
            ' 0 R',
            'xref\n',
            '()',
          )
          .map((text) => Buffer.from(text)),
      ),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const bytes = edits.reduce<Buffer>((file, { at, cut, put }) => {
          const place = at % file.length;
          return Buffer.concat([file.subarray(0, place), put, file.subarray(place + (cut ?? put.length))]);
        }, approved);
        const { issued, reasons } = check(bytes);
        expect(issued === undefined).toBe(!bytes.equals(approved) && !bytes.equals(sealed));
        expect(reasons.length === 0).toBe(issued !== undefined);
        check(bytes, unknownLedger);
      }),
      { numRuns: 150 },
    );
  });
});
