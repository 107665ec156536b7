import { readdirSync, readFileSync } from 'node:fs';
import { quantityMessages } from './messages.js';

const code = /'((?:quantity|money)\.[a-z-]+)'/g;

describe('the sentences of refusals', () => {
  it('exist in both languages for every code that this lib throws, and for no other', () => {
    const files = readdirSync(__dirname).filter((name) => /(?<!\.spec|messages)\.ts$/.test(name));
    const thrown = files.flatMap((name) =>
      [...readFileSync(`${__dirname}/${name}`, 'utf8').matchAll(code)].map((match) => match[1]),
    );
    expect([...new Set(thrown)].sort()).toEqual(Object.keys(quantityMessages).sort());
  });

  it.each(Object.entries(quantityMessages))('of %s end as sentences', (_code, sentence) => {
    expect(sentence.zh).toMatch(/。$/);
    expect(sentence.en).toMatch(/\.$/);
  });
});
