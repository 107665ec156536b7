import { sha256Hex } from '#kernel';
import { canonicalBytes, parseCanonical } from '#merkle';
import { readSignatures } from '#papers';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCertificates, type IssuedCertificate } from '../support/issued-certificates.js';
import { startPublicSite, type TestPublicSite } from '../support/public-site.js';
import { describeWithTools, runTool } from '../support/tools.js';

/** What an outsider can do without our programs: the file, the public log, and the tools of a Debian machine. */
describe('an issued certificate in the hands of an outsider', () => {
  let ledger: Awaited<ReturnType<typeof startCertificates>>;
  let site: TestPublicSite;
  let issued: IssuedCertificate;
  let folder: string;
  const path = (name: string) => join(folder, name);

  beforeAll(async () => {
    ledger = await startCertificates();
    site = await startPublicSite(ledger.database.publicUrl);
    issued = await ledger.issue();
    folder = mkdtempSync(join(tmpdir(), 'outsider-'));
    writeFileSync(path('certificate.pdf'), issued.sealed);
  });
  afterAll(async () => {
    await site.close();
    await ledger.stop();
    rmSync(folder, { recursive: true });
  });

  /** The public entries of this certificate by type. */
  async function entry(type: string): Promise<{ data: Record<string, string> }> {
    const { body } = await site.number(issued.number);
    for (let seq = 0; seq < body.proof.size; seq += 1) {
      const found = JSON.parse((await site.get(`/log/entry/${seq}`)).text);
      if (found.type === type) return found;
    }
    throw new Error(`no ${type}`);
  }

  describeWithTools(['qpdf', 'sha256sum'], 'the file', () => {
    it('is sound, and is by its hash the one that the ledger’s entry names', async () => {
      expect(runTool('qpdf', ['--check', path('certificate.pdf')])).toMatchObject({ code: 0 });
      const [hash] = runTool('sha256sum', [path('certificate.pdf')]).output.split(' ');
      const { data } = await entry('certificate.issued');
      expect([data['sha256'], data['length']]).toEqual([hash, String(issued.sealed.length)]);
    });
  });

  describeWithTools(['pdfdetach'], 'the attached data', () => {
    it('are canonical JSON whose hash stands in the ledger before the seal', async () => {
      runTool('pdfdetach', ['-save', '1', '-o', path('data.json'), path('certificate.pdf')]);
      const data = readFileSync(path('data.json'));
      expect(Buffer.from(canonicalBytes(parseCanonical(data)))).toEqual(data);
      expect((await entry('certificate.prepared')).data['json']).toBe(sha256Hex(data));
      expect(JSON.parse(data.toString('utf8'))).toMatchObject({ number: issued.number });
    });
  });

  describeWithTools(['pdfsig', 'openssl'], 'the seal', () => {
    it('covers the whole file and holds under OpenSSL, with the certificate that the site trusts', () => {
      const seen = runTool('pdfsig', ['-nocert', path('certificate.pdf')]).output;
      expect(seen).toContain('Signature is Valid');
      expect(seen).toContain('Total document signed');
      const [{ byteRange, contents }] = readSignatures(issued.sealed) as [
        ReturnType<typeof readSignatures>[number],
      ];
      const [, hole, after, length] = byteRange!;
      const signed = Buffer.concat([
        issued.sealed.subarray(0, hole),
        issued.sealed.subarray(after, after + length),
      ]);
      writeFileSync(path('signed.bin'), signed);
      writeFileSync(path('seal.der'), contents.subarray(0, 4 + Buffer.from(contents).readUInt16BE(2)));
      writeFileSync(path('seal.pem'), new X509Certificate(ledger.signer.certificateChain[0]!).toString());
      const at = String(Date.parse(issued.content.issuedAt) / 1000).split('.')[0]!;
      const options = ['-in', path('seal.der'), '-content', path('signed.bin'), '-CAfile', path('seal.pem')];
      const flags = ['-verify', '-cades', '-binary', '-inform', 'DER', '-out', '/dev/null', '-attime', at];
      expect(runTool('openssl', ['cms', ...flags, ...options]).output).toContain('successful');
      writeFileSync(path('signed.bin'), Buffer.concat([signed, Buffer.from(' ')]));
      expect(runTool('openssl', ['cms', ...flags, ...options]).code).not.toBe(0);
    });
  });
});
