import { ConfigError } from '#platform';
import { FilesystemStore } from './filesystem-store.js';
import { openEvidenceStore } from './open-store.js';

describe('EVIDENCE_STORE', () => {
  it('chooses a directory below DATA_DIR where it is absent, or the one that it names', () => {
    expect(openEvidenceStore({ dataDirectory: './var' })).toBeInstanceOf(FilesystemStore);
    expect(openEvidenceStore({ dataDirectory: './var', store: 'filesystem:///srv/evidence' })).toBeInstanceOf(
      FilesystemStore,
    );
  });

  it('refuses an S3 store in words, and does not repeat its credentials', () => {
    const open = () => openEvidenceStore({ dataDirectory: './var', store: 's3://key:hidden@host/bucket' });
    expect(open).toThrow(ConfigError);
    expect(open).toThrow(/EVIDENCE_STORE: s3:\/\/ is not available in this version/);
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
