import { newId } from '#kernel';
import pg from 'pg';
import sharp from 'sharp';
import { createHash } from 'node:crypto';
import { cigarettes, confirmedSeizure, seizureBody } from '../support/case-samples.js';
import { startOffice, type SignedClient, type TestOffice } from '../support/office.js';

const past = '2026-01-15T00:00:00Z';
const future = '2099-01-01T00:00:00Z';

describe('a case from the seizure to the final decision', () => {
  let office: TestOffice;
  let officer: SignedClient;
  let foreign: SignedClient;
  beforeAll(async () => {
    office = await startOffice();
    officer = await office.as('tb.officer1');
    foreign = await office.as('mr.officer1');
  });
  afterAll(() => office.close());

  const lotsOf = async (count = 1) => {
    const lots = Array.from({ length: count }, (_, i) => cigarettes({ description: `第 ${i} 项` }));
    return (await confirmedSeizure(office, { lots })).lots.map(({ id }) => id);
  };
  const lotOf = async () => (await lotsOf())[0]!;
  const blockers = async (lot: string): Promise<string[]> => {
    const { body } = await officer.get(`/api/v1/lots/${lot}`);
    return body.blockers.map(({ code }: { code: string }) => code);
  };
  const appraise = (lots: string[], own: object = {}, by = officer) =>
    by.post('/api/v1/appraisals', {
      lots,
      result: 'counterfeit',
      body: '省烟草质检站',
      reportNumber: 'JD-1',
      ...own,
    });
  const decide = (lots: unknown[], own: object = {}, by = officer) =>
    by.post('/api/v1/decisions', {
      number: '示烟罚〔2026〕1号',
      kind: 'confiscation',
      finalAt: past,
      lots,
      ...own,
    });
  const photo = async (lot: string) => {
    const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#b33' } })
      .jpeg()
      .toBuffer();
    const sha = createHash('sha256').update(bytes).digest('hex');
    return officer.putBytes(`/api/v1/lots/${lot}/photos/${sha}?stage=seizure`, bytes, {
      'content-type': 'image/jpeg',
    });
  };

  it('names every gate with what opens it, in the language of the asker, and drops those that are open', async () => {
    const first = await office.as('tb.officer1');
    const second = await office.as('tb.officer2');
    const made = await first.post(
      '/api/v1/seizures',
      seizureBody([first, second], { lots: [cigarettes({ basis: 'label' })] }),
    );
    const lot = made.body.lots[0].id as string;
    expect(await blockers(lot)).toEqual([
      'seizure.not-confirmed',
      'lot.not-counted',
      'lot.no-photo',
      'lot.appraisal-missing',
      'lot.decision-missing',
      'lot.not-in-custody',
    ]);
    for (const [language, pattern] of [
      ['zh-CN', /[一-龥].*。$/],
      ['en', /^[A-Z].*\.$/],
    ] as const) {
      const { body } = await first.get(`/api/v1/lots/${lot}`, { 'accept-language': language });
      for (const { detail } of body.blockers) expect(detail).toMatch(pattern);
    }
    await second.post(`/api/v1/seizures/${made.body.id}/confirmation`, {});
    expect((await photo(lot)).status).toBe(201);
    expect((await appraise([lot])).status).toBe(201);
    expect((await decide([lot])).status).toBe(201);
    expect(await blockers(lot)).toEqual(['lot.not-counted', 'lot.not-in-custody']);
    const { body } = await first.get(`/api/v1/lots/${lot}`);
    expect(body.holding.agency.code).toBe('tb');
    expect(body.photos).toEqual([expect.objectContaining({ stage: 'seizure' })]);
    expect(body.history.map(({ type }: { type: string }) => type)).toEqual([
      'seizure.registered',
      'seizure.confirmed',
      'photo.added',
      'appraisal.recorded',
      'decision.recorded',
    ]);
    expect(body.history[1].actor).toMatchObject({ id: second.person.id, agency: 'tb' });
  });

  describe('an appraisal', () => {
    it('counts only where it is the latest', async () => {
      const lot = await lotOf();
      const reports: [string, string[]][] = [
        ['genuine', ['lot.appraisal-genuine']],
        ['inconclusive', ['lot.appraisal-missing']],
        ['substandard', []],
      ];
      for (const [result, expected] of reports) {
        expect((await appraise([lot], { result, reportNumber: result })).status).toBe(201);
        const found = (await blockers(lot)).filter((code) => code.includes('appraisal'));
        expect(found).toEqual(expected);
      }
    });
    it('is repeated by its id, and not recorded twice under it', async () => {
      const [lot, id] = [await lotOf(), newId<string>()];
      const once = await appraise([lot], { id });
      const again = await appraise([lot], { id });
      expect([once.status, again.status, again.body.entry]).toEqual([201, 200, once.body.entry]);
      const other = { 'idempotency-key': newId<string>() };
      const body = { id, lots: [lot], result: 'genuine', body: 'x', reportNumber: 'y' };
      const taken = await officer.post('/api/v1/appraisals', body, other);
      expect([taken.status, taken.body.type]).toEqual([409, 'urn:problem:already-recorded']);
    });
    it.each([
      ['no lots', { lots: [] }],
      ['a lot twice', { lots: 'twice' }],
      ['an unknown result', { result: 'fake' }],
      ['no report', { reportNumber: ' ' }],
      ['an unknown field', { more: 1 }],
    ])('with %s is refused', async (_, own) => {
      const lot = await lotOf();
      const asked = 'lots' in own && own.lots === 'twice' ? { lots: [lot, lot.toUpperCase()] } : own;
      expect((await appraise([lot], asked)).status).toBe(422);
    });
    it('of goods of another agency, or of none, is not there', async () => {
      const lot = await lotOf();
      expect((await appraise([lot], {}, foreign)).status).toBe(404);
      expect((await appraise([newId<string>()])).status).toBe(404);
      expect((await appraise([lot], {}, await office.as('tb.custodian'))).status).toBe(403);
    });
  });

  describe('a decision', () => {
    const gates = async (lot: string) => (await blockers(lot)).filter((code) => code.includes('decision'));

    it('opens its gate once it is final, or at once where a law allows direct destruction', async () => {
      const [one, two, three, four] = (await lotsOf(4)) as [string, string, string, string];
      await decide([one]);
      await decide([two], { finalAt: future });
      await decide([three], { kind: 'direct-destruction', finalAt: future });
      await decide([four], { kind: 'return' });
      expect(await gates(one)).toEqual([]);
      expect(await gates(two)).toEqual(['lot.decision-not-final']);
      expect(await gates(three)).toEqual([]);
      expect(await gates(four)).toEqual(['lot.decision-return']);
    });

    it('covers a quantity in any unit of the lot, and together with others no more than the lot', async () => {
      const lot = await lotOf();
      const quantity = (amount: string, unit: string) => ({ lot, quantity: { amount, unit } });
      const part = await decide([quantity('2000', 'cig-carton')]);
      expect(part.status).toBe(201);
      const rest = { kind: 'return' };
      const over = await decide([quantity('71261', 'cig-stick')], rest);
      expect([over.status, over.body.type]).toEqual([409, 'urn:problem:more-than-lot']);
      expect((await decide([quantity('71260', 'cig-stick')], rest)).status).toBe(201);
      const { body } = await officer.get(`/api/v1/lots/${lot}`);
      expect(body.decision).toMatchObject({ kind: 'confiscation', amount: '400000' });
      expect(body.decisions.length).toBe(2);
      const unlike = await decide([quantity('1', 'kg')], rest);
      expect(unlike.body.errors[0].pointer).toBe('/lots/0/quantity/unit');
      expect((await decide([quantity('0', 'cig-stick')], rest)).status).toBe(422);
    });

    it('stands alone: a second one must replace it, and the replaced one counts no more', async () => {
      const lot = await lotOf();
      const first = await decide([lot]);
      const second = await decide([lot], { number: '2号' });
      expect([second.status, second.body.type]).toEqual([409, 'urn:problem:already-decided']);
      const replaces = first.body.id as string;
      const changed = await decide([lot], { number: '3号', kind: 'return', replaces });
      expect(changed.status).toBe(201);
      expect(await gates(lot)).toEqual(['lot.decision-return']);
      const again = await decide([lot], { number: '4号', replaces });
      expect([again.status, again.body.type]).toEqual([409, 'urn:problem:already-replaced']);
    });

    it('leaves a lot undecided that its replacement does not name', async () => {
      const [one, two] = (await lotsOf(2)) as [string, string];
      const first = await decide([one, two]);
      const second = await decide([one], { number: '5号', replaces: first.body.id });
      expect(await gates(one)).toEqual([]);
      expect(await gates(two)).toEqual(['lot.decision-missing']);
      const { body } = await officer.get(`/api/v1/lots/${two}`);
      expect(body.history.at(-1)).toMatchObject({ id: second.body.entry.id });
    });

    it('replaces neither an unknown decision nor one of another agency', async () => {
      const [lot, other] = (await lotsOf(2)) as [string, string];
      expect((await decide([lot], { replaces: newId<string>() })).status).toBe(404);
      const [first, second] = [foreign, await office.as('mr.officer2')];
      const theirs = await first.post('/api/v1/seizures', seizureBody([first, second]));
      const decision = await decide([theirs.body.lots[0].id], {}, first);
      expect(decision.status).toBe(201);
      expect((await decide([other], { replaces: decision.body.id })).status).toBe(404);
    });

    it('of goods of another agency is not there, and no other role records one', async () => {
      const lot = await lotOf();
      expect((await decide([lot], {}, foreign)).status).toBe(404);
      expect((await decide([lot], {}, await office.as('tb.approver'))).status).toBe(403);
    });

    it.each([
      ['final before it was made', { happened: new Date().toISOString(), finalAt: past }],
      ['of an unknown kind', { kind: 'sale' }],
      ['without finality', { finalAt: undefined }],
      ['over nothing', { lots: [] }],
      ['over half a lot', { lots: [{ quantity: { amount: '1', unit: 'cig-stick' } }] }],
      ['over null', { lots: [null] }],
      ['over a number', { lots: 7 }],
    ])('%s is refused', async (_, own) => {
      expect((await decide([await lotOf()], own)).status).toBe(422);
    });

    it('names a lot once', async () => {
      const lot = await lotOf();
      expect((await decide([lot, { lot: lot.toUpperCase() }])).status).toBe(422);
    });
  });

  describe('a legal hold', () => {
    const place = (lots: string[], own: object = {}, by = officer) =>
      by.post('/api/v1/holds', { lots, reason: '行政诉讼期间', ...own });
    const holds = async (lot: string) => (await blockers(lot)).filter((code) => code === 'lot.on-hold');

    it('closes the gate of its lots until it is released; each hold for itself', async () => {
      const lot = await lotOf();
      const one = await place([lot]);
      const two = await place([lot], { reason: '检察建议' });
      expect([one.status, two.status]).toEqual([201, 201]);
      expect((await holds(lot)).length).toBe(2);
      const release = (id: string, by = officer) =>
        by.post(`/api/v1/holds/${id}/release`, { reason: '诉讼终结' });
      expect((await release(one.body.id, foreign)).status).toBe(404);
      expect((await release(one.body.id, await office.as('tb.witness'))).status).toBe(403);
      expect((await release(one.body.id)).status).toBe(201);
      expect((await holds(lot)).length).toBe(1);
      const again = await release(one.body.id);
      expect([again.status, again.body.type]).toEqual([409, 'urn:problem:already-released']);
      expect((await release(two.body.id)).status).toBe(201);
      expect(await holds(lot)).toEqual([]);
    });

    it('needs a reason, own lots and an officer', async () => {
      const lot = await lotOf();
      expect((await place([lot], { reason: '' })).status).toBe(422);
      expect((await place([lot], { document: 'x' })).status).toBe(422);
      expect((await place([lot, lot.toUpperCase()])).status).toBe(422);
      expect((await place([lot], {}, foreign)).status).toBe(404);
      expect((await place([lot], {}, await office.as('tb.issuer'))).status).toBe(403);
      const id = newId<string>();
      await place([lot], { id });
      const other = { 'idempotency-key': newId<string>() };
      const taken = await officer.post('/api/v1/holds', { id, lots: [lot], reason: 'x' }, other);
      expect([taken.status, taken.body.type]).toEqual([409, 'urn:problem:already-placed']);
    });
  });

  describe('while somebody else works on the same goods', () => {
    /** Holds the lot's row as another unit of work would; tells whether `act` waits for it. */
    const waitsFor = async (lot: string, act: () => Promise<{ status: number }>): Promise<string> => {
      const other = new pg.Client({ connectionString: office.database.superUrl });
      await other.connect();
      await other.query('BEGIN');
      await other.query('SELECT 1 FROM state.goods WHERE lot = $1 FOR UPDATE', [lot]);
      const answered = act();
      const first = await Promise.race([
        answered.then(({ status }) => `answered ${status}`),
        somebodyWaits(other).then(() => 'waits'),
      ]);
      await other.query('COMMIT');
      await answered;
      await other.end();
      return first;
    };
    const somebodyWaits = async (client: pg.Client): Promise<void> => {
      const sql =
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
      while ((await client.query(sql)).rowCount === 0) await new Promise(setImmediate);
    };

    it.each(['appraisals', 'decisions', 'holds'])('%s wait, and decide on what is then', async (kind) => {
      const lot = await lotOf();
      const reason = { lots: [lot], reason: '诉讼' };
      const acts = {
        appraisals: () => appraise([lot]),
        decisions: () => decide([lot]),
        holds: () => officer.post('/api/v1/holds', reason),
      };
      expect(await waitsFor(lot, acts[kind as keyof typeof acts])).toBe('waits');
    });

    it('the release of a hold waits', async () => {
      const lot = await lotOf();
      const { body } = await officer.post('/api/v1/holds', { lots: [lot], reason: '诉讼' });
      const release = () => officer.post(`/api/v1/holds/${body.id}/release`, { reason: '终结' });
      expect(await waitsFor(lot, release)).toBe('waits');
    });

    it('40 decisions at once become one', async () => {
      const lot = await lotOf();
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, i) => decide([lot], { number: `同时 ${i}` })),
      );
      const codes = answers.map(({ status }) => status);
      expect(codes.filter((status) => status === 201).length).toBe(1);
      expect(codes.filter((status) => status === 409).length).toBe(39);
    });
  });
});
