import { demoPassword, FakeClock, startOffice, type TestOffice } from '../support/office.js';
import { query } from '../support/query.js';

const minute = 60_000;
const hour = 60 * minute;

describe('sessions', () => {
  const clock = new FakeClock();
  let office: TestOffice;
  beforeAll(async () => {
    office = await startOffice({ clock });
  });
  afterAll(() => office.close());
  const logIn = (username: string, password = demoPassword) =>
    office.nobody.post('/api/v1/sessions', { username, password });
  const meWith = (authorization: string) => office.nobody.get('/api/v1/me', { authorization });

  it('opens a session and says who is signed in, with agency and roles', async () => {
    const { status, body } = await logIn('MR.Officer1');
    expect(status).toBe(201);
    expect(body.token).toMatch(/^[\w-]{43}$/);
    expect(body.person).toMatchObject({ username: 'mr.officer1', agency: 'mr', roles: ['officer'] });
    expect(Date.parse(body.expiresAt)).toBe(clock.now() + 12 * hour);
    const me = await meWith(`Bearer ${body.token}`);
    expect(me.body).toMatchObject({ id: body.person.id, username: 'mr.officer1' });
  });

  it('keeps no token and no password as such', async () => {
    const { body } = await logIn('mr.officer1');
    const rows = await query(office, 'SELECT s::text AS row FROM work.sessions s');
    const details = await query(office, 'SELECT d::text AS row FROM work.person_details d');
    const text = JSON.stringify([rows, details]);
    expect(rows.length).toBeGreaterThan(0);
    expect(text).not.toContain(body.token);
    expect(text).not.toContain(demoPassword);
    expect(details[0]!['row']).toContain('$argon2id$');
  });

  const without: Record<string, Record<string, string>> = {
    'without a token': {},
    'with an empty token': { authorization: 'Bearer ' },
    'with a token of another scheme': { authorization: 'Basic bXIuYWRtaW46eA==' },
    'with two tokens': { authorization: 'Bearer abc def' },
  };
  for (const [how, headers] of Object.entries(without)) {
    it(`asks to sign in ${how}`, async () => {
      const { status, body, headers: answered } = await office.nobody.get('/api/v1/me', headers);
      expect([status, body.type]).toEqual([401, 'urn:problem:sign-in-required']);
      expect(answered.get('www-authenticate')).toBe('Bearer');
    });
  }

  it('refuses a token that nobody was given', async () => {
    const { status, body } = await meWith(`Bearer ${'A'.repeat(43)}`);
    expect([status, body.type]).toEqual([401, 'urn:problem:session-ended']);
  });

  it('ends on log-out, and only that session', async () => {
    const [one, two] = [await office.signIn('mr.officer2'), await office.signIn('mr.officer2')];
    expect((await one.delete('/api/v1/sessions/current')).status).toBe(204);
    expect((await one.get('/api/v1/me')).status).toBe(401);
    expect((await two.get('/api/v1/me')).status).toBe(200);
  });

  it('ends after 15 minutes without a request, and not before', async () => {
    const person = await office.signIn('mr.witness');
    for (let i = 0; i < 3; i += 1) {
      clock.forward(15 * minute - 1);
      expect((await person.get('/api/v1/me')).status).toBe(200);
    }
    clock.forward(15 * minute);
    expect((await person.get('/api/v1/me')).body.type).toBe('urn:problem:session-ended');
  });

  it('ends after 12 hours, however busy', async () => {
    const person = await office.signIn('mr.witness');
    for (let past = 0; past < 12 * hour - 10 * minute; past += 10 * minute) {
      clock.forward(10 * minute);
      expect((await person.get('/api/v1/me')).status).toBe(200);
    }
    clock.forward(10 * minute);
    expect((await person.get('/api/v1/me')).body.type).toBe('urn:problem:session-ended');
  });

  it('ends all sessions of a person whose password changes', async () => {
    const [one, two] = [await office.signIn('eco.witness'), await office.signIn('eco.witness')];
    const changed = await one.post('/api/v1/password', {
      currentPassword: demoPassword,
      newPassword: 'a sentence that I remember',
    });
    expect(changed.status).toBe(204);
    expect((await one.get('/api/v1/me')).status).toBe(401);
    expect((await two.get('/api/v1/me')).status).toBe(401);
    expect((await logIn('eco.witness')).status).toBe(401);
    expect((await logIn('eco.witness', 'a sentence that I remember')).status).toBe(201);
  });

  it('takes any characters in a password, and the same ones from a keyboard that composes them otherwise', async () => {
    const person = await office.signIn('tb.issuer');
    const newPassword = 'caf\u0065\u0301 🔥 封条 \u200d!';
    const changed = await person.post('/api/v1/password', { currentPassword: demoPassword, newPassword });
    expect(changed.status).toBe(204);
    expect((await logIn('tb.issuer', newPassword.normalize('NFC'))).status).toBe(201);
    expect((await logIn('tb.issuer', newPassword.replace('\u200d', ''))).status).toBe(401);
  });

  it('refuses to change the password without the current one, or to a short one, and nothing ends', async () => {
    const person = await office.signIn('fin.witness');
    const wrong = await person.post('/api/v1/password', {
      currentPassword: 'not my password',
      newPassword: 'long enough, this one',
    });
    expect([wrong.status, wrong.body.type]).toEqual([403, 'urn:problem:wrong-password']);
    const short = await person.post('/api/v1/password', {
      currentPassword: demoPassword,
      newPassword: 'elevenchars',
    });
    expect([short.status, short.body.errors[0].pointer]).toEqual([422, '/newPassword']);
    expect((await person.get('/api/v1/me')).status).toBe(200);
  });

  it('says the same for a wrong password and for a user who does not exist', async () => {
    const [wrong, unknown] = [await logIn('ps.witness', 'wrong password'), await logIn('no.such.person')];
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.body).toEqual(unknown.body);
    expect(wrong.body.type).toBe('urn:problem:wrong-credentials');
  });

  const hostile: Record<string, string> = {
    SQL: "mr.admin' OR '1'='1",
    'full-width letters': 'ｍｒ.admin',
    'spaces around': ' mr.admin ',
    'a wildcard': 'mr.adm%',
    nothing: '',
  };
  for (const [what, username] of Object.entries(hostile)) {
    it(`takes ${what} as a user name for nobody`, async () => {
      expect((await logIn(username)).status).toBe(401);
    });
  }

  const malformed: Record<string, unknown> = {
    'a number as password': { username: 'mr.admin', password: 12 },
    'a list as user name': { username: ['mr.admin'], password: demoPassword },
    'an unknown field': { username: 'mr.admin', password: demoPassword, agency: 'tb' },
    'no password': { username: 'mr.admin' },
    'a password of 1,001 characters': { username: 'mr.admin', password: 'a'.repeat(1001) },
  };
  for (const [what, body] of Object.entries(malformed)) {
    it(`refuses ${what} by naming the field`, async () => {
      const answer = await office.nobody.post('/api/v1/sessions', body);
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toHaveLength(1);
    });
  }
});

describe('failed log-ins', () => {
  const clock = new FakeClock();
  let office: TestOffice;
  beforeAll(async () => {
    office = await startOffice({ clock });
  });
  afterAll(() => office.close());
  const logIn = (username: string, password: string) =>
    office.nobody.post('/api/v1/sessions', { username, password });

  it('slow the account down, say how long, and never lock it for good', async () => {
    for (let i = 0; i < 10; i += 1) expect((await logIn('tb.witness', 'wrong password')).status).toBe(401);
    const waiting = await logIn('tb.witness', demoPassword);
    expect([waiting.status, waiting.body.type]).toEqual([429, 'urn:problem:slow-down']);
    expect(waiting.headers.get('retry-after')).toBe('1');
    expect(waiting.body.facts).toEqual({ seconds: '1' });
    clock.forward(1000);
    expect((await logIn('TB.witness', 'wrong password')).status).toBe(401);
    expect((await logIn('tb.witness', demoPassword)).headers.get('retry-after')).toBe('2');
    clock.forward(2000);
    expect((await logIn('tb.witness', demoPassword)).status).toBe(201);
    expect((await logIn('tb.witness', 'wrong password')).status).toBe(401);
  });

  it('count for accounts that do not exist, too, so that nobody learns which do', async () => {
    for (let i = 0; i < 10; i += 1) expect((await logIn('tb.nobody', 'wrong password')).status).toBe(401);
    expect((await logIn('tb.nobody', 'wrong password')).status).toBe(429);
  });

  it('at the same moment do not slip through: at most ten of forty guesses are looked at', async () => {
    const guesses = Array.from({ length: 40 }, () => logIn('ps.witness', 'wrong password'));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(30);
  });

  it('slow the address down where somebody tries many accounts', async () => {
    let status = 401;
    for (let i = 0; status === 401 && i < 60; i += 1)
      status = (await logIn(`guess${i}`, 'wrong password')).status;
    expect(status).toBe(429);
    expect((await logIn('mr.officer1', demoPassword)).status).toBe(429);
    clock.forward(15 * 60_000);
    expect((await logIn('mr.officer1', demoPassword)).status).toBe(201);
  });
});

describe('demonstration accounts in production', () => {
  it('can’t sign in', async () => {
    const office = await startOffice({ environment: { NODE_ENV: 'production' } });
    const { status, body } = await office.nobody.post('/api/v1/sessions', {
      username: 'mr.admin',
      password: demoPassword,
    });
    expect([status, body.type]).toEqual([403, 'urn:problem:demo-in-production']);
    await office.close();
  });
});
