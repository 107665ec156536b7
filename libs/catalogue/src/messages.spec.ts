import { readFileSync, readdirSync } from 'node:fs';
import { catalogueMessages } from './messages.js';
import rules from './data/rules-prc.json' with { type: 'json' };

const code = /'((?:catalogue|category|method|approval|rule-pack)\.[a-z-]+)'/g;

describe('the sentences of the catalogue', () => {
  it('exist in both languages for every code that is thrown or given as a reason, and for no other', () => {
    const thrown = readdirSync(`${__dirname}/domain`)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
      .flatMap((name) => [...readFileSync(`${__dirname}/domain/${name}`, 'utf8').matchAll(code)])
      .map((match) => match[1]!)
      // The type of an entry, not a sentence.
      .filter((one) => one !== 'catalogue.overridden');
    const { withLead, aboveValue, fillWith } = rules.approval;
    const reasons = [...withLead, ...aboveValue, ...fillWith].map((rule) => rule.because);
    expect([...new Set([...thrown, ...reasons])].sort()).toEqual(Object.keys(catalogueMessages).sort());
  });

  it.each(Object.entries(catalogueMessages))('of %s end as sentences', (_code, sentence) => {
    expect(sentence.zh).toMatch(/。$/);
    expect(sentence.en).toMatch(/\.$/);
  });
});
