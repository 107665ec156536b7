import { sha256Hex } from '#kernel';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RequestSeal } from './request-seal.js';

describe('what is kept of a request', () => {
  let keysDirectory: string;
  beforeEach(() => {
    keysDirectory = join(mkdtempSync(join(tmpdir(), 'ledger-keys-')), 'keys');
  });
  afterEach(() => rmSync(join(keysDirectory, '..'), { recursive: true }));
  const asked = sha256Hex('name and id number');

  it('is the same for the same content in every process of an installation, now and after a restart', () => {
    const first = new RequestSeal({ keysDirectory }).of(asked);
    expect(new RequestSeal({ keysDirectory }).of(asked)).toBe(first);
    expect(new RequestSeal({ keysDirectory }).of(sha256Hex('another content'))).not.toBe(first);
  });

  it('can’t be computed from the content without the secret, which only its owner can read', () => {
    const kept = new RequestSeal({ keysDirectory }).of(asked);
    const other = new RequestSeal({ keysDirectory: join(keysDirectory, 'other') }).of(asked);
    expect(kept).toMatch(/^[0-9a-f]{64}$/);
    expect([asked as string, other]).not.toContain(kept);
    const names = readdirSync(keysDirectory, { withFileTypes: true }).filter((one) => one.isFile());
    expect(names.map(({ name }) => name)).toEqual(['request-secret']);
    expect(statSync(join(keysDirectory, 'request-secret')).mode & 0o777).toBe(0o600);
  });

  it('is not made with a damaged secret', () => {
    new RequestSeal({ keysDirectory });
    writeFileSync(join(keysDirectory, 'request-secret'), '');
    expect(() => new RequestSeal({ keysDirectory })).toThrow('request-secret is damaged');
  });
});
