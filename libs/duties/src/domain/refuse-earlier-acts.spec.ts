import { acts, type Act } from '#entries';
import { DomainError, newId, type EntryId, type LotId, type PersonId } from '#kernel';
import { dutyRules, type DutyRule } from './duty-rules.js';
import { refuseEarlierActs, type ActOnLot } from './refuse-earlier-acts.js';

const person = newId<PersonId>();
const other = newId<PersonId>();
const did = (act: Act, by = person): ActOnLot => ({
  lot: newId<LotId>(),
  person: by,
  act,
  entry: newId<EntryId>(),
});

function refusal(run: () => void): DomainError {
  try {
    run();
  } catch (error) {
    return error as DomainError;
  }
  throw new Error('was not refused');
}

describe('separation of duties over the goods', () => {
  it('refuses an approver who seized the same goods, and names rule, act, lot and entry', () => {
    const earlier = did('seized');
    const error = refusal(() =>
      refuseEarlierActs([did('kept', other), earlier], { person, rule: 'approver-apart' }),
    );
    expect(error).toMatchObject({
      kind: 'refused',
      code: 'duties.same-goods',
      facts: { rule: 'approver-apart', act: 'seized', entry: earlier.entry, lot: earlier.lot },
    });
  });

  it('names the first act in the order of the ledger', () => {
    const done = [did('kept'), did('seized')];
    const error = refusal(() => refuseEarlierActs(done, { person, rule: 'issuer-apart' }));
    expect(error.facts['entry']).toBe(done[0]!.entry);
  });

  it('lets pass who did nothing to these goods, whatever others did', () => {
    const done = acts.map((act) => did(act, other));
    for (const rule of Object.keys(dutyRules) as DutyRule[]) {
      expect(() => refuseEarlierActs(done, { person, rule })).not.toThrow();
    }
  });

  it('lets the caller narrow the acts that bar', () => {
    const asked = { person, rule: 'approver-apart', acts: ['led'] } as const;
    expect(() => refuseEarlierActs([did('seized')], asked)).not.toThrow();
    expect(() => refuseEarlierActs([did('led')], asked)).toThrow('duties.same-goods');
  });

  const expected: Record<DutyRule, string> = {
    'custodian-apart': 'seized',
    'approver-apart': 'seized kept proposed led',
    'witness-apart': 'led approved',
    'lead-apart': 'approved witnessed',
    'issuer-apart': 'seized appraised decided kept proposed approved led witnessed',
  };
  for (const [rule, barring] of Object.entries(expected) as [DutyRule, string][]) {
    for (const act of acts) {
      const bars = barring.split(' ').includes(act);
      it(`${rule}: ${act} ${bars ? 'bars' : 'does not bar'}`, () => {
        const run = () => refuseEarlierActs([did(act)], { person, rule });
        if (bars) expect(run).toThrow('duties.same-goods');
        else expect(run).not.toThrow();
      });
    }
  }
});
