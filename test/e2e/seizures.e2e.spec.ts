import { newId } from '#kernel';
import { cigarettes, confirmedSeizure, seizureBody } from '../support/case-samples.js';
import { startOffice, type SignedClient, type TestOffice } from '../support/office.js';

const seizures = '/api/v1/seizures';

describe('a seizure', () => {
  let office: TestOffice;
  let first: SignedClient;
  let second: SignedClient;
  beforeAll(async () => {
    office = await startOffice();
    first = await office.as('tb.officer1');
    second = await office.as('tb.officer2');
  });
  afterAll(() => office.close());

  it('is registered with its exact base quantity, numbers and a receipt', async () => {
    const body = seizureBody([first, second]);
    const { status, body: answer } = await first.post(seizures, body);
    expect(status).toBe(201);
    expect(answer).toMatchObject({
      id: body.id,
      reference: expect.stringMatching(/^CK-\d{4}-\d{4}$/),
      lots: [
        {
          code: expect.stringMatching(/^LOT-\d{4}-\d{5}$/),
          declared: { amount: '2356.3', unit: 'cig-carton' },
          base: { amount: '471260', unit: 'cig-stick' },
        },
      ],
      entry: { id: body.id, leafHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  it('puts its goods into the hands of the officers', async () => {
    const { body } = await first.post(seizures, seizureBody([first, second]));
    const lot = await first.get(`/api/v1/lots/${body.lots[0].id}`);
    expect(lot.status).toBe(200);
    expect(lot.body.balances).toEqual([
      { account: 'seized', amount: '-471260', unit: 'cig-stick' },
      { account: 'with-officers', amount: '471260', unit: 'cig-stick' },
    ]);
    expect(lot.body.history.map(({ type }: { type: string }) => type)).toEqual(['seizure.registered']);
  });

  it('answers the same id with the same content by the first receipt, and other content by a conflict', async () => {
    const body = seizureBody([first, second]);
    const once = await first.post(seizures, body);
    const again = await first.post(seizures, body);
    expect([once.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(once.body);
    const other = await first.post(seizures, { ...body, place: '别处' });
    expect([other.status, other.body.type]).toEqual([409, 'urn:problem:key-reused']);
    const foreign = await second.post(seizures, body);
    expect(foreign.status).toBe(409);
    const otherKey = await first.post(seizures, body, { 'idempotency-key': newId<string>() });
    expect([otherKey.status, otherKey.body.type]).toEqual([409, 'urn:problem:already-registered']);
  });

  it('is registered once by 30 requests at once with the same id', async () => {
    const body = seizureBody([first, second]);
    const answers = await Promise.all(Array.from({ length: 30 }, () => first.post(seizures, body)));
    expect(answers.filter(({ status }) => status === 201).length).toBe(1);
    expect(answers.filter(({ status }) => status === 200).length).toBe(29);
    expect(new Set(answers.map((one) => one.body.reference)).size).toBe(1);
  });

  it('refuses a lot id that is used already', async () => {
    const lots = [cigarettes({ id: newId<string>() })];
    await first.post(seizures, seizureBody([first, second], { lots }));
    const again = await first.post(seizures, seizureBody([first, second], { lots }));
    expect([again.status, again.body.errors[0].pointer]).toEqual([409, '/lots/0/id']);
    const id = newId<string>();
    const twice = seizureBody([first, second], { lots: [cigarettes({ id }), cigarettes({ id })] });
    expect((await first.post(seizures, twice)).body.errors[0].pointer).toBe('/lots/1/id');
  });

  it('takes 1,000 lots at once and no more', async () => {
    const lots = Array.from({ length: 1000 }, (_, i) =>
      cigarettes({ description: `第 ${i} 项`, quantity: { amount: String(i + 1), unit: 'cig-pack' } }),
    );
    const { status, body } = await first.post(seizures, seizureBody([first, second], { lots }));
    expect([status, body.lots.length]).toEqual([201, 1000]);
    expect(body.lots[999].base).toEqual({ amount: '20000', unit: 'cig-stick' });
    const more = await first.post(seizures, seizureBody([first, second], { lots: [...lots, cigarettes()] }));
    expect([more.status, more.body.errors[0].pointer]).toEqual([422, '/lots']);
  });

  describe('and its officers', () => {
    const refusal = async (own: object, by = first) => {
      const { status, body } = await by.post(seizures, seizureBody([first, second], { ...own }));
      return [status, body.type];
    };
    it('are two different people', async () => {
      const me = first.person.id;
      expect(await refusal({ officers: [me] })).toEqual([422, 'urn:problem:two-officers']);
      expect(await refusal({ officers: [me, me] })).toEqual([422, 'urn:problem:two-officers']);
    });
    it('include the one who registers', async () => {
      const other = await office.as('tb.custodian');
      const officers = [second.person.id, other.person.id];
      expect(await refusal({ officers })).toEqual([422, 'urn:problem:registrar-not-named']);
    });
    it('are officers of the own agency', async () => {
      for (const username of ['mr.officer1', 'tb.custodian', 'tb.approver']) {
        const officers = [first.person.id, (await office.as(username)).person.id];
        expect(await refusal({ officers })).toEqual([422, 'urn:problem:not-an-officer']);
      }
      const officers = [first.person.id, newId<string>()];
      expect(await refusal({ officers })).toEqual([422, 'urn:problem:not-an-officer']);
    });
    it.each([
      'tb.custodian',
      'tb.coordinator',
      'tb.approver',
      'tb.issuer',
      'tb.witness',
      'tb.admin',
      'aud.auditor',
    ])('are not %s, whose role may not register', async (username) => {
      expect(await refusal({}, await office.as(username))).toEqual([403, 'urn:problem:role-missing']);
    });
    it('have signed in', async () => {
      const { status } = await office.nobody.post(seizures, seizureBody([first, second]));
      expect(status).toBe(401);
    });
  });

  describe('and its confirmation', () => {
    it('is given once, by the second officer in person', async () => {
      const { body } = await first.post(seizures, seizureBody([first, second]));
      const address = `${seizures}/${body.id}/confirmation`;
      const own = await first.post(address, {});
      expect([own.status, own.body.type]).toEqual([403, 'urn:problem:registrar-cannot-confirm']);
      expect(own.body.facts.entry).toBe(body.entry.id);
      const foreign = await (await office.as('mr.officer1')).post(address, {});
      expect([foreign.status, foreign.body.type]).toEqual([404, 'urn:problem:unknown']);
      const key = { 'idempotency-key': newId<string>() };
      const confirmed = await second.post(address, {}, key);
      expect([confirmed.status, confirmed.body.confirmed]).toEqual([201, true]);
      expect((await second.post(address, {}, key)).body).toEqual(confirmed.body);
      const again = await second.post(address, {});
      expect([again.status, again.body.type]).toEqual([409, 'urn:problem:already-confirmed']);
    });
    it('is not given to a seizure that does not exist', async () => {
      const { status } = await second.post(`${seizures}/${newId<string>()}/confirmation`, {});
      expect(status).toBe(404);
    });
  });

  describe('and its party', () => {
    it('is shown to the agency of the case and stands in no entry', async () => {
      const party = { kind: 'person', name: '某甲', idNumber: '110101190001011234' };
      const body = seizureBody([first, second], { party, onSiteWitness: { name: '某乙' } });
      const { body: made } = await first.post(seizures, body);
      const shown = await second.get(`${seizures}/${made.id}`);
      expect(shown.body.party).toEqual(party);
      expect(shown.body.onSiteWitness).toEqual({ name: '某乙' });
      const entries = await (
        await office.as('aud.auditor')
      ).get(`/api/v1/ledger/entries?after=-1&limit=1000`);
      expect(JSON.stringify(entries.body)).not.toMatch(/某甲|110101190001011234|某乙/);
    });
    it('who refuses to sign needs a reason', async () => {
      const body = seizureBody([first, second], { partyPresence: 'refused' });
      const { status, body: problem } = await first.post(seizures, body);
      expect([status, problem.errors[0].pointer]).toEqual([422, '/refusalReason']);
    });
  });

  describe('in lists', () => {
    it('is found by words, case number, category and time, page by page', async () => {
      const caseNumber = '示烟案〔2026〕列表号';
      const made: string[] = [];
      for (const description of ['红色烟盒', '蓝色烟盒', '绿色烟盒']) {
        const lots = [cigarettes({ description })];
        const { body } = await first.post(seizures, seizureBody([first, second], { caseNumber, lots }));
        made.unshift(body.id);
      }
      const ids = async (query: string, by = first) =>
        (await by.get(`${seizures}?${query}`)).body.items.map(({ id }: { id: string }) => id);
      const ofCase = `case=${encodeURIComponent(caseNumber)}`;
      expect(await ids(ofCase)).toEqual(made);
      expect(await ids(`q=${encodeURIComponent('蓝色')}`)).toEqual([made[1]]);
      expect(await ids(`${ofCase}&category=liquor`)).toEqual([]);
      expect(await ids(`${ofCase}&to=2001-01-01T00:00:00Z`)).toEqual([]);
      expect(await ids(`q=${encodeURIComponent('%')}`)).toEqual([]);
      const page = await first.get(`${seizures}?${ofCase}&limit=2`);
      expect(page.body.items.length).toBe(2);
      expect(page.headers.get('link')).toContain('rel="next"');
      expect(await ids(`${ofCase}&limit=2&cursor=${page.body.next}`)).toEqual([made[2]]);
      expect(await ids(ofCase, await office.as('mr.officer1'))).toEqual([]);
    });
    it.each(['limit=0', 'limit=x', 'cursor=zzz', 'from=yesterday', 'what=ever', 'q=a&q=b'])(
      'refuses ?%s',
      async (query) => {
        expect((await first.get(`${seizures}?${query}`)).status).toBe(422);
      },
    );
  });

  it('of another agency is not there, by whichever address', async () => {
    const made = await confirmedSeizure(office);
    for (const username of ['mr.officer1', 'mr.custodian', 'eco.approver']) {
      const other = await office.as(username);
      expect((await other.get(`${seizures}/${made.id}`)).status).toBe(404);
      expect((await other.get(`/api/v1/lots/${made.lots[0]!.id}`)).status).toBe(404);
    }
    expect((await first.get('/api/v1/lots/not-a-uuid')).status).toBe(404);
  });
});
