import { accounts, entryTypes, roles } from '#entries';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { officePageMessages } from './page-messages.js';

const pages = join(__dirname, '..');
const sources = readdirSync(pages, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(njk|ts)$/.test(name) && !/(\.spec\.ts$|^messages)/.test(name))
  .map((name) => readFileSync(join(pages, name), 'utf8'));

describe('the texts of the staff pages', () => {
  it('have a sentence for every code that a page names', () => {
    const named = sources.flatMap((source) =>
      [...source.matchAll(/(?<![\w.])t\('([\w-]+\.[\w.-]*[\w])'[,)]/g)].map(([, code]) => code!),
    );
    expect(named.length).toBeGreaterThan(150);
    expect([...new Set(named)].filter((code) => !(code in officePageMessages)).sort()).toEqual([]);
  });

  it('name every role, account and kind of entry', () => {
    const wanted = [
      ...roles.map((role) => `role.name-${role}`),
      ...accounts.map((account) => `account.${account}`),
      ...Object.keys(entryTypes).map((type) => `entry.name-${type}`),
    ];
    expect(wanted.filter((code) => !(code in officePageMessages))).toEqual([]);
  });
});
