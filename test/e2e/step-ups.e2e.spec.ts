import { StepUps, type StepUpPurpose } from '#identity';
import { sha256Hex, type PersonId } from '#kernel';
import { UnitOfWork } from '#platform';
import {
  demoPassword,
  FakeClock,
  startOffice,
  type SignedClient,
  type TestOffice,
} from '../support/office.js';

const shown = sha256Hex('the frozen list');

describe('a step-up', () => {
  const clock = new FakeClock();
  let office: TestOffice;
  let approver: SignedClient;
  beforeAll(async () => {
    office = await startOffice({ clock });
    approver = await office.signIn('mr.approver');
  });
  afterAll(() => office.close());

  const use = (
    token: string | undefined,
    changes: { person?: PersonId; purpose?: StepUpPurpose; sha256?: typeof shown } = {},
  ) => {
    const person = approver.person.id as PersonId;
    const asked = { token, person, purpose: 'approve' as const, sha256: shown, ...changes };
    const stepUps = office.app.get(StepUps, { strict: false });
    return office.app.get(UnitOfWork, { strict: false }).run((tx) => stepUps.use(tx, asked));
  };
  const refused = expect.objectContaining({ kind: 'refused', code: 'access.step-up-required' });

  it('made by the password signs what was shown, and says by which factor', async () => {
    const { status, body } = await approver.post('/api/v1/step-ups', {
      purpose: 'approve',
      sha256: shown,
      password: demoPassword,
    });
    expect(status).toBe(201);
    expect(Date.parse(body.expiresAt)).toBe(clock.now() + 5 * 60_000);
    await expect(use(body.stepUp)).resolves.toEqual({ factor: 'password' });
  });

  it('is good for one signature', async () => {
    const token = await approver.stepUp('approve', shown);
    await use(token);
    await expect(use(token)).rejects.toEqual(refused);
  });

  it('used twice at once signs once', async () => {
    const token = await approver.stepUp('approve', shown);
    const uses = await Promise.allSettled([use(token), use(token), use(token)]);
    expect(uses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is not used up by a signature that fails afterwards', async () => {
    const token = await approver.stepUp('approve', shown);
    const stepUps = office.app.get(StepUps, { strict: false });
    const person = approver.person.id as PersonId;
    const failing = office.app.get(UnitOfWork, { strict: false }).run(async (tx) => {
      await stepUps.use(tx, { token, person, purpose: 'approve', sha256: shown });
      throw new Error('the goods are gone');
    });
    await expect(failing).rejects.toThrow('the goods are gone');
    await expect(use(token)).resolves.toEqual({ factor: 'password' });
  });

  it('signs no other purpose', async () => {
    await expect(use(await approver.stepUp('approve', shown), { purpose: 'issue' })).rejects.toEqual(refused);
  });

  it('signs nothing but what was shown', async () => {
    const other = sha256Hex('another list');
    await expect(use(await approver.stepUp('approve', shown), { sha256: other })).rejects.toEqual(refused);
  });

  it('signs for nobody else', async () => {
    const other = (await office.as('tb.approver')).person.id as PersonId;
    await expect(use(await approver.stepUp('approve', shown), { person: other })).rejects.toEqual(refused);
  });

  it('is void after five minutes', async () => {
    const [late, inTime] = [await approver.stepUp('approve', shown), await approver.stepUp('approve', shown)];
    clock.forward(5 * 60_000 - 1);
    await expect(use(inTime)).resolves.toEqual({ factor: 'password' });
    clock.forward(60_000);
    await expect(use(late)).rejects.toEqual(refused);
  });

  it('is void once the password changes', async () => {
    const person = await office.signIn('tb.approver');
    const token = await person.stepUp('approve', shown);
    await person.post('/api/v1/password', {
      currentPassword: demoPassword,
      newPassword: 'another long password',
    });
    await expect(use(token, { person: person.person.id as PersonId })).rejects.toEqual(refused);
  });

  for (const token of [undefined, '', 'guess', '\0', 'A'.repeat(43)]) {
    it(`that is ${JSON.stringify(token)} is refused`, async () => {
      await expect(use(token)).rejects.toEqual(refused);
    });
  }

  it('needs the right password, and guessing is slowed down', async () => {
    const guess = async () => {
      const person = await office.as('eco.approver');
      return person.post('/api/v1/step-ups', {
        purpose: 'approve',
        sha256: shown,
        password: 'wrong password',
      });
    };
    for (let i = 0; i < 10; i += 1) expect((await guess()).status).toBe(403);
    expect((await guess()).status).toBe(429);
  });

  const malformed: Record<string, object> = {
    'another purpose': { purpose: 'anything', sha256: shown },
    'a hash in upper case': { purpose: 'approve', sha256: shown.toUpperCase() },
    'no hash': { purpose: 'approve' },
  };
  for (const [what, body] of Object.entries(malformed)) {
    it(`for ${what} is refused by naming the field`, async () => {
      const answer = await approver.post('/api/v1/step-ups', { ...body, password: demoPassword });
      expect([answer.status, answer.body.errors.length]).toEqual([422, 1]);
    });
  }
});
