import { prcRulePack as pack } from '../built-in-rule-pack.js';
import { requiredAgencies, requiredFunctions, type ApprovalFacts } from './required-agencies.js';

const agencies = [
  { code: 'mr', functions: ['market-regulation', 'medical-products', 'agriculture', 'culture', 'customs'] },
  { code: 'tb', functions: ['tobacco'] },
  { code: 'ps', functions: ['public-security', 'fire-rescue'] },
  { code: 'fin', functions: ['finance'] },
  { code: 'eco', functions: ['ecology'] },
  { code: 'aud', functions: ['audit'] },
];
const facts = (of: Partial<ApprovalFacts>): ApprovalFacts => ({
  responsible: ['mr'],
  leads: [],
  values: [],
  ...of,
});
const cny = (amount: string) => ({ amount, currency: 'CNY' });
const codes = (of: Partial<ApprovalFacts>, known = agencies) =>
  requiredAgencies(facts(of), known, pack).map((each) => each.agency);

describe('joint approval', () => {
  it('takes the responsible agencies of the lots and the leads of their categories, with reasons', () => {
    const required = requiredAgencies(
      facts({ responsible: ['mr', 'ps'], leads: ['medical-products'] }),
      agencies,
      pack,
    );
    expect(required).toEqual([
      { agency: 'mr', because: ['approval.category-lead', 'approval.responsible'] },
      { agency: 'ps', because: ['approval.responsible'] },
    ]);
  });

  it('adds the police where there is tobacco, whoever is responsible', () => {
    expect(codes({ responsible: ['tb'], leads: ['tobacco'] })).toEqual(['ps', 'tb']);
    expect(codes({ responsible: ['mr'], leads: ['tobacco', 'market-regulation'] })).toEqual([
      'mr',
      'ps',
      'tb',
    ]);
  });

  it('adds finance where the value passes the limit, not where it only reaches it', () => {
    const limit = pack.approval.aboveValue[0]!.limit;
    expect(limit).toEqual(cny('500000'));
    expect(codes({ responsible: ['mr', 'tb'], values: [cny('500000')] })).toEqual(['mr', 'tb']);
    expect(codes({ responsible: ['mr', 'tb'], values: [cny('500000.01')] })).toEqual(['fin', 'mr', 'tb']);
    expect(codes({ responsible: ['mr', 'tb'], values: [{ amount: '900000', currency: 'JPY' }] })).toEqual([
      'mr',
      'tb',
    ]);
  });

  it('adds ecology only where fewer than two agencies result', () => {
    expect(codes({ responsible: ['mr'], leads: ['market-regulation', 'culture'] })).toEqual(['eco', 'mr']);
    expect(codes({ responsible: ['mr'], leads: ['fire-rescue'] })).toEqual(['mr', 'ps']);
  });

  it('counts agencies, not functions', () => {
    expect(codes({ leads: ['market-regulation', 'agriculture'] })).toContain('eco');
  });

  it('asks the responsible agency alone where several have the function', () => {
    const second = { code: 'mr2', functions: ['market-regulation'] };
    expect(codes({ leads: ['market-regulation'] }, [...agencies, second])).toEqual(['eco', 'mr']);
    expect(codes({ responsible: ['tb'], leads: ['market-regulation'] }, [...agencies, second])).toEqual([
      'mr',
      'mr2',
      'tb',
    ]);
  });

  it('is impossible without an agency for a function, or with one agency in all', () => {
    expect(() => codes({ leads: ['veterinary'] })).toThrow('approval.function-without-agency');
    expect(() => codes({ leads: ['market-regulation'] }, agencies.slice(0, 1))).toThrow(
      'approval.too-few-agencies',
    );
  });

  it('states each need once', () => {
    const needs = requiredFunctions(
      facts({ responsible: ['mr', 'mr'], leads: ['culture', 'culture'] }),
      pack,
    );
    expect(needs).toEqual([
      { agency: 'mr', because: 'approval.responsible' },
      { function: 'culture', because: 'approval.category-lead' },
    ]);
  });
});
