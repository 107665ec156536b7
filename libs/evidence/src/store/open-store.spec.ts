import { ConfigError } from '#platform';
import { FilesystemStore } from './filesystem-store.js';
import { openEvidenceStore } from './open-store.js';
import { S3Store } from './s3/s3-store.js';

describe('EVIDENCE_STORE', () => {
  it('chooses a directory below DATA_DIR where it is absent, or the one that it names', () => {
    expect(openEvidenceStore({ dataDirectory: './var' })).toBeInstanceOf(FilesystemStore);
    expect(openEvidenceStore({ dataDirectory: './var', store: 'filesystem:///srv/evidence' })).toBeInstanceOf(
      FilesystemStore,
    );
  });

  it('chooses an S3 store, which is shown without its credentials', () => {
    const store = openEvidenceStore({
      dataDirectory: './var',
      store: 's3://key:hid%2Fden@store.example:9000/evidence?region=cn-north-1',
    });
    expect(store).toBeInstanceOf(S3Store);
    expect(store.name).toBe('s3://store.example:9000/evidence');
  });

  it('takes an IPv6 address', () => {
    const store = openEvidenceStore({ dataDirectory: './var', store: 's3://key:hidden@[::1]:9000/evidence' });
    expect(store.name).toBe('s3://[::1]:9000/evidence');
  });

  it.each([
    's3://host/bucket',
    's3://key@host/bucket',
    's3://key:hidden@host',
    's3://key:hidden@host/bucket/deeper',
    's3://key:hidden@host/Bucket',
    's3://key:hidden@host/' + 'b'.repeat(51),
    's3://key:hidden@host/bucket?tls=perhaps',
    's3://key:hidden@host/bucket?lock=off',
    's3://key:%E0%A4%A@host/bucket',
    's3://key:hidden@host:99999/bucket',
  ])('refuses %j in words, and does not repeat its credentials', (store) => {
    const open = () => openEvidenceStore({ dataDirectory: './var', store });
    expect(open).toThrow(ConfigError);
    expect(open).toThrow(/s3:\/\/key:secret@host\[:port\]\/bucket/);
    expect(open).not.toThrow(/hidden/);
  });

  it.each([
    'filesystem://relative/path',
    'filesystem://',
    '/srv/evidence',
    'ftp://host',
    'filesystem:///%00',
  ])('refuses %j and says what it must be', (store) =>
    expect(() => openEvidenceStore({ dataDirectory: './var', store })).toThrow(/filesystem:\/\/\/absolute/),
  );
});
