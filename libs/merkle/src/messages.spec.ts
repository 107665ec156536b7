import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { merkleMessages } from './messages.js';

const root = join(process.cwd(), 'libs/merkle/src');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && dirname(file) !== '.')
  .map((file) => readFileSync(join(root, file), 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, ''));

describe('messages', () => {
  it('exist for exactly the codes that the code throws', () => {
    const used = sources.flatMap((source) => source.match(/'(?:jcs|note|checkpoint|proof)\.[a-z-]+'/g) ?? []);
    expect([...new Set(used.map((code) => code.slice(1, -1)))].sort()).toEqual(
      Object.keys(merkleMessages).sort(),
    );
  });

  it.each(Object.entries(merkleMessages))('%s names the same facts in both languages', (_, { zh, en }) => {
    const facts = (sentence: string): string[] => [...(sentence.match(/\{\{\w+\}\}/g) ?? [])].sort();
    expect(facts(zh)).toEqual(facts(en));
    expect([/[一-鿿].*。$/s.test(zh), /\.$/.test(en)]).toEqual([true, true]);
  });
});
