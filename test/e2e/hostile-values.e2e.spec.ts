import type { Role } from '#entries';
import { accessMatrix } from '#identity';
import { formatInstant, newId } from '#kernel';
import { handlersOf, type Handler } from '../support/handlers.js';
import { hostileSegments, hostileValues, sampleOf, spoilt } from '../support/hostile.js';
import type { Description, Known } from '../support/hostile.js';
import { startOffice, type Answer, type AnswerBody, type TestOffice } from '../support/office.js';
import { ok, Scenario } from '../support/scenario.js';

const accounts: Record<Role, string> = {
  officer: 'mr.officer1',
  custodian: 'mr.custodian',
  coordinator: 'mr.coordinator',
  approver: 'mr.approver',
  witness: 'mr.witness',
  issuer: 'mr.issuer',
  auditor: 'aud.auditor',
  admin: 'mr.admin',
};
const languages = ['zh-CN', 'en'] as const;
type Language = (typeof languages)[number];
interface Planned {
  readonly handler: Handler;
  readonly address: string;
  readonly body: unknown;
}
interface Spoken {
  readonly language: Language;
}
/** All combinations take minutes: EXHAUSTIVE=1 sends them, otherwise every ninth. */
const stride = process.env['EXHAUSTIVE'] === '1' ? 1 : 9;

/** What is wrong with an answer as an answer, whatever was asked; undefined where nothing is. */
function flawOf({ status, body }: Answer<AnswerBody>, language: Language): string | undefined {
  if (status >= 500) return `${status} ${JSON.stringify(body)}`;
  if (status < 400) return undefined;
  const said = [body?.title, body?.detail, ...(body?.errors ?? []).map((one: AnswerBody) => one.detail)];
  const spoken = language === 'en' ? /[A-Za-z]{2} [a-z]|^[A-Z][a-z ]+$/ : /[一-龥]/;
  const wrong = said.find(
    (one) => typeof one !== 'string' || !spoken.test(one) || /\{\{\w+\}\}|undefined/.test(one),
  );
  const named = /^urn:problem:[a-z][a-z0-9-]+$/.test(body?.type ?? '') && body?.status === status;
  return named && wrong === undefined ? undefined : `${status} ${JSON.stringify(body)}`;
}

describe('whatever a client sends', () => {
  let office: TestOffice;
  let description: Description;
  let writes: Handler[];
  let reads: Handler[];
  let known: Known;
  let places: Record<string, string>;

  beforeAll(async () => {
    office = await startOffice();
    description = ok(await office.nobody.get('/api/openapi.json'));
    const handlers = handlersOf(office.app).filter(({ path }) => path.startsWith('api/'));
    writes = handlers.filter(({ method }) => method === 'POST' || method === 'PUT');
    reads = handlers.filter(({ method }) => method === 'GET');
    const staged = new Scenario(office);
    const list = await staged.toApproved();
    const event = await staged.plan();
    await staged.stage(event);
    const open = new Scenario(office);
    await open.toStored();
    const people = await (
      await office.as('mr.admin')
    ).post('/api/v1/people', {
      ...{ username: 'mr.newcomer', name: '新同事', password: 'a password of some length' },
    });
    const spare = ok<{ id: string }>(people).id;
    known = {
      ...{
        id: undefined,
        uuid: newId<string>(),
        time: formatInstant(Date.now()),
        happened: formatInstant(Date.now()),
      },
      ...{ lot: open.lots[0]!.id, document: undefined, replaces: undefined, except: [], unit: 'piece' },
      ...{ agency: 'mr', snapshot: list.snapshot, to: await staged.person('custodian'), site: 'yard' },
      ...{ category: 'clothing', method: 'mixed', amount: '1', lead: await staged.person('coordinator') },
      ...{ username: 'mr.nobody', password: 'not the password' },
    };
    places = {
      ...{ people: spare, seizures: staged.seizure, batches: staged.batch, events: event.id },
      ...{ 'custody-transfers': staged.transfer, lots: staged.lots[0]!.id, lines: staged.lots[0]!.id },
    };
  }, 120_000);
  afterAll(() => office.close());

  const clientOf = async ({ permit }: Handler) => {
    if (!permit) return office.nobody;
    const role = (Object.keys(accounts) as Role[]).find((one) => accessMatrix[permit.action][one]);
    return office.as(accounts[role ?? 'admin']);
  };
  /** The address of a handler with the ids of things that are there. */
  const addressOf = ({ path }: Handler, fill?: string) =>
    `/${path}`.replace(
      /([\w-]+)\/:(\w+)/g,
      (_, noun: string) => `${noun}/${fill ?? places[noun] ?? newId<string>()}`,
    );
  const schemaOf = ({ path, method }: Handler) => {
    const template = `/${path.replace(/:(\w+)/g, '{$1}')}`;
    const operation = description.paths[template]?.[method.toLowerCase()];
    if (!operation) throw new Error(`${method} ${template} is not described`);
    return operation.requestBody?.content?.['application/json']?.schema;
  };
  const send = async (handler: Handler, { address, body, language }: Omit<Planned, 'handler'> & Spoken) => {
    const client = await clientOf(handler);
    const headers = { 'accept-language': language };
    if (handler.method === 'GET') return client.get(address, headers);
    return handler.method === 'PUT'
      ? client.put(address, body, headers)
      : client.post(address, body, headers);
  };

  /** Sends what is planned, a few at a time, every second one in the other language; gives what is wrong with the answers. */
  const flawsOf = async (planned: readonly Planned[]): Promise<string[]> => {
    const flaws = new Map<string, string>();
    const waiting = planned.map((one, i) => ({ ...one, language: languages[i % 2]! })).reverse();
    const sendNext = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const { handler, address, body, language } = next;
        const flaw = flawOf(await send(handler, { address, body, language }), language);
        // One example of each flaw tells enough.
        if (flaw)
          flaws.set(
            `${handler.name} ${flaw.slice(0, 60)}`,
            `${address} ${JSON.stringify(body)}: ${flaw}`.slice(0, 4000),
          );
      }
    };
    await Promise.all(Array.from({ length: 6 }, sendNext));
    return [...flaws].map(([where, what]) => `${where} … ${what}`);
  };

  it('in a body, every write answers in order, in the language asked for', async () => {
    const planned: Planned[] = [];
    let turn = 0;
    for (const handler of writes) {
      const schema = schemaOf(handler);
      const sample = schema ? sampleOf(schema, description, known) : {};
      const address = addressOf(handler);
      // Every place of a body meets some values, and every value comes to some places of every body.
      for (const value of hostileValues) {
        for (const body of spoilt(sample, value)) {
          if (turn++ % stride === 0) planned.push({ handler, address, body });
        }
      }
    }
    expect(planned.length * stride).toBeGreaterThan(5_000);
    expect(await flawsOf(planned)).toEqual([]);
  }, 600_000);

  it('in an address, every read and write answers in order', async () => {
    const planned = [...writes, ...reads]
      .filter(({ path }) => path.includes(':'))
      .flatMap((handler) =>
        hostileSegments.map((one) => ({ handler, address: addressOf(handler, one), body: {} })),
      );
    expect(await flawsOf(planned)).toEqual([]);
  }, 300_000);

  it('in a query, every read answers in order, also where a name stands twice', async () => {
    const names = [
      'limit',
      'cursor',
      'after',
      'q',
      'from',
      'to',
      'seq',
      'size',
      'agency',
      'role',
      'category',
    ];
    const more = ['state', 'stage', 'reason', 'revision', 'unheardOf', '__proto__'];
    const texts = hostileValues.filter((one): one is string => typeof one === 'string');
    const values = texts.filter((one) => !/\p{Cs}/u.test(one) && one.length < 3_000).map(encodeURIComponent);
    const queries = [...names, ...more].flatMap((name) => [
      ...values.map((value) => `${name}=${value}`),
      `${name}=1&${name}=2`,
    ]);
    const planned = reads.flatMap((handler, turn) =>
      queries
        .filter((_, i) => (i + turn) % stride === 0)
        .map((one) => ({ handler, address: `${addressOf(handler)}?${one}`, body: undefined })),
    );
    expect(await flawsOf(planned)).toEqual([]);
  }, 600_000);
});
