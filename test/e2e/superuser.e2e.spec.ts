import { startOffice, type AnswerBody, type SignedClient, type TestOffice } from '../support/office.js';
import { query } from '../support/query.js';
import { renumber } from '../support/renumber.js';
import { ok, Scenario } from '../support/scenario.js';

describe('a superuser of the database', () => {
  let office: TestOffice;
  let auditor: SignedClient;
  let goods: Scenario;
  let held: string;
  let size: number;
  beforeEach(async () => {
    office = await startOffice();
    auditor = await office.as('aud.auditor');
    goods = new Scenario(office);
    await goods.toStored();
    held = ok<string>(await auditor.get('/api/v1/ledger/checkpoint'));
    size = Number(held.split('\n')[1]);
    await new Scenario(office).register();
  });
  afterEach(() => office.close());

  const verify = async (...checkpoints: string[]): Promise<AnswerBody> =>
    ok(await auditor.post('/api/v1/ledger/verification', { checkpoints }));
  const entryOf = async (type: string) => {
    const [row] = await query(
      office,
      'SELECT s.seq, e.id FROM ledger.sequence s JOIN ledger.entries e ON e.id = s.entry WHERE e.type = $1 LIMIT 1',
      [type],
    );
    return { seq: Number(row!['seq']), id: row!['id'] };
  };
  const change = (id: unknown) =>
    query(
      office,
      `UPDATE ledger.entries SET body = convert_to(replace(convert_from(body, 'UTF8'), 'counterfeit', 'genuine'), 'UTF8')
       WHERE id = $1`,
      [id],
    );

  it('who does nothing is accused of nothing', async () => {
    expect(await verify(held)).toMatchObject({ ok: true, problems: [] });
  });

  it('who changes the body of an entry is found at its number', async () => {
    const { seq, id } = await entryOf('appraisal.recorded');
    await change(id);
    const { ok: fine, problems } = await verify(held);
    expect(fine).toBe(false);
    expect(problems[0]).toMatchObject({ seq, kind: 'leaf-changed' });
  });

  it('who changes it and makes the whole tree anew is found by the checkpoint that somebody kept', async () => {
    const { seq, id } = await entryOf('appraisal.recorded');
    await change(id);
    await query(office, renumber);
    expect(await verify()).toMatchObject({ ok: true });
    const { problems } = await verify(held);
    expect(problems).toEqual([expect.objectContaining({ kind: 'checkpoint-contradicted', seq: 0 })]);
    expect(seq).toBeLessThan(size);
  });

  it('who deletes the tail is found by the checkpoint that somebody kept, which says how much is missing', async () => {
    const last = size - 3;
    await query(
      office,
      `CREATE TEMP TABLE tail AS SELECT entry FROM ledger.sequence WHERE seq >= ${last};
       DELETE FROM ledger.sequence WHERE entry IN (SELECT entry FROM tail);
       DELETE FROM ledger.entry_lots WHERE entry IN (SELECT entry FROM tail);
       DELETE FROM ledger.entries WHERE id IN (SELECT entry FROM tail);
       ${renumber}`,
    );
    const { problems } = await verify(held);
    expect(problems).toContainEqual(
      expect.objectContaining({
        ...{ kind: 'tail-missing', seq: last },
        expected: `a checkpoint says ${size} entries`,
        found: `${last} entries`,
      }),
    );
  });

  it('who swaps two entries is found at both numbers', async () => {
    const one = await entryOf('appraisal.recorded');
    const other = await entryOf('decision.recorded');
    await query(
      office,
      `ALTER TABLE ledger.sequence DROP CONSTRAINT sequence_entry_key;
       UPDATE ledger.sequence SET entry = CASE seq WHEN ${one.seq} THEN '${String(other.id)}' ELSE '${String(one.id)}' END::uuid
       WHERE seq IN (${one.seq}, ${other.seq})`,
    );
    const { problems } = await verify(held);
    const seqs = (problems as AnswerBody[])
      .filter(({ kind }) => kind === 'leaf-changed')
      .map(({ seq }) => seq);
    expect(seqs).toEqual([one.seq, other.seq]);
  });
});
