import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { roles, type Role } from '#entries';
import { Access, AccessGuard, accessMatrix, actions, type Action, type SubjectOfAccess } from '#identity';
import { newId } from '#kernel';
import { handlersOf, type Handler } from '../support/handlers.js';
import { startOffice, type Answer, type Client, type TestOffice } from '../support/office.js';
import { query } from '../support/query.js';

const accountOf: Record<Role, string> = {
  officer: 'mr.officer1',
  custodian: 'mr.custodian',
  coordinator: 'mr.coordinator',
  approver: 'mr.approver',
  witness: 'mr.witness',
  issuer: 'mr.issuer',
  auditor: 'aud.auditor',
  admin: 'mr.admin',
};

describe('access to every address of the staff application', () => {
  let office: TestOffice;
  let handlers: Handler[];
  let guarded: (Handler & { permit: NonNullable<Handler['permit']> })[];
  beforeAll(async () => {
    office = await startOffice();
    handlers = handlersOf(office.app);
    guarded = handlers.filter((one): one is (typeof guarded)[number] => one.permit !== undefined);
  });
  afterAll(() => office.close());

  /** Answers to HEAD have no body: only their status tells how they are meant. */
  const head = async (client: Client & { token?: string }, path: string): Promise<Answer> => {
    const headers: Record<string, string> =
      client.token === undefined ? {} : { authorization: `Bearer ${client.token}` };
    const { status, headers: answered } = await fetch(office.url + path, { method: 'HEAD', headers });
    return { status, headers: answered, body: {}, bytes: Buffer.alloc(0) };
  };
  const send = (client: Client, { method, path }: Handler, subject: string): Promise<Answer> => {
    const filled = `/${path.replace(/:\w+/g, subject)}`;
    if (method === 'GET') return client.get(filled);
    if (method === 'DELETE') return client.delete(filled);
    if (method === 'HEAD') return head(client, filled);
    return method === 'PUT' ? client.put(filled, {}) : client.post(filled, {});
  };
  const typeOf = ({ body }: Answer) => String((body as { type?: string } | undefined)?.type ?? 'none');
  const label = ({ method, path }: Handler) => `${method} ${path}`;

  it('is declared by every handler, and only log-in and operations are open', () => {
    expect(handlers.length).toBeGreaterThan(15);
    expect(handlers.filter(({ permit, isPublic }) => !permit && !isPublic).map(label)).toEqual([]);
    expect(
      handlers
        .filter(({ isPublic }) => isPublic)
        .map(label)
        .sort(),
    ).toEqual([
      'GET health/live',
      'GET health/ready',
      'GET metrics',
      'GET sign-in',
      'POST api/v1/sessions',
      'POST sign-in',
    ]);
  });

  it('names only actions of the matrix, and route parameters that exist', () => {
    for (const { permit, path } of guarded) {
      expect(actions).toContain(permit.action);
      if (permit.subject) expect(path).toContain(`:${permit.subject.param}`);
    }
  });

  it('asks for a session everywhere', async () => {
    const open: string[] = [];
    for (const handler of guarded) {
      const answer = await send(office.nobody, handler, newId<string>());
      if (answer.status !== 401) open.push(`${label(handler)}: ${answer.status}`);
    }
    expect(open).toEqual([]);
  });

  for (const role of roles) {
    it(`is granted and refused to ${role} as the matrix says`, async () => {
      const wrong: string[] = [];
      for (const handler of guarded) {
        const { action, subject } = handler.permit;
        const id = newId<string>();
        if (subject) await show(office, subject.kind, id);
        const client = await office.as(accountOf[role]);
        const answer = await send(client, handler, id);
        const expected = expectedOf(role, action, subject?.kind);
        const refused =
          ['role-missing', 'no-engagement', 'other-agency', 'not-declared']
            .map((type) => `urn:problem:${type}`)
            .includes(typeOf(answer)) ||
          (handler.method === 'HEAD' && answer.status === 403);
        const got = answer.status === 401 ? 'signed out' : refused ? 'refused' : 'passed';
        // Behind the guard nothing of this id exists, so 404 is also how a passed request may end.
        const fits =
          (expected === 'unseen' ? answer.status === 404 : got === expected) && answer.status < 500;
        if (!fits)
          wrong.push(`${label(handler)} (${action}): ${answer.status} ${typeOf(answer)}, not ${expected}`);
      }
      expect(wrong).toEqual([]);
    }, 120_000);
  }

  it('answers 404 to every role for what its agency may not see', async () => {
    const wrong: string[] = [];
    for (const handler of guarded) {
      const subject = handler.permit.subject;
      if (!subject) continue;
      for (const username of ['tb.officer1', 'tb.custodian', 'tb.coordinator', 'tb.approver', 'tb.admin']) {
        const id = newId<string>();
        await show(office, subject.kind, id);
        const seen = await send(await office.as(username), handler, id);
        const absent = await send(await office.as(username), handler, newId<string>());
        if (seen.status !== 404 || JSON.stringify(seen.body) !== JSON.stringify(absent.body)) {
          wrong.push(`${username} ${label(handler)}: ${seen.status}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('is refused where a handler declares nothing', async () => {
    const officer = await office.as('mr.officer1');
    const guard = office.app.get(AccessGuard, { strict: false });
    const handler = () => 'forgotten';
    const request = { headers: { authorization: `Bearer ${officer.token}` }, params: {} };
    const context = new ExecutionContextHost([request], undefined, handler);
    await expect(guard.canActivate(context)).rejects.toMatchObject({ code: 'access.not-declared' });
  });

  describe('to ids in bodies', () => {
    it('is refused as unknown for what another agency has, and names the id', async () => {
      const [mine, other] = [newId<string>(), newId<string>()];
      await show(office, 'lot', mine);
      await show(office, 'lot', other, 'tb');
      const access = office.app.get(Access, { strict: false });
      const { body } = await (await office.as('mr.officer1')).get('/api/v1/me');
      const actor = { ...body, agency: body.agencyId, person: body.id, engagements: [] };
      await expect(access.require(actor, 'appraisal.record', 'lot', [mine])).resolves.toBeUndefined();
      await expect(
        access.require(actor, 'appraisal.record', 'lot', [mine.toUpperCase()]),
      ).resolves.toBeUndefined();
      for (const hidden of [other, newId<string>(), '\0', "' OR 1=1 --"]) {
        await expect(access.require(actor, 'appraisal.record', 'lot', [mine, hidden])).rejects.toMatchObject({
          kind: 'missing',
          code: 'lot.unknown',
          facts: { id: hidden },
        });
      }
    });
  });
});

/** Lets an agency see an id behind which nothing stands: the guard passes it, the handler finds nothing. */
async function show(office: TestOffice, kind: SubjectOfAccess, id: string, agency = 'mr'): Promise<void> {
  await query(
    office,
    `INSERT INTO state.visibility (kind, subject, agency, relation)
     SELECT $1, $2, a.id, 'own' FROM state.agencies a WHERE a.code = $3`,
    [kind, id, agency],
  );
}

function expectedOf(role: Role, action: Action, kind?: SubjectOfAccess): 'passed' | 'refused' | 'unseen' {
  const reading = kind && accessMatrix[`${kind}.read`][role];
  if (kind && !reading) return 'unseen';
  return accessMatrix[action][role] ? 'passed' : 'refused';
}
