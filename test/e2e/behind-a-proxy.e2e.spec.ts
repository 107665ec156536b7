import { BaseConfig, loadConfig } from '#platform';
import { demoPassword, startOffice, type TestOffice } from '../support/office.js';

/** Tries accounts until the address they come from is slowed down; gives how many went through. */
async function triesFrom(office: TestOffice, address: string): Promise<number> {
  for (let tries = 0; tries < 60; tries += 1) {
    const guess = { username: `guess${tries}`, password: 'wrong password' };
    const { status } = await office.nobody.post('/api/v1/sessions', guess, { 'x-forwarded-for': address });
    if (status === 429) return tries;
  }
  return Infinity;
}
const signIn = async (office: TestOffice, address: string) => {
  const account = { username: 'mr.officer1', password: demoPassword };
  return (await office.nobody.post('/api/v1/sessions', account, { 'x-forwarded-for': address })).status;
};

describe('the address of a request', () => {
  let office: TestOffice;
  afterEach(() => office.close());

  it('is the connection’s where no proxy is trusted: a made-up one escapes no limit', async () => {
    office = await startOffice();
    expect(await triesFrom(office, '192.0.2.1')).toBeLessThan(60);
    expect(await signIn(office, '192.0.2.2')).toBe(429);
  });

  it('is what the trusted proxy says, and nothing that the client put before that', async () => {
    office = await startOffice({ environment: { TRUST_PROXY: '1' } });
    expect(await triesFrom(office, '192.0.2.1')).toBeLessThan(60);
    expect(await signIn(office, '192.0.2.2')).toBe(201);
    expect(await signIn(office, '192.0.2.2, 192.0.2.1')).toBe(429);
  });
});

describe('TRUST_PROXY', () => {
  const load = (TRUST_PROXY: string) => () =>
    loadConfig(BaseConfig, { DATABASE_URL: 'postgresql://db/ledger', TRUST_PROXY });

  it.each(['1', '2', 'loopback', '10.0.0.2', '10.0.0.0/8,uniquelocal', 'fd00::1'])('takes %s', (text) => {
    expect(load(text)().TRUST_PROXY).toBe(text);
  });
  it.each(['true', '0', '*', 'proxy.example', '10.0.0.2,', ' '])('refuses %p by name', (text) => {
    expect(load(text)).toThrow('TRUST_PROXY: matches');
  });
});
