import { generateKeyPairSync } from 'node:crypto';
import { formatVerifierKey, verifierOf } from '#merkle';
import { Checkpoints, Integrator } from '#ledger';
import { startOffice, type TestOffice } from '../support/office.js';
import { LogWatcher } from '../support/log-watcher.js';
import { startPublicSite } from '../support/public-site.js';
import { query } from '../support/query.js';
import { cutTail, renumber } from '../support/renumber.js';
import { Scenario } from '../support/scenario.js';

describe('somebody outside who keeps the last checkpoint', () => {
  let office: TestOffice;
  let watcher: LogWatcher;

  beforeEach(async () => {
    office = await startOffice();
    await new Scenario(office).toDecided();
    await checkpoint();
    watcher = new LogWatcher(
      await withSite(async (url) => (await (await fetch(`${url}/log/key`)).text()).trim()),
    );
    expect(await look()).toBe('first');
  });
  afterEach(() => office.close());

  /** Numbers what is pending and signs a checkpoint over it, as the worker does. */
  async function checkpoint(): Promise<void> {
    await office.app.get(Integrator, { strict: false }).integrate();
    await office.app.get(Checkpoints, { strict: false }).make();
  }
  /** Each look is at a site that remembers nothing. */
  async function withSite<T>(work: (url: string) => Promise<T>): Promise<T> {
    const site = await startPublicSite(office.database.publicUrl);
    try {
      return await work(site.url);
    } finally {
      await site.close();
    }
  }
  const look = () => withSite((url) => watcher.look(url));
  const genuine = `UPDATE ledger.entries
    SET body = convert_to(replace(convert_from(body, 'UTF8'), 'counterfeit', 'genuine'), 'UTF8')
    WHERE type = 'appraisal.recorded'`;

  it('sees it grow, and proves from tiles that it only grew', async () => {
    expect(await look()).toBe('same');
    for (let i = 0; i < 3; i += 1) {
      await new Scenario(office).register();
      await checkpoint();
      expect(await look()).toBe('grown');
    }
  });

  it('notices a log that was cut and made anew', async () => {
    await query(office, cutTail(3));
    await checkpoint();
    expect(await look()).toBe('rewound');
  });

  it('notices one that was cut and then grew beyond where it had been', async () => {
    await query(office, cutTail(3));
    await checkpoint();
    const scenario = new Scenario(office);
    await scenario.toStored();
    await checkpoint();
    expect(await look()).toBe('forked');
  });

  it('notices another entry in the place of one, at the same size and at a bigger one', async () => {
    await query(office, `${genuine}; ${renumber}`);
    await checkpoint();
    expect(await look()).toBe('forked');
    await new Scenario(office).register();
    await checkpoint();
    expect(await look()).toBe('forked');
  });

  it('believes no checkpoint of another key', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const origin = (await withSite(async (url) => (await fetch(`${url}/log/checkpoint`)).text())).split(
      '\n',
    )[0]!;
    const other = new LogWatcher(formatVerifierKey(verifierOf({ name: origin, privateKey })));
    await expect(withSite((url) => other.look(url))).rejects.toMatchObject({
      code: 'note.unknown-signer',
    });
  });
});
