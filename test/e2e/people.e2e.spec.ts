import { formatInstant, newId, type PersonId } from '#kernel';
import {
  FakeClock,
  startOffice,
  type Answer,
  type AnswerBody,
  type SignedClient,
  type TestOffice,
} from '../support/office.js';
import { query } from '../support/query.js';
import { Scenario } from '../support/scenario.js';

const password = 'a sentence to remember';

describe('agencies, people and roles', () => {
  const clock = new FakeClock();
  let office: TestOffice;
  let admin: SignedClient;
  beforeAll(async () => {
    office = await startOffice({ clock });
    admin = await office.signIn('mr.admin');
  });
  afterAll(() => office.close());

  const personOf = (username: string, changes: object = {}) => ({
    id: newId<PersonId>(),
    username,
    name: '新来的同事',
    password,
    ...changes,
  });
  const add = async (username: string, by: SignedClient = admin): Promise<string> => {
    const { status, body } = await by.post('/api/v1/people', personOf(username));
    expect(status).toBe(201);
    return body.id as string;
  };
  const logIn = (username: string) => office.nobody.post('/api/v1/sessions', { username, password });

  describe('adding people', () => {
    it('gives an account that signs in, without any role', async () => {
      await add('New.Officer');
      const { status, body } = await logIn('new.officer');
      expect(status).toBe(201);
      expect(body.person).toMatchObject({ agency: 'mr', roles: [], name: '新来的同事' });
    });

    it('writes ids into the ledger, no name, no user name, no password', async () => {
      const id = await add('quiet.person');
      const rows = await query(office, `SELECT convert_from(body, 'UTF8') AS body FROM ledger.entries`);
      const text = JSON.stringify(rows);
      expect(text).toContain(id);
      expect(text).not.toMatch(/新来的同事|quiet\.person|argon2|sentence/);
    });

    it('answers a repeat with the first receipt, and other content with a conflict', async () => {
      const person = personOf('repeated');
      const first = await admin.post('/api/v1/people', person);
      const again = await admin.post('/api/v1/people', person);
      expect([first.status, again.status]).toEqual([201, 200]);
      expect(again.body).toEqual(first.body);
      const other = await admin.post('/api/v1/people', { ...person, name: '另一个人' });
      expect([other.status, other.body.type]).toEqual([409, 'urn:problem:key-reused']);
    });

    it('refuses a taken user name in any case, and records nothing', async () => {
      const before = (await query(office, 'SELECT count(*) FROM ledger.entries'))[0];
      const { status, body } = await admin.post('/api/v1/people', personOf('TB.Officer1'));
      expect([status, body.type]).toEqual([409, 'urn:problem:username-taken']);
      expect((await query(office, 'SELECT count(*) FROM ledger.entries'))[0]).toEqual(before);
    });

    it('refuses people of another agency, except by the administrator of the installation', async () => {
      const agencies = (await admin.get('/api/v1/agencies')).body.items;
      const idOf = (code: string) => agencies.find((one: { code: string }) => one.code === code).id;
      const tobacco = await office.as('tb.admin');
      const there = await tobacco.post('/api/v1/people', personOf('tb.in.mr', { agency: idOf('mr') }));
      expect([there.status, there.body.type]).toEqual([403, 'urn:problem:other-agency']);
      const first = await admin.post('/api/v1/people', personOf('ps.admin', { agency: idOf('ps') }));
      expect(first.status).toBe(201);
    });

    const hostile: Record<string, [object, string]> = {
      'a user name with a space': [{ username: 'two words' }, '/username'],
      'a user name that looks Latin': [{ username: 'mr.аdmin' }, '/username'],
      'an empty user name': [{ username: '' }, '/username'],
      'a name with half a surrogate pair': [{ name: 'a\ud800' }, '/name'],
      'a name of invisible characters': [{ name: '\u200b\u0000' }, '/name'],
      'an empty name': [{ name: ' ' }, '/name'],
      'a name of 201 characters': [{ name: '长'.repeat(201) }, '/name'],
      'a password of 11 characters': [{ password: 'elevenchars' }, '/password'],
      'the user name as password': [
        { username: 'same.as.password', password: 'same.as.password' },
        '/password',
      ],
      'an agency that does not exist': [{ agency: newId<string>() }, '/agency'],
      'an agency that is no id': [{ agency: 'tb' }, '/agency'],
      'a role smuggled in': [{ roles: ['admin'] }, '/roles'],
      'an id that is none': [{ id: '1' }, '/id'],
    };
    for (const [what, [changes, pointer]] of Object.entries(hostile)) {
      it(`refuses ${what}`, async () => {
        const { status, body } = await admin.post('/api/v1/people', personOf('hostile', changes));
        expect(status).toBe(422);
        expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
      });
    }

    it('keeps no control or invisible characters of a name', async () => {
      await admin.post('/api/v1/people', personOf('escape.person', { name: '\u001b[31m张\0三\u202e' }));
      const { body } = await admin.get('/api/v1/people?agency=mr&limit=1000');
      const added = body.items.find((one: { username: string }) => one.username === 'escape.person');
      expect(added.name).toBe('[31m张三');
    });

    it('keeps markup in a name as the text it is', async () => {
      const name = '<script>alert(1)</script>\'";--';
      await admin.post('/api/v1/people', personOf('markup.person', { name }));
      const { body } = await admin.get('/api/v1/people?agency=mr');
      expect(body.items.map((one: { name: string }) => one.name)).toContain(name);
    });
  });

  describe('the list of people', () => {
    it('names witnesses of an agency for everybody who is signed in', async () => {
      const officer = await office.as('tb.officer1');
      const { body } = await officer.get('/api/v1/people?role=witness&agency=ps');
      expect(body.items).toEqual([
        expect.objectContaining({ username: 'ps.witness', agency: 'ps', roles: ['witness'] }),
      ]);
      expect(JSON.stringify(body)).not.toMatch(/password|argon2/);
    });

    it('comes page by page, without gaps', async () => {
      const all = (await admin.get('/api/v1/people?limit=1000')).body.items;
      const paged: unknown[] = [];
      let path: string | undefined = '/api/v1/people?limit=7';
      while (path) {
        const page: Answer<AnswerBody> = await admin.get(path);
        paged.push(...page.body.items);
        path = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
      }
      expect(paged).toEqual(all);
    });

    for (const search of ['role=king', 'agency=%00', 'limit=0', 'limit=1e3', 'cursor=%25', 'unknown=1']) {
      it(`refuses ?${search}`, async () => {
        expect((await admin.get(`/api/v1/people?${search}`)).status).toBe(422);
      });
    }
  });

  describe('roles', () => {
    const give = (by: SignedClient, id: string, role: string) =>
      by.post(`/api/v1/people/${id}/roles`, { role });
    const grant = (by: SignedClient, request: string) => by.post(`/api/v1/role-requests/${request}/grant`);

    it('are granted at once where one administrator is enough, and end the sessions of the person', async () => {
      const id = await add('role.officer');
      const person = await office.signIn('role.officer', password);
      const { status, body } = await give(admin, id, 'officer');
      expect([status, body.state]).toEqual([201, 'granted']);
      expect((await person.get('/api/v1/me')).status).toBe(401);
      expect((await logIn('role.officer')).body.person.roles).toEqual(['officer']);
    });

    it('approver takes effect only when a second administrator grants it', async () => {
      const id = await add('role.approver');
      const requested = await give(admin, id, 'approver');
      expect(requested.body).toMatchObject({ state: 'requested', role: 'approver' });
      expect((await logIn('role.approver')).body.person.roles).toEqual([]);
      const self = await grant(admin, requested.body.request);
      expect([self.status, self.body.type]).toEqual([403, 'urn:problem:second-admin']);
      const second = await office.as('tb.admin');
      const open = (await second.get('/api/v1/role-requests')).body.items;
      expect(open).toContainEqual(expect.objectContaining({ request: requested.body.request, person: id }));
      expect((await grant(second, requested.body.request)).body.state).toBe('granted');
      expect((await logIn('role.approver')).body.person.roles).toEqual(['approver']);
      const again = await grant(second, requested.body.request);
      expect([again.status, again.body.type]).toEqual([409, 'urn:problem:request-closed']);
    });

    it('that can’t meet in one person are refused, and the held one is named', async () => {
      const id = await add('role.conflict');
      await give(admin, id, 'officer');
      const { status, body } = await give(admin, id, 'custodian');
      expect([status, body.type]).toEqual([409, 'urn:problem:role-conflict']);
      expect(body.facts).toEqual({ role: 'custodian', held: 'officer' });
    });

    it('two conflicting roles at the same moment: one is granted', async () => {
      const id = await add('role.race');
      const both = await Promise.all([give(admin, id, 'officer'), give(admin, id, 'custodian')]);
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    });

    it('are taken back with a reason, which ends the sessions', async () => {
      const id = await add('role.revoked');
      await give(admin, id, 'witness');
      const person = await office.signIn('role.revoked', password);
      const path = `/api/v1/people/${id}/roles/witness/revocation`;
      expect((await admin.post(path, {})).status).toBe(422);
      expect((await admin.post(path, { reason: '调离' })).body.state).toBe('revoked');
      expect((await person.get('/api/v1/me')).status).toBe(401);
      const again = await admin.post(path, { reason: '调离' });
      expect([again.status, again.body.type]).toEqual([409, 'urn:problem:role-not-held']);
      expect((await admin.post(`/api/v1/people/${id}/roles/king/revocation`, { reason: 'x' })).status).toBe(
        404,
      );
    });

    it('of another agency’s people are none of an administrator’s business', async () => {
      const id = (await office.as('mr.witness')).person.id;
      const { status, body } = await give(await office.as('tb.admin'), id, 'officer');
      expect([status, body.type]).toEqual([404, 'urn:problem:not-found']);
    });

    it('nobody grants to themselves', async () => {
      const { body } = await give(admin, admin.person.id, 'officer');
      expect(body.type).toBe('urn:problem:own-role');
    });
  });

  describe('deactivation', () => {
    it('ends sessions and log-in at once, for good', async () => {
      const id = await add('leaving.person');
      const person = await office.signIn('leaving.person', password);
      expect((await admin.post(`/api/v1/people/${id}/deactivation`, { reason: '退休' })).status).toBe(201);
      expect((await person.get('/api/v1/me')).status).toBe(401);
      const { status, body } = await logIn('leaving.person');
      expect([status, body.type]).toEqual([401, 'urn:problem:wrong-credentials']);
      const listed = (await admin.get('/api/v1/people?limit=1000')).body.items;
      expect(listed.map((one: { id: string }) => one.id)).not.toContain(id);
    });

    it('names the work that is left and waits for its hand-over, unless it must end all the same', async () => {
      const goods = new Scenario(office, { clock });
      await goods.toDecided();
      await goods.offer();
      const { id } = (await office.as('mr.custodian')).person;
      const left = [{ kind: 'transfer', subject: goods.transfer, reference: goods.transfer.slice(0, 8) }];
      expect((await admin.get(`/api/v1/people/${id}/open-work`)).body).toEqual({ items: left, next: null });
      const path = `/api/v1/people/${id}/deactivation`;
      const key = { 'idempotency-key': newId<string>() };
      const refused = await admin.post(path, { reason: '调离' }, key);
      expect([refused.status, refused.body.type]).toEqual([409, 'urn:problem:open-work']);
      expect(refused.body.detail).toContain('1');
      const despite = { reason: '账号被盗用', despiteOpenWork: true };
      const done = await admin.post(path, despite, { 'idempotency-key': newId<string>() });
      expect([done.status, done.body.openWork]).toEqual([201, left]);
    });

    it('shows the open work of the own people only', async () => {
      const { id } = (await office.as('ps.witness')).person;
      const other = await office.as('tb.admin');
      expect((await other.get(`/api/v1/people/${id}/open-work`)).status).toBe(404);
      const officer = await office.as('mr.officer1');
      expect((await officer.get(`/api/v1/people/${officer.person.id}/open-work`)).status).toBe(403);
    });
  });

  describe('a change of an agency', () => {
    it('is recorded with its reason and shown from then on; only the installation’s administrator makes it', async () => {
      const installation = admin;
      const other = await office.as('tb.admin');
      const listed = async () =>
        (await installation.get('/api/v1/agencies')).body.items as {
          id: string;
          code: string;
          names: { zh: string };
          functions: string[];
        }[];
      const eco = (await listed()).find(({ code }) => code === 'eco')!;
      const change = {
        names: { zh: '示范县生态环境分局', en: 'Ecology office' },
        functions: eco.functions,
        reason: '更名',
      };
      expect((await other.post(`/api/v1/agencies/${eco.id}/changes`, change)).status).toBe(403);
      const made = await installation.post(`/api/v1/agencies/${eco.id}/changes`, change);
      expect([made.status, typeof made.body.entry.seq]).toEqual([201, 'number']);
      expect((await listed()).find(({ code }) => code === 'eco')!.names.zh).toBe('示范县生态环境分局');
      expect((await installation.post(`/api/v1/agencies/${eco.id}/changes`, change)).status).toBe(409);
      expect((await installation.post(`/api/v1/agencies/${newId<string>()}/changes`, change)).status).toBe(
        404,
      );
    });
  });

  describe('agencies', () => {
    const police = {
      code: 'ps2',
      names: { zh: '第二公安局', en: 'Second police' },
      functions: ['public-security'],
    };

    it('are added by the administrator of the installation, once per code', async () => {
      const { status, body } = await admin.post('/api/v1/agencies', police);
      expect(status).toBe(201);
      const listed = (await admin.get('/api/v1/agencies')).body.items;
      expect(listed).toContainEqual({ id: body.id, ...police });
      const again = await admin.post('/api/v1/agencies', police);
      expect([again.status, again.body.type]).toEqual([409, 'urn:problem:code-taken']);
    });

    it('are not added by other administrators', async () => {
      const { status, body } = await (await office.as('tb.admin')).post('/api/v1/agencies', police);
      expect([status, body.type]).toEqual([403, 'urn:problem:installation-only']);
    });

    it('do not include the system itself', async () => {
      const codes = (await admin.get('/api/v1/agencies')).body.items.map((one: { code: string }) => one.code);
      expect(codes).toEqual(expect.arrayContaining(['mr', 'tb', 'ps', 'fin', 'eco', 'aud']));
      expect(codes).not.toContain('sys');
    });
  });

  describe('engagements', () => {
    it('let an auditor read until they end', async () => {
      const id = await add('new.auditor');
      await admin.post(`/api/v1/people/${id}/roles`, { role: 'auditor' });
      const auditor = async () => office.signIn('new.auditor', password);
      const read = async () => (await auditor()).get('/api/v1/ledger/entries');
      const engage = (given: object) =>
        admin.post(`/api/v1/people/${id}/engagements`, {
          ...given,
          until: formatInstant(clock.now() + 3_600_000),
        });
      expect((await read()).body.type).toBe('urn:problem:no-whole-engagement');
      const verification = async () => (await auditor()).post('/api/v1/ledger/verification');
      expect((await verification()).body.type).toBe('urn:problem:no-engagement');
      const [{ id: agency }] = (await admin.get('/api/v1/agencies')).body.items;
      expect((await engage({ agencies: [agency] })).status).toBe(201);
      expect((await verification()).status).toBe(200);
      expect((await read()).body.type).toBe('urn:problem:no-whole-engagement');
      expect((await engage({ agencies: [], installation: true })).status).toBe(201);
      expect((await read()).status).toBe(200);
      clock.forward(3_600_000);
      expect((await verification()).body.type).toBe('urn:problem:no-engagement');
    });
  });
});
