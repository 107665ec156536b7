import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signingMessages } from './messages.js';

const folder = join(process.cwd(), 'libs/certificates/src/signing');
const sources = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && file !== 'messages.ts')
  .map((file) => readFileSync(join(folder, file), 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, ''));

describe('messages of signing', () => {
  it('exist for exactly the codes that the code throws', () => {
    const used = sources.flatMap((source) => source.match(/'certificates\.[a-z-]+'/g) ?? []);
    expect([...new Set(used.map((code) => code.slice(1, -1)))].sort()).toEqual(
      Object.keys(signingMessages).sort(),
    );
  });

  it.each(Object.entries(signingMessages))('%s names the same facts in both languages', (_, { zh, en }) => {
    const facts = (sentence: string): string[] => [...(sentence.match(/\{\{\w+\}\}/g) ?? [])].sort();
    expect(facts(zh)).toEqual(facts(en));
    expect([/[一-鿿].*。$/s.test(zh), /\.$/.test(en)]).toEqual([true, true]);
  });
});
