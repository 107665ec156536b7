import { fieldOfRecord, missingIn, recordRequest, tickedIn } from './case-forms.js';

const [jackets, shoes] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b'];
const offered = [
  { id: jackets!, base: { unit: 'piece' } },
  { id: shoes!, base: { unit: 'pair' } },
];

describe('a form about the lots of a case', () => {
  it('takes only lots that it offered, in their order', () => {
    const lots = [shoes!, '00000000-0000-7000-8000-0000000000ff', jackets!.toUpperCase()];
    expect(tickedIn({ lots }, offered)).toEqual([jackets, shoes]);
    expect(tickedIn({ lots: shoes! }, offered)).toEqual([shoes]);
    expect(tickedIn({}, offered)).toEqual([]);
  });

  it('makes the decision that the interface takes: a typed part in the unit of the lot, else the whole', () => {
    const values = {
      lots: [jackets!, shoes!],
      number: ' 示市监罚〔2026〕9号 ',
      kind: 'confiscation',
      happened: '2026-11-18 08:50',
      finalAt: '2026-11-20 00:00',
      replaces: '',
      [`quantity.${shoes!}`]: '1,230',
    };
    expect(recordRequest('decision', values, offered)).toEqual({
      lots: [{ lot: jackets }, { lot: shoes, quantity: { amount: '1230', unit: 'pair' } }],
      number: '示市监罚〔2026〕9号',
      kind: 'confiscation',
      happened: '2026-11-18T00:50:00.000Z',
      finalAt: '2026-11-19T16:00:00.000Z',
    });
  });

  it('asks for a lot and, but for holds, for the day', () => {
    const codes = (kind: 'hold' | 'appraisal', values: Record<string, string>) =>
      missingIn(kind, values, offered).map(({ code }) => code);
    expect(codes('hold', {})).toEqual(['record.no-lots']);
    expect(codes('appraisal', { lots: jackets! })).toEqual(['form.time']);
    expect(codes('appraisal', { lots: jackets!, happened: '2026-11-18 08:50' })).toEqual([]);
  });

  it('shows an error where it can be mended', () => {
    expect(fieldOfRecord('decision', '/lots/1/quantity', [jackets!, shoes!])).toBe(`quantity.${shoes!}`);
    expect(fieldOfRecord('decision', '/lots/0', [jackets!])).toBe('lots');
    expect(fieldOfRecord('decision', '/finalAt', [])).toBe('finalAt');
    expect(fieldOfRecord('hold', '/finalAt', [])).toBeUndefined();
  });
});
