import { derivedId, formatInstant, newId, sha256Hex, type EntryId, type LotId } from '#kernel';
import type { DraftOf, Posting } from '#entries';
import { Checkpoints, Integrator, Ledger, LedgerQueries, LedgerVerification, type Command } from '#ledger';
import { rootOf, verifyInclusion, toHex, leafHash } from '#merkle';
import { commandBy, startLedger } from '../support/ledger.js';

type Running = Awaited<ReturnType<typeof startLedger>>;

let running: Running;
let ledger: Ledger;
beforeEach(async () => {
  running = await startLedger();
  ledger = running.get(Ledger);
});
afterEach(() => running.stop());

/** Any small entry with postings will do: an appraisal moves nothing by itself. */
function appraisal(lot: LotId, postings: Posting[] = []): DraftOf<'appraisal.recorded'> {
  return {
    type: 'appraisal.recorded',
    subject: { kind: 'appraisal', id: newId() },
    data: { lots: [lot], result: 'counterfeit', body: 'Station', reportNumber: 'R-1' },
    postings,
  };
}
const sticks = (lot: LotId, from: Posting['from'], to: Posting['to'], amount: string): Posting => ({
  lot,
  from,
  to,
  amount,
  unit: 'cig-stick',
});
function record(lot: LotId, postings: Posting[] = [], changes: Partial<Command> = {}) {
  return ledger.perform(commandBy('officer', changes), () =>
    Promise.resolve({ entries: [appraisal(lot, postings)], result: { lot } }),
  );
}

describe('recording', () => {
  it('answers with number, id and leaf hash of the exact stored bytes', async () => {
    const { entry } = await record(newId());
    const stored = await running.get(LedgerQueries).entry(0);
    expect(entry).toEqual({ seq: 0, id: stored.entry.id, leafHash: toHex(leafHash(stored.body)) });
  });

  it('answers a repeat with the first result and records nothing', async () => {
    const lot = newId<LotId>();
    const key = newId<EntryId>();
    const first = await record(lot, [], { key });
    const again = await record(lot, [], { key });
    expect(again).toEqual({ ...first, repeated: true });
    expect((await running.get(LedgerQueries).head()).size).toBe(1);
  });

  it('answers 20 parallel repeats with one entry', async () => {
    const key = newId<EntryId>();
    const lot = newId<LotId>();
    const answers = await Promise.all(Array.from({ length: 20 }, () => record(lot, [], { key })));
    expect(new Set(answers.map(({ entry }) => JSON.stringify(entry))).size).toBe(1);
    expect((await running.get(LedgerQueries).head()).size).toBe(1);
  });

  it.each([
    ['other content', { fingerprint: sha256Hex('something else') }],
    ['another person', { person: derivedId<Command['person']>('person', 'other') }],
  ])('refuses the same key with %s', async (_, changes) => {
    const key = newId<EntryId>();
    await record(newId(), [], { key });
    await expect(record(newId(), [], { key, ...changes })).rejects.toMatchObject({
      code: 'request.key-reused',
    });
  });

  it('takes no goods that are not there, and leaves no trace of the attempt', async () => {
    const lot = newId<LotId>();
    await record(lot, [sticks(lot, 'seized', 'custody', '10')]);
    await expect(record(lot, [sticks(lot, 'custody', 'allocated', '11')])).rejects.toMatchObject({
      code: 'goods.not-enough',
    });
    expect((await running.get(LedgerQueries).head()).size).toBe(1);
    expect(await running.get(LedgerVerification).verify()).toMatchObject({ ok: true, size: 1 });
  });

  it('never lets 200 parallel attempts at the same goods take more than there is', async () => {
    const lot = newId<LotId>();
    await record(lot, [sticks(lot, 'seized', 'custody', '50')]);
    const attempts = Array.from({ length: 200 }, () =>
      record(lot, [sticks(lot, 'custody', 'allocated', '1')]).then(
        () => true,
        () => false,
      ),
    );
    const taken = (await Promise.all(attempts)).filter(Boolean).length;
    expect(taken).toBe(50);
    expect(await running.get(LedgerVerification).verify()).toMatchObject({ ok: true, size: 51 });
  });

  it.each([
    [{ happened: formatInstant(Date.now() + 6 * 60_000) }, 'time.in-future'],
    [{ happened: formatInstant(0) }, 'time.implausible'],
    [{ happened: formatInstant(Date.now() - 40 * 86_400_000) }, 'time.late-reason-missing'],
  ])('refuses an impossible or unexplained time %#', async (changes, code) => {
    await expect(record(newId(), [], changes)).rejects.toMatchObject({ code });
  });
});

describe('numbering', () => {
  it('gives 16 clients at once numbers without gap or duplicate, and a tree equal to the naive one', async () => {
    const clients = Array.from({ length: 16 }, async () => {
      for (let i = 0; i < 20; i += 1) await record(newId());
    });
    await Promise.all(clients);
    const entries = await running.get(LedgerQueries).entries(-1, 1000);
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 320 }, (_, i) => i));
    const leaves = entries.map(({ leafHash }) => Buffer.from(leafHash, 'hex'));
    expect((await running.get(LedgerQueries).head()).root).toBe(toHex(rootOf(leaves)));
  });

  it('numbers an entry that a crash left pending with the next call', async () => {
    await record(newId());
    const { rows } = await running.superuser.query('SELECT body FROM ledger.entries');
    const entry = JSON.parse(rows[0].body.toString()) as Record<string, unknown>;
    const body = Buffer.from(
      JSON.stringify({ ...entry, id: newId(), subject: { kind: 'x', id: 'y', version: 1 } }),
    );
    await running.superuser.query('SELECT ledger.record($1, $2, NULL)', [body, []]);
    expect(await running.get(Integrator).integrate()).toBe(2);
  });

  it('proves inclusion of every entry in trees of any size, across full tiles', async () => {
    for (let i = 0; i < 6; i += 1) await Promise.all(Array.from({ length: 50 }, () => record(newId())));
    const queries = running.get(LedgerQueries) as LedgerQueries;
    for (const [seq, size] of [
      [0, 1],
      [0, 300],
      [255, 256],
      [255, 300],
      [256, 257],
      [299, 300],
      [100, 101],
    ] as const) {
      const proof = await queries.inclusion(seq, size);
      expect(verifyInclusion({ ...proof, path: [...proof.path] })).toBe(true);
    }
    await expect(queries.inclusion(5, 5)).rejects.toMatchObject({ code: 'proof.out-of-range' });
    await expect(queries.inclusion(0, 301)).rejects.toMatchObject({ code: 'proof.out-of-range' });
  });
});

describe('the application role', () => {
  const tables = ['entries', 'entry_lots', 'pending', 'sequence', 'tiles', 'head', 'checkpoints'];
  it.each(
    tables.flatMap((table) => [
      `UPDATE ledger.${table} SET ctid = ctid`,
      `DELETE FROM ledger.${table}`,
      `TRUNCATE ledger.${table}`,
      `DROP TABLE ledger.${table}`,
      `INSERT INTO ledger.${table} DEFAULT VALUES`,
    ]),
  )('may not %s', async (sql) => {
    const { Client } = (await import('pg')).default;
    const app = new Client({ connectionString: running.database.appUrl });
    await app.connect();
    await expect(
      app.query(sql.replace('SET ctid = ctid', `SET ${sql.includes('head') ? 'size = 0' : 'entry = NULL'}`)),
    ).rejects.toThrow(/permission denied|must be owner|does not exist/);
    await app.end();
  });
});

describe('verification against a superuser', () => {
  async function tenEntriesAndCheckpoint(): Promise<string> {
    for (let i = 0; i < 10; i += 1) {
      const lot = newId<LotId>();
      await record(lot, [sticks(lot, 'seized', 'custody', '5')]);
    }
    const { note } = await running.get(Checkpoints).make();
    await record(newId());
    return note;
  }
  const verify = (...held: string[]) => (running.get(LedgerVerification) as LedgerVerification).verify(held);

  it('names the entry whose body was changed', async () => {
    const note = await tenEntriesAndCheckpoint();
    await running.superuser.query(
      `UPDATE ledger.entries SET body = convert_to(replace(convert_from(body, 'UTF8'), 'counterfeit', 'genuine'), 'UTF8')
       WHERE id = (SELECT entry FROM ledger.sequence WHERE seq = 4)`,
    );
    const { ok, problems } = await verify(note);
    expect(ok).toBe(false);
    expect(problems[0]).toMatchObject({ seq: 4, kind: 'leaf-changed' });
    expect(problems).toContainEqual(expect.objectContaining({ kind: 'checkpoint-contradicted', seq: 0 }));
  });

  it('finds a rewritten entry whose hash, tree and own checkpoints were rewritten too, by the held checkpoint', async () => {
    const note = await tenEntriesAndCheckpoint();
    await running.superuser.query(
      `UPDATE ledger.entries SET body = convert_to(replace(convert_from(body, 'UTF8'), 'counterfeit', 'genuine'), 'UTF8')
       WHERE id = (SELECT entry FROM ledger.sequence WHERE seq = 4);
       DELETE FROM ledger.checkpoints;
       DELETE FROM ledger.pending;
       INSERT INTO ledger.pending (entry) SELECT entry FROM ledger.sequence ORDER BY seq;
       DELETE FROM ledger.sequence;
       UPDATE ledger.head SET size = 0, frontier = '{}'`,
    );
    expect(await verify()).toMatchObject({ ok: true, size: 11 });
    const { problems } = await verify(note);
    expect(problems).toEqual([expect.objectContaining({ kind: 'checkpoint-contradicted' })]);
    expect(problems[0]!.found).toContain('entries 0 to 9');
  });

  it('finds a deleted tail by the held checkpoint', async () => {
    const note = await tenEntriesAndCheckpoint();
    await running.superuser.query(
      `CREATE TEMP TABLE kept AS SELECT entry FROM ledger.sequence WHERE seq < 7 ORDER BY seq;
       DELETE FROM ledger.checkpoints; DELETE FROM ledger.sequence;
       DELETE FROM ledger.entry_lots WHERE entry NOT IN (SELECT entry FROM kept);
       DELETE FROM ledger.entries WHERE id NOT IN (SELECT entry FROM kept);
       INSERT INTO ledger.pending (entry) SELECT entry FROM kept;
       UPDATE ledger.head SET size = 0, frontier = '{}'`,
    );
    const { ok, problems } = await verify(note);
    expect(ok).toBe(false);
    expect(problems).toContainEqual(expect.objectContaining({ kind: 'tail-missing', seq: 7 }));
  });

  it('names the place of a deleted entry', async () => {
    const note = await tenEntriesAndCheckpoint();
    await running.superuser.query('DELETE FROM ledger.sequence WHERE seq = 3');
    expect((await verify(note)).problems[0]).toMatchObject({ seq: 3, kind: 'missing-entry' });
  });

  it('names both places of two swapped entries', async () => {
    const note = await tenEntriesAndCheckpoint();
    await running.superuser.query(
      `CREATE TEMP TABLE two AS SELECT seq, entry FROM ledger.sequence WHERE seq IN (2, 6);
       UPDATE ledger.sequence SET entry = gen_random_uuid() WHERE false;
       ALTER TABLE ledger.sequence DROP CONSTRAINT sequence_entry_key;
       UPDATE ledger.sequence s SET entry = (SELECT t.entry FROM two t WHERE t.seq <> s.seq) WHERE s.seq IN (2, 6)`,
    );
    const { problems } = await verify(note);
    expect(problems.filter(({ kind }) => kind === 'leaf-changed').map(({ seq }) => seq)).toEqual([2, 6]);
  });

  it('names a balance that does not follow from the entries, with both values', async () => {
    await tenEntriesAndCheckpoint();
    await running.superuser.query(
      `UPDATE state.balances SET amount = 6 WHERE account = 'custody' AND lot = (SELECT lot FROM state.goods ORDER BY lot LIMIT 1)`,
    );
    const { problems } = await verify();
    expect(problems).toEqual([
      expect.objectContaining({
        kind: 'balance-differs',
        expected: expect.stringContaining('custody: 5'),
        found: expect.stringContaining('custody: 6'),
      }),
    ]);
  });

  it('names the entry whose columns say something else than its bytes', async () => {
    await tenEntriesAndCheckpoint();
    await running.superuser.query(
      `UPDATE ledger.entries SET type = 'hold.released' WHERE id = (SELECT entry FROM ledger.sequence WHERE seq = 5)`,
    );
    expect((await verify()).problems).toEqual([
      expect.objectContaining({
        ...{ seq: 5, kind: 'columns-differ' },
        expected: expect.stringContaining('appraisal.recorded'),
        found: expect.stringContaining('hold.released'),
      }),
    ]);
  });

  it('finds nothing wrong with entries that are recorded meanwhile', async () => {
    const lot = newId<LotId>();
    let more = true;
    const writing = Promise.all(
      Array.from({ length: 4 }, async () => {
        while (more) await record(lot, [sticks(lot, 'seized', 'custody', '1')]);
      }),
    );
    for (let i = 0; i < 40; i += 1) expect((await verify()).problems).toEqual([]);
    more = false;
    await writing;
  });

  it('refuses a held checkpoint that this log never signed', async () => {
    await tenEntriesAndCheckpoint();
    const forged = 'ledger.test\n3\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n— other.test AAAAAAAA\n';
    expect((await verify(forged)).problems).toEqual([
      expect.objectContaining({ kind: 'checkpoint-not-signed' }),
    ]);
  });
});
