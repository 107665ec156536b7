import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSoftwareSigner } from './software-signer.js';

const at = Date.UTC(2026, 10, 24, 3, 12, 45);
const agency = { code: 'SHXH', nameZh: '上海市徐汇区市场监督管理局', nameEn: 'Xuhui Market Supervision' };

describe('the software seal of an agency', () => {
  let parent: string;
  let directory: string;
  const openSeal = (changes: Partial<typeof agency> = {}) =>
    openSoftwareSigner({ directory, agency: { ...agency, ...changes }, at });

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'seals-'));
    directory = join(parent, 'keys');
  });
  afterEach(() => rm(parent, { recursive: true }));

  it('says TEST SEAL and the names of the agency, is no authority, and holds ten years', async () => {
    const { certificateChain } = await openSeal();
    const certificate = new X509Certificate(certificateChain[0]!);
    expect(certificate.subject).toContain('CN=TEST SEAL Xuhui Market Supervision');
    expect(certificate.subject).toContain('测试印章 TEST SEAL SHXH');
    expect(certificate.subject).toContain('O=上海市徐汇区市场监督管理局');
    expect(certificate.ca).toBe(false);
    expect([certificate.validFrom, certificate.validTo]).toEqual([
      'Nov 24 03:12:45 2026 GMT',
      'Nov 24 03:12:45 2036 GMT',
    ]);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.keyUsage).toBeUndefined();
    expect(certificate.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
  });

  it('is made once: a second start finds the same key', async () => {
    const first = await openSeal();
    const second = await openSeal({ nameEn: 'Renamed' });
    expect(second.certificateChain).toEqual(first.certificateChain);
    const key = createPublicKey(new X509Certificate(first.certificateChain[0]!).toString());
    const message = Buffer.from('signed by the second, checked with the first');
    expect(verify('sha256', message, key, await second.sign(message))).toBe(true);
  });

  it('is the same for all processes that start at once, and leaves no drafts behind', async () => {
    const signers = await Promise.all(Array.from({ length: 16 }, () => openSeal()));
    const seals = new Set(signers.map((each) => Buffer.from(each.certificateChain[0]!).toString('hex')));
    expect(seals.size).toBe(1);
    expect(await readdir(directory)).toEqual(['SHXH.pem']);
  });

  it('can be read by its owner only', async () => {
    await openSeal();
    expect((await stat(join(directory, 'SHXH.pem'))).mode & 0o777).toBe(0o600);
    expect((await stat(directory)).mode & 0o777).toBe(0o700);
  });

  it('is one per agency', async () => {
    const [one, other] = [await openSeal(), await openSeal({ code: 'SHTB' })];
    expect(one.certificateChain).not.toEqual(other.certificateChain);
  });

  it('keeps names within the bounds of X.509', async () => {
    const { certificateChain } = await openSeal({ nameZh: '长'.repeat(200), nameEn: 'L'.repeat(200) });
    const { subject } = new X509Certificate(certificateChain[0]!);
    expect(subject.split('\n').map((line) => [...line.replace(/^\w+=/, '')].length)).toEqual([64, 19, 64]);
  });

  it.each(['', '../SHXH', 'a/b', '上海', 'x'.repeat(65)])('refuses the agency code "%s"', async (code) => {
    await expect(openSeal({ code })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'certificates.agency-code',
    });
  });

  it('refuses a damaged key file and names it', async () => {
    await openSeal();
    const path = join(directory, 'SHXH.pem');
    await writeFile(path, (await readFile(path, 'utf8')).slice(0, 80));
    await expect(openSeal()).rejects.toMatchObject({ code: 'certificates.key-unreadable', facts: { path } });
  });

  it('refuses a certificate that belongs to another key', async () => {
    await openSeal();
    await openSeal({ code: 'SHTB' });
    const path = join(directory, 'SHXH.pem');
    const [mine, others] = await Promise.all(
      ['SHXH', 'SHTB'].map((code) => readFile(join(directory, `${code}.pem`), 'utf8')),
    );
    const split = mine!.indexOf('-----BEGIN CERTIFICATE');
    await chmod(path, 0o600);
    await writeFile(path, mine!.slice(0, split) + others!.slice(others!.indexOf('-----BEGIN CERTIFICATE')));
    await expect(openSeal()).rejects.toMatchObject({ code: 'certificates.key-unreadable' });
  });
});
