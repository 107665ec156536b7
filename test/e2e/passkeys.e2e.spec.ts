import { verifyAssertion } from '#papers';
import type { Sha256 } from '#kernel';
import {
  demoPassword,
  FakeClock,
  startOffice,
  type SignedClient,
  type TestOffice,
} from '../support/office.js';
import { query } from '../support/query.js';
import { SoftPasskey } from '../support/soft-passkey.js';

const hash = 'ab'.repeat(32) as Sha256;
const other = 'cd'.repeat(32) as Sha256;

describe('passkeys', () => {
  let office: TestOffice;
  const clock = new FakeClock();
  beforeAll(async () => {
    office = await startOffice({ clock });
  });
  afterAll(() => office.close());
  // A person has a handful of passkeys at most.
  afterEach(async () => {
    for (const name of ['mr.approver', 'tb.approver']) {
      const client = await office.as(name);
      for (const { credential } of (await client.get('/api/v1/passkeys')).body.items)
        await client.delete(`/api/v1/passkeys/${credential}`);
    }
  });

  async function enrol(client: SignedClient, device = new SoftPasskey(), name = '办公电脑') {
    const options = await client.post('/api/v1/passkeys/options', { password: demoPassword });
    expect(options.status).toBe(200);
    const made = device.create(options.body);
    return { device, made, answer: await client.post('/api/v1/passkeys', { name, ...made }) };
  }
  const options = (client: SignedClient, sha256 = hash, purpose = 'approve') =>
    client.post('/api/v1/step-ups/options', { purpose, sha256 });
  const stepUp = (client: SignedClient, assertion: object, sha256 = hash, purpose = 'approve') =>
    client.post('/api/v1/step-ups', { purpose, sha256, assertion });

  it('are enrolled with the password, listed by name, and recorded as the person’s key', async () => {
    const client = await office.signIn('mr.approver');
    expect((await client.post('/api/v1/passkeys/options', { password: 'not this one' })).body).toMatchObject({
      type: 'urn:problem:wrong-password',
    });
    const { device, answer } = await enrol(client);
    expect([answer.status, answer.body.credential]).toEqual([201, device.credential]);
    const { items } = (await client.get('/api/v1/passkeys')).body;
    expect(items).toMatchObject([{ credential: device.credential, name: '办公电脑', lastUsed: null }]);
    const [row] = await query(
      office,
      `SELECT json -> 'data' AS data FROM ledger.entries WHERE type = 'passkey.enrolled'`,
    );
    expect(row).toEqual({
      data: {
        person: client.person.id,
        credential: device.credential,
        alg: 'ES256',
        publicKey: device.publicKey,
        rpId: 'localhost',
      },
    });
  });

  it('are asked for the very hash that is shown, and give a step-up once', async () => {
    const client = await office.signIn('mr.approver');
    const { device } = await enrol(client);
    const asked = await options(client);
    expect(asked.body).toMatchObject({
      challenge: Buffer.from(hash, 'hex').toString('base64url'),
      rpId: 'localhost',
      userVerification: 'required',
    });
    const assertion = device.sign(asked.body);
    const first = await stepUp(client, assertion);
    expect(first.status).toBe(201);
    expect((await stepUp(client, assertion)).body.type).toBe('urn:problem:ceremony-ended');
    await options(client);
    expect((await stepUp(client, assertion)).body.type).toBe('urn:problem:signature-used');
    const { items } = (await client.get('/api/v1/passkeys')).body;
    expect(
      items.find(({ credential }: { credential: string }) => credential === device.credential),
    ).toMatchObject({ lastUsed: expect.stringMatching(/Z$/) });
  });

  it.each([
    ['for another list', { sha256: other }],
    ['for another purpose', { purpose: 'issue' }],
  ])('refuse an answer %s than was asked', async (_, changes: { sha256?: Sha256; purpose?: string }) => {
    const client = await office.signIn('mr.approver');
    const { device } = await enrol(client);
    const assertion = device.sign((await options(client)).body);
    const refused = await stepUp(client, assertion, changes.sha256, changes.purpose);
    expect([refused.status, refused.body.type]).toEqual([403, 'urn:problem:ceremony-ended']);
  });

  it('refuse the assertion over one list for another that was asked as well', async () => {
    const client = await office.signIn('mr.approver');
    const { device } = await enrol(client);
    const assertion = device.sign((await options(client)).body);
    await options(client, other);
    const refused = await stepUp(client, assertion, other);
    expect(refused.body).toMatchObject({ type: 'urn:problem:signature-refused', status: 403 });
    expect(refused.body.detail).toContain('challenge');
  });

  it('refuse an answer after 5 minutes, and a step-up that is older', async () => {
    const client = await office.signIn('mr.approver');
    const { device } = await enrol(client);
    const assertion = device.sign((await options(client)).body);
    clock.forward(5 * 60_000);
    expect((await stepUp(client, assertion)).body.type).toBe('urn:problem:ceremony-ended');
  });

  it.each([
    ['without user verification', { flags: 0x01 }, 'user-verification'],
    ['of another site', { origin: 'https://evil.example' }, 'origin'],
    ['for another host', { rpId: 'evil.example' }, 'rp-id'],
    ['of an enrolment', { type: 'webauthn.create' }, 'ceremony'],
    ['with a flipped bit', { flip: true }, 'signature'],
  ])('refuse a signature %s', async (_, how, fault) => {
    const client = await office.signIn('mr.approver');
    const { device } = await enrol(client);
    const assertion = device.sign((await options(client)).body, how);
    const refused = await stepUp(client, assertion);
    expect([refused.status, refused.body.type]).toEqual([403, 'urn:problem:signature-refused']);
    expect(refused.body.detail).toContain(fault);
  });

  it('are stopped once their count goes back: a copy signs as well', async () => {
    const client = await office.signIn('mr.approver');
    const { device } = await enrol(client);
    await enrol(client);
    await stepUp(client, device.sign((await options(client)).body, { counter: 9 }));
    const copied = await stepUp(client, device.sign((await options(client)).body, { counter: 9 }));
    expect([copied.status, copied.body.type]).toEqual([403, 'urn:problem:copied']);
    const later = await stepUp(client, device.sign((await options(client)).body, { counter: 10 }));
    expect(later.body.type).toBe('urn:problem:copied');
    const { items } = (await client.get('/api/v1/passkeys')).body;
    expect(items.find((one: { credential: string }) => one.credential === device.credential).suspected).toBe(
      true,
    );
    expect((await options(client)).body.allowCredentials).not.toContainEqual(
      expect.objectContaining({ id: device.credential }),
    );
  });

  it('are one’s own: another person can neither sign with them nor remove or enrol them', async () => {
    const owner = await office.signIn('mr.approver');
    const { device, made } = await enrol(owner);
    const stranger = await office.signIn('tb.approver');
    await enrol(stranger);
    const assertion = device.sign((await options(stranger)).body);
    expect((await stepUp(stranger, assertion)).body.type).toBe('urn:problem:not-yours');
    expect((await stranger.delete(`/api/v1/passkeys/${device.credential}`)).status).toBe(404);
    const again = await stranger.post('/api/v1/passkeys', { name: 'x', ...made });
    expect(again.body.type).toBe('urn:problem:ceremony-ended');
    const asked = await stranger.post('/api/v1/passkeys/options', { password: demoPassword });
    const taken = await stranger.post('/api/v1/passkeys', { name: 'x', ...device.create(asked.body) });
    expect([taken.status, taken.body.type]).toEqual([409, 'urn:problem:enrolled-already']);
  });

  it('are ten at most', async () => {
    const client = await office.signIn('tb.approver');
    for (let i = 0; i < 10; i += 1) expect((await enrol(client)).answer.status).toBe(201);
    expect((await enrol(client)).answer.body).toMatchObject({ status: 409, type: 'urn:problem:too-many' });
  });

  it('sign no more once they are removed, and never come back', async () => {
    const client = await office.signIn('fin.approver');
    expect((await options(client)).body.type).toBe('urn:problem:none');
    const { device } = await enrol(client);
    const assertion = device.sign((await options(client)).body);
    expect((await client.delete(`/api/v1/passkeys/${device.credential}`)).status).toBe(201);
    expect((await stepUp(client, assertion)).body.type).toBe('urn:problem:not-yours');
    expect((await client.delete(`/api/v1/passkeys/${device.credential}`)).status).toBe(404);
    expect((await enrol(client, device)).answer.body.type).toBe('urn:problem:enrolled-already');
  });

  it.each([
    ['for another site', { origin: 'https://evil.example' }],
    ['for another host', { rpId: 'evil.example' }],
    ['without user verification', { flags: 0x41 }],
    ['with another challenge', { challenge: Buffer.alloc(32).toString('base64url') }],
    ['of no attestation at all', { attestation: Buffer.from('ff', 'hex') }],
  ])('are not enrolled when made %s', async (_, how) => {
    const client = await office.signIn('eco.approver');
    const asked = await client.post('/api/v1/passkeys/options', { password: demoPassword });
    const refused = await client.post('/api/v1/passkeys', {
      name: 'x',
      ...new SoftPasskey().create(asked.body, how),
    });
    expect(refused.status).toBe(403);
    expect(refused.body.type).toMatch(/urn:problem:(not-accepted|ceremony-ended)/);
    expect((await client.get('/api/v1/passkeys')).body.items).toEqual([]);
  });

  it('are not needed: a step-up takes the password or the passkey, exactly one', async () => {
    const client = await office.signIn('mr.approver');
    for (const proof of [
      {},
      { password: demoPassword, assertion: new SoftPasskey().sign({ challenge: 'AA' }) },
    ]) {
      const wrong = await client.post('/api/v1/step-ups', { purpose: 'approve', sha256: hash, ...proof });
      expect([wrong.status, wrong.body.errors]).toMatchObject([422, [{ pointer: '/password' }]]);
    }
  });

  it('say what a browser needs so that an outsider can check the assertion again', async () => {
    const client = await office.signIn('mr.approver');
    const { device } = await enrol(client);
    const signed = device.sign((await options(client)).body);
    const assertion = { ...signed, alg: 'ES256' as const, publicKey: device.publicKey };
    expect(verifyAssertion(assertion, { challenge: hash, rpId: 'localhost' })).toMatchObject({ ok: true });
  });
});
