import { FakeClock, demoPassword, startOffice, type TestOffice } from '../support/office.js';

const minute = 60_000;
const hash = 'ab'.repeat(32);

describe('sessions', () => {
  const clock = new FakeClock();
  let office: TestOffice;
  beforeAll(async () => {
    office = await startOffice({ clock });
  });
  afterAll(() => office.close());

  it('opens a session and says who is signed in, with agency and roles', async () => {
    const { status, body } = await office.nobody.post('/api/v1/sessions', {
      username: 'MR.Officer1',
      password: demoPassword,
    });
    expect(status).toBe(201);
    expect(body.token).toMatch(/^[\w-]{43}$/);
    expect(body.person).toMatchObject({ username: 'mr.officer1', agency: 'mr', roles: ['officer'] });
    expect(Date.parse(body.expiresAt)).toBe(clock.now() + 12 * 60 * minute);
    const officer = await office.as('mr.officer1');
    expect((await officer.get('/api/v1/me')).body).toMatchObject({ id: body.person.id });
  });
});
