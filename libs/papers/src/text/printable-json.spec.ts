import { printableJson } from './printable-json.js';

describe('JSON for papers', () => {
  it('has every text normalised, at any depth, and nothing else changed', () => {
    const from = {
      title: '⼈\u200B',
      lines: [{ note: 'e\u0301', amount: '2356.3', count: 3 }, null, true],
      'a/b': 'x\ty',
    };
    const to = { title: '人', lines: [{ note: 'é', amount: '2356.3', count: 3 }, null, true], 'a/b': 'x y' };
    expect(printableJson(from)).toEqual(to);
  });

  it('is refused with the place of the first text that can’t be printed', () => {
    const place = (value: Parameters<typeof printableJson>[0]): unknown => {
      try {
        return printableJson(value);
      } catch (error) {
        return (error as { fields: { pointer: string }[] }).fields[0]?.pointer;
      }
    };
    expect(place({ lines: ['好', { 'a/b~c': '🔥' }] })).toBe('/lines/1/a~1b~0c');
    expect(place('\u{2EBF0}')).toBe('');
  });

  it('keeps a key that would reach for a prototype as plain data', () => {
    const hostile = JSON.parse('{"__proto__": {"admin": "yes"}}') as Parameters<typeof printableJson>[0];
    expect(JSON.stringify(printableJson(hostile))).toBe('{"__proto__":{"admin":"yes"}}');
    expect(({} as { admin?: string }).admin).toBeUndefined();
  });
});
