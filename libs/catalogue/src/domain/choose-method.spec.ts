import { builtInCatalogue as catalogue } from '../built-in-catalogue.js';
import { choosableMethod, chooseMethod, methodFor } from './choose-method.js';
import { withOverrides } from './overrides.js';

const category = (code: string, from = catalogue) => from.categories.get(code)!;

describe('the method of destruction', () => {
  it.each([
    ['open-burning', 'method.prohibited'],
    ['simple-landfill', 'method.prohibited'],
    ['unspecified', 'method.historic'],
    ['boiling', 'method.unknown'],
  ])('%s cannot be chosen for new goods: %s', (method, code) => {
    expect(() => chooseMethod(catalogue, { method, category: category('other-goods') })).toThrow(code);
  });

  it('that suits the goods is taken silently', () => {
    const choice = chooseMethod(catalogue, { method: 'wte-incineration', category: category('cigarettes') });
    expect(choice).toMatchObject({ method: { code: 'wte-incineration' }, warnings: [] });
  });

  it('that does not suit the goods is taken with a warning that names both', () => {
    const { method, warnings } = chooseMethod(catalogue, { method: 'pulping', category: category('tyres') });
    expect(method.code).toBe('pulping');
    expect(warnings).toMatchObject([
      { code: 'method.unsuitable', facts: { method: 'pulping', category: 'tyres' } },
    ]);
  });

  it("suits where the category names it, but not because it suits the category's parent", () => {
    const warningsFor = (method: string, code: string) =>
      chooseMethod(catalogue, { method, category: category(code) }).warnings.length;
    expect(warningsFor('cutting-defacing', 'moulds-tools')).toBe(0);
    expect(warningsFor('wte-incineration', 'e-cigarettes')).toBe(1);
  });

  it('by default is one that may be chosen, for every category that takes goods', () => {
    const selectable = [...catalogue.categories.values()].filter((each) => each.selectable);
    for (const each of selectable) {
      const method = methodFor(catalogue, each);
      expect(each.defaultMethods).toContain(method.code);
      expect(choosableMethod(catalogue, method.code)).toBe(method);
    }
    expect(selectable).toHaveLength(84);
  });

  it('by default passes over one that is switched off, and says so when none is left', () => {
    const disable = (code: string) => ({ table: 'methods', action: 'disable', code }) as const;
    const first = withOverrides(catalogue, [disable('drain-and-recycle')]);
    expect(methodFor(first, category('liquor', first)).code).toBe('wastewater-treatment');
    expect(() => choosableMethod(first, 'drain-and-recycle')).toThrow('method.disabled');
    const none = withOverrides(catalogue, [disable('drain-and-recycle'), disable('wastewater-treatment')]);
    expect(() => methodFor(none, category('liquor', none))).toThrow('category.no-method');
  });
});
