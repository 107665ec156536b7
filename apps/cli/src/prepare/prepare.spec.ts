import { readPrepareSettings } from './prepare.js';

const complete = {
  DATABASE_SUPER_URL: 'postgresql://postgres:s1@db:5432/postgres',
  DATABASE_URL: 'postgresql://ledger_app:s2@db:5432/ledger',
  DATABASE_OWNER_URL: 'postgresql://ledger_owner:s%2F3@db:5432/ledger',
  DATABASE_PUBLIC_URL: 'postgresql://ledger_public:s4@db:5432/ledger',
  DATABASE_BACKUP_URL: 'postgresql://ledger_backup:s5@db:5432/ledger',
};

describe('preparing a database of one’s own', () => {
  it('takes each role’s password from its address', () => {
    expect(readPrepareSettings(complete)).toMatchObject({
      seed: { seedMode: 'empty', dataDirectory: expect.stringMatching(/var$/) },
      superUrl: complete.DATABASE_SUPER_URL,
      database: 'ledger',
      passwords: { ledger_app: 's2', ledger_owner: 's/3', ledger_public: 's4', ledger_backup: 's5' },
      urls: {
        app: complete.DATABASE_URL,
        owner: complete.DATABASE_OWNER_URL,
        public: complete.DATABASE_PUBLIC_URL,
      },
    });
  });

  it.each([
    [{ DATABASE_BACKUP_URL: '' }, 'DATABASE_BACKUP_URL not set'],
    [
      { DATABASE_URL: complete.DATABASE_OWNER_URL },
      'DATABASE_URL has to be an address of the role ledger_app',
    ],
    [{ DATABASE_URL: 'postgresql://ledger_app@db/ledger' }, 'DATABASE_URL holds no password'],
    [{ DATABASE_URL: 'postgresql://ledger_app:s2@db/other' }, 'one and the same database'],
    [{ DATABASE_URL: 'mysql://ledger_app:s2@db/ledger' }, 'DATABASE_URL is not an address of the form'],
    [{ DATABASE_SUPER_URL: 'hidden-words' }, 'DATABASE_SUPER_URL is not an address of the form'],
  ])('refuses %j and says why, without any value', (change, message) => {
    const reading = (): unknown => readPrepareSettings({ ...complete, ...change });
    expect(reading).toThrow(message);
    expect(reading).not.toThrow(/s2|hidden/);
  });
});
