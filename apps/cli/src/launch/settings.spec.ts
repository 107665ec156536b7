import { resolve } from 'node:path';
import { readSettings } from './settings.js';

const urls = {
  DATABASE_URL: 'postgresql://ledger_app:app-secret@db/ledger',
  DATABASE_OWNER_URL: 'postgresql://ledger_owner:owner-secret@db/ledger',
  DATABASE_PUBLIC_URL: 'postgresql://ledger_public:public-secret@db/ledger',
};

describe('the launcher’s settings', () => {
  it('are a demonstration on this machine with a database below ./var when nothing is said', () => {
    expect(readSettings([], {})).toEqual({
      seedMode: 'demo',
      dataDirectory: resolve('var'),
      logDirectory: resolve('var/logs'),
      host: '127.0.0.1',
      officePort: 3000,
      publicPort: 3001,
      environment: {},
    });
  });

  it('begin without a demonstration by --empty, and refuse any other argument by name', () => {
    expect(readSettings(['--empty'], {}).seedMode).toBe('empty');
    expect(() => readSettings(['--emtpy'], {})).toThrow('unknown argument "--emtpy"');
  });

  it('use a given database only when all three roles have an address, and never print one', () => {
    expect(readSettings([], urls).given).toEqual({
      app: urls.DATABASE_URL,
      owner: urls.DATABASE_OWNER_URL,
      public: urls.DATABASE_PUBLIC_URL,
    });
    const incomplete = (): unknown => readSettings([], { DATABASE_URL: urls.DATABASE_URL });
    expect(incomplete).toThrow('DATABASE_OWNER_URL and DATABASE_PUBLIC_URL not set');
    expect(incomplete).not.toThrow(/secret/);
  });

  it.each(['0', '65536', '-1', '3e3', ' 3000', 'http'])('refuse %p as a port', (text) => {
    expect(() => readSettings([], { OFFICE_PORT: text })).toThrow('OFFICE_PORT is not a port number');
    expect(() => readSettings([], { PUBLIC_PORT: text })).toThrow('PUBLIC_PORT is not a port number');
  });
});
